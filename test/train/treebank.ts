import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { relationOf } from '../../src/attribution/extraction/relations.ts';
import { WORD_CLASSES } from '../../src/attribution/extraction/word-classes.ts';
import type { Span } from '../../src/text/span.ts';
import { tokens } from '../../src/text/tokens.ts';

/** A sentence of a treebank on our tokens: classes from 1, heads (the sentence's length is the root), relations. */
export interface TreeSentence {
  readonly document: string;
  readonly text: string;
  readonly tokens: readonly Span[];
  readonly classes: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

interface Node {
  readonly span: Span;
  readonly tag: string;
  /** Index of the head among the nodes, -1 for the root. */
  readonly head: number;
  readonly relation: string;
}

/** All sentences of the CoNLL-U files under `folder` (Universal Dependencies), in the order of their paths. */
export function readTreebank(folder: string): TreeSentence[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.conllu') && statSync(join(folder, name)).isFile())
    .sort();
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/\n\n+/)
      .map((block) => sentenceOf(file, block))
      .filter((sentence) => sentence !== null),
  );
}

function sentenceOf(document: string, block: string): TreeSentence | null {
  const lines = block.split('\n');
  const text = lines.find((line) => line.startsWith('# text = '))?.slice(9);
  const nodes = text === undefined ? null : nodesOf(text, lines);
  return text === undefined || nodes === null ? null : onTokens(document, text, nodes);
}

/** The words of a block with their places in `text`; null where they are not found there. */
function nodesOf(text: string, lines: readonly string[]): Node[] | null {
  const nodes: Node[] = [];
  let at = 0;
  for (const line of lines) {
    const [id = '', form = '', , , tag = '', , head = '', relation = ''] = line.split('\t');
    if (!/^\d+$/.test(id)) continue;
    const start = text.indexOf(form, at);
    if (start < 0) return null;
    at = start + form.length;
    nodes.push({ span: { start, end: at }, tag, head: Number(head) - 1, relation });
  }
  return nodes.length === 0 ? null : nodes;
}

/** Joins nodes that are one token to us; null where one node is several tokens. */
function onTokens(document: string, text: string, nodes: readonly Node[]): TreeSentence | null {
  const spans = tokens(text, { start: 0, end: text.length });
  const owner = nodes.map(({ span }) =>
    spans.findIndex((token) => token.start <= span.start && span.end <= token.end),
  );
  if (owner.includes(-1)) return null;
  const leader = spans.map((_, token) =>
    nodes.find((node, index) => owner[index] === token && owner[node.head] !== token),
  );
  if (leader.includes(undefined)) return null;
  const list: readonly string[] = WORD_CLASSES;
  return {
    document,
    text,
    tokens: spans,
    classes: Int32Array.from(leader, (node) => 1 + Math.max(0, list.indexOf(node?.tag ?? ''))),
    heads: Int32Array.from(leader, (node) => owner[node?.head ?? -1] ?? spans.length),
    relations: Int32Array.from(leader, (node) => relationOf(node?.relation ?? '')),
  };
}
