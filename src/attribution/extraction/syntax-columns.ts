import type { Trees } from './analysis.ts';
import { mix } from './hash.ts';
import type { Paragraph } from './paragraph.ts';
import { RELATIONS, type Relation } from './relations.ts';

/** Columns of word classes and trees, beside WORD_COLUMNS. */
export const SYNTAX_COLUMNS = [
  'tag',
  'relation',
  'headWord',
  'headKin',
  'headTag',
  'headAway',
  'children',
  'argument',
  'predicate',
  'predicateKin',
  'argumentEdge',
  'clause',
  'clauseGovernor',
  'clauseGovernorKin',
  'clauseEdge',
] as const;

const indices = (names: readonly Relation[]): ReadonlySet<number> =>
  new Set(names.map((name) => RELATIONS.indexOf(name)));

const CLAUSES = indices([
  'root',
  'ccomp',
  'xcomp',
  'csubj',
  'advcl',
  'acl',
  'acl:relcl',
  'parataxis',
]);
const ARGUMENTS = new Set([
  ...CLAUSES,
  ...indices(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl', 'appos', 'discourse']),
]);
/** Dependents that tell what a verb or noun can govern. */
const TELLING: readonly Relation[] = [
  'nsubj',
  'nsubj:pass',
  'obj',
  'obl',
  'ccomp',
  'xcomp',
  'csubj',
  'advcl',
  'acl',
  'acl:relcl',
  'parataxis',
  'mark',
  'case',
  'aux',
  'aux:pass',
  'cop',
  'det',
  'nmod:poss',
  'nmod',
];
const BITS = new Map(TELLING.map((name, bit) => [RELATIONS.indexOf(name), 1 << bit]));

/** SYNTAX_COLUMNS of every token. */
export function syntaxColumns(paragraph: Paragraph, tags: Int32Array, trees: Trees): Int32Array[] {
  const { lexemes } = paragraph;
  const { heads, relations } = trees;
  const at = (value: (head: number) => number) =>
    heads.map((head) => (head < 0 ? 7 : value(head) || 5));
  const word = (token: number) => lexemes[token]?.word ?? 7;
  const kin = (token: number) => lexemes[token]?.kin ?? 7;
  const children = new Int32Array(heads.length).fill(1 << 30);
  for (const [token, head] of heads.entries()) {
    const bit = BITS.get(relations[token] as number) ?? 0;
    if (head >= 0) children[head] = (children[head] as number) | bit;
  }
  return [
    tags,
    relations.map((relation) => relation + 1),
    at(word),
    at(kin),
    at((head) => tags[head] ?? 7),
    heads.map((head, token) => (head < 0 ? 9 : 20 + Math.max(-6, Math.min(6, head - token)))),
    children,
    ...ancestors(trees, ARGUMENTS, { word, kin }),
    ...ancestors(trees, CLAUSES, { word, kin }),
  ];
}

interface Words {
  readonly word: (token: number) => number;
  readonly kin: (token: number) => number;
}

/**
 * For each token the nearest of itself and its ancestors whose relation is among `wanted`: that relation, the word
 * that governs it, the word's kin, and whether the token stands first or last in what the ancestor dominates.
 */
function ancestors(trees: Trees, wanted: ReadonlySet<number>, { word, kin }: Words): Int32Array[] {
  const { heads, relations, firsts, lasts } = trees;
  const found = nearest(trees, wanted);
  const governor = found.map((token) => (token < 0 ? -1 : (heads[token] as number)));
  return [
    found.map((token) => (token < 0 ? 0 : (relations[token] as number) + 1)),
    governor.map((token) => (token < 0 ? 7 : word(token))),
    governor.map((token) => (token < 0 ? 7 : kin(token) || 5)),
    found.map((ancestor, token) => {
      if (ancestor < 0) return 0;
      const edges = Number(firsts[ancestor] === token) + 2 * Number(lasts[ancestor] === token);
      return mix((relations[ancestor] as number) + 1, edges + 1);
    }),
  ];
}

/** The nearest of each token and its ancestors with a wanted relation; -1 for none. */
function nearest({ heads, relations }: Trees, wanted: ReadonlySet<number>): Int32Array {
  const found = new Int32Array(heads.length).fill(-2);
  const search = (token: number): number => {
    if (token < 0) return -1;
    const known = found[token] as number;
    if (known !== -2) return known;
    // Marked before going up, so that no chain of heads is walked twice.
    found[token] = -1;
    const result = wanted.has(relations[token] as number) ? token : search(heads[token] as number);
    found[token] = result;
    return result;
  };
  for (const token of heads.keys()) search(token);
  return found;
}
