import { columnOf, type Grid } from './grid.ts';
import type { LanguageModel } from './model.ts';
import type { Paragraph } from './paragraph.ts';
import { parse } from './parser.ts';
import { syntaxColumns } from './syntax-columns.ts';
import { wordClasses } from './word-classes.ts';
import { wordColumns } from './word-columns.ts';

/** The trees of a paragraph's sentences, by token of the paragraph. */
export interface Trees {
  /** -1 for the root of a sentence. */
  readonly heads: Int32Array;
  /** Indices into RELATIONS. */
  readonly relations: Int32Array;
  /** First and last token of what each token dominates. */
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
}

/** A paragraph with all that its words and sentences tell, before any attribution is looked for. */
export interface Analysis {
  readonly paragraph: Paragraph;
  readonly trees: Trees;
  /** The columns WORD_COLUMNS and SYNTAX_COLUMNS. */
  readonly grid: Grid;
}

/** Word classes for all paragraphs first, then trees: one model at a time is in the processor's cache. */
export function analyse(
  paragraphs: readonly Paragraph[],
  language: Pick<LanguageModel, 'classes' | 'parser'>,
): Analysis[] {
  const classed = paragraphs.map((paragraph) => {
    const grid = { length: paragraph.tokens.length, columns: wordColumns(paragraph) };
    return { paragraph, grid, tags: wordClasses(grid, language.classes) };
  });
  return classed.map(({ paragraph, grid, tags }) => {
    const trees = treesOf(paragraph, tags, language);
    const columns = [...grid.columns, ...syntaxColumns(paragraph, tags, trees)];
    return { paragraph, trees, grid: { length: grid.length, columns } };
  });
}

function treesOf(
  { lexemes, starts }: Paragraph,
  tag: Int32Array,
  { parser }: Pick<LanguageModel, 'parser'>,
): Trees {
  const word = columnOf(lexemes.length, (token) => lexemes[token]?.word ?? 0);
  const cluster = columnOf(lexemes.length, (token) => lexemes[token]?.kin ?? 0);
  const heads = new Int32Array(lexemes.length);
  const relations = new Int32Array(lexemes.length);
  for (const [start, end] of pieces(starts)) {
    const part = (list: Int32Array) => list.subarray(start, end);
    const tree = parse(
      { word: part(word), tag: part(tag), cluster: part(cluster) },
      end - start,
      parser,
    );
    heads.set(
      tree.heads.map((head) => (head < 0 ? -1 : head + start)),
      start,
    );
    relations.set(tree.relations, start);
  }
  return { heads, relations, ...reaches(heads) };
}

/** Longer sentences are lists or no prose: parsed in pieces, they cost neither time nor stack. */
const LONGEST = 120;

function* pieces(starts: Int32Array): Generator<readonly [start: number, end: number]> {
  for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
    const end = starts[sentence + 1] as number;
    for (let start = starts[sentence] as number; start < end; start += LONGEST) {
      yield [start, Math.min(end, start + LONGEST)];
    }
  }
}

/** First and last token that each token dominates, itself included. */
function reaches(heads: Int32Array): Pick<Trees, 'firsts' | 'lasts'> {
  const firsts = columnOf(heads.length, (token) => token);
  const lasts = firsts.slice();
  for (let token = 0; token < heads.length; token++) {
    let head = heads[token] as number;
    while (head >= 0 && token < (firsts[head] as number)) {
      firsts[head] = token;
      head = heads[head] as number;
    }
    while (head >= 0 && token > (lasts[head] as number)) {
      lasts[head] = token;
      head = heads[head] as number;
    }
  }
  return { firsts, lasts };
}
