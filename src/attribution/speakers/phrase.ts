import type { Span } from '../../text/span.ts';
import { standsFor } from './countries.ts';
import { isFunctionWord, PREPOSITIONS, RELATIVES } from './function-words.ts';
import { countryLength, type NameMention, nameMention, nameRuns, phrase } from './names.ts';
import { type Word, wordsOf } from './words.ts';

/** What a source span says, before anybody looks around it. */
export interface NounPhrase {
  /** As the text has it, without marks at its ends. */
  readonly text: string;
  readonly span: Span;
  readonly words: readonly Word[];
  /** Up to the first comma, preposition or relative pronoun. */
  readonly core: readonly Word[];
  readonly determiner: 'the' | 'a' | null;
  /** Owner and owned, where the core has a possessive: "Russia's" + "Ministry of Defense". */
  readonly owner: readonly Word[] | null;
  readonly owned: readonly Word[];
  readonly head: Word;
  /** In order. */
  readonly names: readonly NameMention[];
}

const ANAPHORIC = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
const SKIPPED = new Set([
  'even',
  'only',
  'both',
  'but',
  'as',
  'like',
  'including',
  'according',
  'to',
  'and',
  'while',
  'by',
  'from',
  'with',
]);

/** The noun phrase in `spans` (the segments of one source); null where they hold no word. */
export function nounPhrase(body: string, spans: readonly Span[]): NounPhrase | null {
  const words = leading(spans.flatMap((span) => wordsOf(body, span)));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const core = words.slice(0, coreEnd(words));
  const split = core.findIndex((word, at) => word.possessive && at < core.length - 1);
  const owner = split >= 0 ? core.slice(0, split + 1) : null;
  const owned = split >= 0 ? words.slice(split + 1) : words;
  return {
    text: body.slice(first.start, last.end),
    span: { start: first.start, end: last.end },
    words,
    core,
    determiner: determinerOf(first.lower),
    owner,
    owned,
    head: core.at(-1) ?? first,
    names: namesIn(words),
  };
}

/** Without "according to", "even", "but". */
function leading(words: readonly Word[]): readonly Word[] {
  const start = words.findIndex((word) => !SKIPPED.has(word.lower) || word.text === 'US');
  return words.slice(Math.max(0, start));
}

const determinerOf = (lower: string): 'the' | 'a' | null => {
  if (ANAPHORIC.has(lower)) return 'the';
  return lower === 'a' || lower === 'an' || lower === 'another' || lower === 'one' ? 'a' : null;
};

function coreEnd(words: readonly Word[]): number {
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    const breaks = /[,;:([“"”—–]|--| - /.test(words[at - 1]?.gap ?? '');
    if (!word || breaks || PREPOSITIONS.has(word.lower) || RELATIVES.has(word.lower)) return at;
    if (at > 1 && /(?:ing|ed)$/.test(word.lower) && !word.capital && endsPhrase(words, at))
      return at;
  }
  return words.length;
}

/** A participle after a noun ("people familiar", "officials speaking on …"), not a modifier before one. */
const endsPhrase = (words: readonly Word[], at: number): boolean => {
  const next = words[at + 1];
  return next === undefined || isFunctionWord(next.lower);
};

/** The names within `words`. */
export function namesIn(words: readonly Word[]): NameMention[] {
  return nameRuns(words, () => false)
    .map((run) => nameMention(words, run))
    .filter((mention) => mention !== null);
}

/** The countries for which what `words` names speaks: possessives, demonyms, "of Ukraine"; not "ambassador to Russia". */
export function countriesOf(words: readonly Word[]): string[] {
  const codes: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const count = countryLength(words, at, words.length);
    if (count === 0) continue;
    const name = standsFor(phrase(words, at, at + count));
    if (name && belongs(words, at, at + count, name.form)) codes.push(name.code);
    at += count - 1;
  }
  return codes;
}

function belongs(words: readonly Word[], from: number, to: number, form: string): boolean {
  const before = words[from - 1]?.lower === 'the' ? words[from - 2] : words[from - 1];
  if (before && PREPOSITIONS.has(before.lower)) return before.lower === 'of';
  return form !== 'capital' || to < words.length;
}
