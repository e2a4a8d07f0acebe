import type { ClusterOf } from './clusters.ts';
import { hashText } from './hash.ts';

/** What a word's form alone tells: hashes for the columns of a grid. */
export interface Lexeme {
  readonly text: string;
  readonly word: number;
  readonly form: number;
  readonly shape: number;
  readonly prefix: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly capital: boolean;
  /** True for punctuation: no letter, no digit, no currency. */
  readonly mark: boolean;
  /** Groups of words of like use, 0 for a word in none. */
  readonly cluster: number;
  readonly kin: number;
}

const straight = (form: string): string =>
  form
    .replace(/[‘’]/g, "'")
    .replace(/[“”]|``|''/g, '"')
    .replace(/^[-–—―]+$/, '-')
    .replace(/\d/g, '0');

/** "Zelenskiy’s" -> "Xx'x": runs of one class count as two at most. */
const shapeOf = (form: string): string =>
  form
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, '0')
    .replace(/(.)\1+/g, '$1$1');

export function lexeme(form: string, clusterOf: ClusterOf = () => [0, 0]): Lexeme {
  const plain = straight(form);
  const word = plain.toLowerCase();
  const hash = hashText(word);
  const [cluster, kin] = clusterOf(hash);
  return {
    text: word,
    word: hash,
    form: hashText(plain),
    shape: hashText(shapeOf(plain)),
    prefix: hashText(word.slice(0, 4)),
    suffix2: hashText(word.slice(-2)),
    suffix3: hashText(word.slice(-3)),
    suffix4: hashText(word.slice(-4)),
    capital: /^\p{Lu}/u.test(form),
    mark: /^[^\p{L}\p{N}$]+$/u.test(word),
    cluster,
    kin,
  };
}

/** As many words as a large archive's vocabulary keeps warm; then the cache starts anew. */
const CACHED = 50_000;

/** `lexeme`, remembering the words already met. */
export function lexemes(clusterOf: ClusterOf): (form: string) => Lexeme {
  const known = new Map<string, Lexeme>();
  return (form) => {
    const found = known.get(form);
    if (found) return found;
    if (known.size >= CACHED) known.clear();
    const made = lexeme(form, clusterOf);
    known.set(form, made);
    return made;
  };
}
