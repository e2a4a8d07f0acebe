import type { Question } from '../question/question.ts';
import { synonymsOf } from '../question/synonyms.ts';
import { sentences } from '../text/sentences.ts';
import { stemOf, termsOf } from '../text/terms.ts';
import { rarity } from './rarity.ts';
import type { SearchEngine, Sought } from './search-engine.ts';

/** One way an article may word a term of the question: stems that stand beside each other. */
interface Way {
  readonly stems: readonly string[];
  /** 1 for the asker's word, its inflections and variants; less for a guess. */
  readonly worth: number;
}

interface QueryTerm {
  /** As in the question, folded. */
  readonly word: string;
  /** Share of the question's weight, by rarity; the terms' weights sum to 1. */
  readonly weight: number;
  readonly ways: readonly Way[];
  /** False where neither the word nor any other way to write it stands in the corpus. */
  readonly known: boolean;
  /** Written with a capital in the question, other than as its first word. */
  readonly isName: boolean;
  /** Stands in the sentence that asks, not in one that only leads up to it. */
  readonly isAsked: boolean;
}

/** A question as the engines and the ranker read it. */
export interface SearchQuery {
  readonly terms: readonly QueryTerm[];
  /** The summed rarity of all terms: how much the question tells. */
  readonly rarity: number;
}

/** A bit mask holds them. */
const MOST_TERMS = 30;
const TYPO_WORTH = 0.8;
const SYNONYM_WORTH = 0.8;
const TYPOS_TRIED = 3;
/** Terms of what somebody typed: longer texts are pasted, and their unknown words are names. */
const MOST_TYPED = 16;
/** Longer ones are handles and addresses, not slips. */
const LONGEST_WORD = 20;

export interface SearchQueryOptions {
  /** Whether the words that name the speaker asked for are searched for too. */
  readonly namingSpeaker?: boolean;
}

export function searchQuery(
  question: Question,
  engine: SearchEngine,
  { namingSpeaker = false }: SearchQueryOptions = {},
): SearchQuery {
  const name = namingSpeaker ? termsOf(question.speaker?.text ?? '') : [];
  const all = [...name.map(({ word }) => word), ...question.terms.flatMap(parts)];
  const terms = tellingMost(
    [...new Set(all)].map((word) => {
      const ways = waysOf(word, question, engine);
      const holding = mostHeld(ways, engine);
      return { word, ways, known: holding > 0, rarity: rarity(holding, engine.passages) };
    }),
  );
  const total = terms.reduce((sum, term) => sum + term.rarity, 0);
  const names = namesIn(question.text);
  const asked = askedIn(question.text);
  return {
    rarity: total,
    terms: terms.map(({ word, ways, known, rarity }) => {
      const isAsked = asked.has(word);
      return { word, ways, known, weight: rarity / total, isName: names.has(word), isAsked };
    }),
  };
}

interface Rare {
  readonly known: boolean;
  readonly rarity: number;
}

/** The terms, in their order, as far as a bit mask holds them: those that the corpus knows, the rarest first. */
function tellingMost<T extends Rare>(terms: readonly T[]): readonly T[] {
  if (terms.length <= MOST_TERMS) return terms;
  const kept = [...terms].sort((a, b) => Number(b.known) - Number(a.known) || b.rarity - a.rarity);
  const telling = new Set(kept.slice(0, MOST_TERMS));
  return terms.filter((term) => telling.has(term));
}

function namesIn(text: string): ReadonlySet<string> {
  const [, ...others] = termsOf(text);
  const capitalised = others.filter(({ span }) => /\p{Lu}/u.test(text[span.start] ?? ''));
  return new Set(capitalised.map(({ word }) => word));
}

/** The words of the last sentence: "X was expelled this week. Which state is X from?" asks where X is from. */
function askedIn(text: string): ReadonlySet<string> {
  const last = sentences(text, { start: 0, end: text.length }).at(-1);
  return new Set(termsOf(text, last).map(({ word }) => word));
}

/** All stems that word a term of the question. */
export const stemsOf = ({ terms }: SearchQuery): ReadonlySet<string> =>
  new Set(terms.flatMap(({ ways }) => ways.flatMap(({ stems }) => stems)));

/** What engines are asked for. */
export function soughtBy(query: SearchQuery, engine: SearchEngine): Sought[] {
  return query.terms.flatMap(({ ways }, term) =>
    ways.flatMap(({ stems, worth }) =>
      stems.map((stem) => {
        const weight = worth * rarity(engine.passagesWith(stem), engine.passages);
        return { stem, term, weight };
      }),
    ),
  );
}

/** "s-200" is two words to the index. */
function parts(term: string): string[] {
  const words = termsOf(term).map(({ word }) => word);
  return words.length > 0 ? words : [term];
}

/** In how many passages a term may stand: a synonym tells nothing of the rarity of a word that is there itself. */
function mostHeld(ways: readonly Way[], engine: SearchEngine): number {
  const counts = (of: readonly Way[]) => Math.max(0, ...of.map((way) => held(way, engine)));
  return counts(ways.filter(({ worth }) => worth === 1)) || counts(ways);
}

/** In how many passages a way may stand: no more than its rarest stem. */
const held = (way: Way, engine: SearchEngine): number =>
  Math.min(...way.stems.map((stem) => engine.passagesWith(stem)));

function waysOf(word: string, question: Question, engine: SearchEngine): Way[] {
  const own: Way = { stems: [stemOf(word)], worth: 1 };
  const ways = [own, ...variantsOf(word, question), ...synonyms(word)];
  const known = ways.some((way) => held(way, engine) > 0);
  const isSlip = !known && word.length <= LONGEST_WORD && question.terms.length <= MOST_TYPED;
  return isSlip ? [...ways, ...typosOf(word, engine)] : ways;
}

/** A variant of several terms stands for each of them. */
function variantsOf(word: string, question: Question): Way[] {
  return Object.entries(question.variants)
    .filter(([written]) => written.split(' ').flatMap(parts).includes(word))
    .flatMap(([, variants]) => variants)
    .map((variant) => ({ stems: termsOf(variant).map(({ stem }) => stem), worth: 1 }))
    .filter(({ stems }) => stems.length > 0);
}

const synonyms = (word: string): Way[] =>
  synonymsOf(word).map((other) => ({ stems: [stemOf(other)], worth: SYNONYM_WORTH }));

function typosOf(word: string, engine: SearchEngine): Way[] {
  return engine
    .similarTo(stemOf(word))
    .slice(0, TYPOS_TRIED)
    .map(({ stem, edits }) => ({ stems: [stem], worth: TYPO_WORTH ** edits }));
}
