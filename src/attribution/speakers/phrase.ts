import { type Span, slice } from '../../text/span.ts';
import { standsFor } from './countries.ts';
import { countryLength, phrase } from './country-words.ts';
import { isFunctionWord, PREPOSITIONS, RELATIVES } from './function-words.ts';
import { isAcronym, nameRuns } from './name-runs.ts';
import { type NameMention, nameMention } from './names.ts';
import { isOrganisationNoun } from './nouns.ts';
import type { Word } from './words.ts';

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
/** Words that an extractor may take along, but that belong to the cue or to the clause. */
const LINKS = new Set(
  'as like including according to and while by from with yet so when for but'.split(' '),
);
/** Words that qualify the whole phrase: part of its wording, not of its grammar. */
const FOCUS = new Set('even only both just'.split(' '));

/** The noun phrase that `all` words make; null for none. */
export function nounPhrase(body: string, all: readonly Word[]): NounPhrase | null {
  const worded = without(all, LINKS);
  const words = without(worded, FOCUS);
  const [outer, first, last] = [worded[0], words[0], words.at(-1)];
  if (!outer || !first || !last) return null;
  const core = words.slice(0, coreEnd(words));
  const split = core.findIndex((word, at) => word.possessive && at < core.length - 1);
  const span = { start: outer.start, end: closed(body, outer.start, last.end) };
  return {
    text: slice(body, span),
    span,
    words,
    core,
    determiner: determinerOf(first.lower),
    owner: split >= 0 ? core.slice(0, split + 1) : null,
    owned: split >= 0 ? words.slice(split + 1) : words,
    head: core.at(-1) ?? first,
    names: namesIn(words),
  };
}

function without(words: readonly Word[], leading: ReadonlySet<string>): readonly Word[] {
  const start = words.findIndex((word) => !leading.has(word.lower));
  return words.slice(Math.max(0, start));
}

/** With the bracket or the quotation mark that closes what the words opened. */
function closed(body: string, start: number, end: number): number {
  const opened = { ')': '(', '”': '“' }[body.charAt(end)];
  return opened !== undefined && body.slice(start, end).includes(opened) ? end + 1 : end;
}

const determinerOf = (lower: string): 'the' | 'a' | null => {
  if (ANAPHORIC.has(lower)) return 'the';
  return lower === 'a' || lower === 'an' || lower === 'another' || lower === 'one' ? 'a' : null;
};

function coreEnd(words: readonly Word[]): number {
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (!word || breaksBefore(words, at) || isLink(word)) return at;
    if (at > 1 && isParticiple(word) && endsPhrase(words, at)) return at;
  }
  return words.length;
}

/** "of", "who"; not "WHO". */
const isLink = ({ lower, text }: Word): boolean =>
  (PREPOSITIONS.has(lower) || RELATIVES.has(lower)) && !isAcronym(text);

/** A comma, a bracket or a dash before the word. */
export const breaksBefore = (words: readonly Word[], at: number): boolean =>
  /[,;:([—–]|--| - /.test(words[at - 1]?.gap ?? '');

const isParticiple = ({ lower, capital }: Word): boolean => !capital && /(?:ing|ed)$/.test(lower);

/** A participle after a noun ("officials speaking on …"), not a modifier before one. */
const endsPhrase = (words: readonly Word[], at: number): boolean => {
  const next = words[at + 1];
  return next === undefined || isFunctionWord(next.lower);
};

const namesIn = (words: readonly Word[]): NameMention[] =>
  nameRuns(words)
    .map((run) => nameMention(words, run))
    .filter((mention) => mention !== null);

/**
 * The countries for which what `words` names speaks: possessives, demonyms, "of Ukraine", "for the Russian ministry";
 * not "ambassador to Russia", "an expert on China".
 */
export function countriesOf(words: readonly Word[]): string[] {
  const codes: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const count = words[at]?.capital ? countryLength(words, at, words.length) : 0;
    if (count === 0) continue;
    const name = standsFor(phrase(words, at, at + count));
    if (name && belongs(words, at, at + count, name.form)) codes.push(name.code);
    at += count - 1;
  }
  return [...new Set(codes)];
}

function belongs(words: readonly Word[], from: number, to: number, form: string): boolean {
  const before = words[from - 1]?.lower === 'the' ? words[from - 2] : words[from - 1];
  const owns = words[to - 1]?.possessive === true || form === 'demonym';
  if (before && PREPOSITIONS.has(before.lower))
    return before.lower === 'of' || (/^(?:for|at|in|with)$/.test(before.lower) && owns);
  return form !== 'capital' || to < words.length;
}

/** The noun of an apposition that calls the core a body: "agency" in "Xinhua, China's state news agency"; else null. */
export function besideNoun({ words, core }: NounPhrase): string | null {
  const at = core.length;
  if (!words[at] || words[at - 1]?.gap !== ', ') return null;
  const rest = words.slice(at);
  const end = rest.findIndex(
    ({ lower }, index) => index > 0 && (PREPOSITIONS.has(lower) || RELATIVES.has(lower)),
  );
  const head = rest[(end < 0 ? rest.length : end) - 1];
  return head && !head.capital && isOrganisationNoun(head.lower) ? head.lower : null;
}
