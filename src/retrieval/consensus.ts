import { contains, type Span } from '../text/span.ts';
import type { Term } from '../text/terms.ts';
import { isCapital } from './answer-type.ts';
import type { ReadPassage } from './read-passage.ts';
import type { Passage } from './retrieve.ts';
import type { Finder } from './wanted.ts';

/** How much a passage holds of what the best passages and their headlines tell beyond the question; each 0 to 1. */
export const CONSENSUS_FEATURES = [
  /** Of the words that tell most. */
  'agreed',
  /** … of those written with a capital. */
  'agreedNames',
  /** Of the names in its own headline, by rarity: where that answers, this may be what it sums up. */
  'headlineNames',
  /** Something of the kind asked for: 1 where it is one of a list, half where it only looks like one. */
  'kindHeld',
] as const;

export type Consensus = Readonly<Record<(typeof CONSENSUS_FEATURES)[number], number>>;

/** Where nothing is compared. */
export const NO_CONSENSUS: Consensus = {
  agreed: 0,
  agreedNames: 0,
  headlineNames: 0,
  kindHeld: 0,
};

/** What is compared of a ranked unit. */
interface Compared {
  readonly passage: Passage;
  readonly unit: { readonly span: Span };
  readonly score: number;
}

export interface Comparing {
  readonly read: (passage: Passage) => ReadPassage;
  /** All stems that word a term of the question: nothing new. */
  readonly asked: ReadonlySet<string>;
  readonly rarityOf: (stem: string) => number;
  readonly find: Finder;
}

/** A word counts by the best passage that holds it: one this many points of score behind the best counts for 1/e. */
const BEHIND = 2;
/** Passages that count for less are passed over. */
const LEAST = 0.01;
/** Words that the passages are held to. */
const AGREED_ON = 10;

/**
 * What each of `units`, best first, holds of what they tell together: an answer to a question about news stands in
 * more than one report, and often in the headline.
 */
export function consensus<T extends Compared>(
  units: readonly T[],
  comparing: Comparing,
): (unit: T) => Consensus {
  const inside = new Map(units.map((unit) => [unit, termsIn(unit, comparing)]));
  const heldBy = (unit: T): readonly Term[] => inside.get(unit) ?? [];
  const fresh = new Map(units.map((unit) => [unit, newAmong(heldBy(unit), comparing)]));
  const told = (unit: T): readonly Term[] => fresh.get(unit) ?? [];
  const namesOf = namesInHeadlines(comparing);
  const { words, names } = toldBy(units, told, comparing);
  const all = heaviest(words, () => true);
  const ofNames = heaviest(words, (stem) => names.has(stem));
  return (unit) => {
    const stems = new Set(told(unit).map(({ stem }) => stem));
    return {
      agreed: shareHeld(all, stems),
      agreedNames: shareHeld(ofNames, stems),
      headlineNames: shareHeld(namesOf(unit), stems),
      kindHeld: comparing.find({ text: unit.passage.article.body, terms: heldBy(unit) }),
    };
  };
}

/** Names that a unit's headline tells beyond the question, by rarity; worked out once an article. */
function namesInHeadlines({ read, asked, rarityOf }: Comparing): (unit: Compared) => Weights {
  const known = new Map<unknown, Weights>();
  return ({ passage }) => {
    const { article } = passage;
    const before = known.get(article);
    if (before !== undefined) return before;
    const isNewName = ({ stem, span }: Term) =>
      !asked.has(stem) && isCapital(article.headline, span);
    const names = read(passage).headline.filter(isNewName);
    const weights = new Map(names.map(({ stem }) => [stem, rarityOf(stem)]));
    known.set(article, weights);
    return weights;
  };
}

const termsIn = ({ passage, unit }: Compared, { read }: Comparing): readonly Term[] =>
  read(passage).terms.filter(({ span }) => contains(unit.span, span));

/** What a unit tells beyond the question. */
const newAmong = (terms: readonly Term[], { asked }: Comparing): readonly Term[] =>
  terms.filter(({ stem }) => !asked.has(stem));

/** By stem. */
type Weights = ReadonlyMap<string, number>;

interface Told {
  /** By how many articles each word is told, how good they are, and how rare it is. */
  readonly words: Weights;
  /** Those that stand with a capital somewhere. */
  readonly names: ReadonlySet<string>;
}

function toldBy<T extends Compared>(
  units: readonly T[],
  told: (unit: T) => readonly Term[],
  { read, asked, rarityOf }: Comparing,
): Told {
  const best = units[0]?.score ?? 0;
  const massOf = ({ score }: T) => Math.exp((score - best) / BEHIND);
  const counted = units.filter((unit) => massOf(unit) >= LEAST);
  const words = new Map<string, number>();
  const add = (stem: string, mass: number) =>
    words.set(stem, (words.get(stem) ?? 0) + mass * rarityOf(stem));
  for (const own of byArticle(counted)) {
    for (const [stem, mass] of massesIn(own, told, massOf)) add(stem, mass);
    for (const stem of headlineOf(own[0], read)) if (!asked.has(stem)) add(stem, massOf(own[0]));
  }
  return { words, names: new Set(counted.flatMap((unit) => capitalsIn(unit, told(unit)))) };
}

/** What the words of one article count for: each as the best passage that holds it. */
function massesIn<T>(
  own: readonly T[],
  told: (unit: T) => readonly Term[],
  massOf: (unit: T) => number,
): ReadonlyMap<string, number> {
  const masses = new Map<string, number>();
  for (const unit of [...own].reverse()) {
    for (const { stem } of told(unit)) masses.set(stem, massOf(unit));
  }
  return masses;
}

const capitalsIn = ({ passage }: Compared, terms: readonly Term[]): string[] =>
  terms.filter(({ span }) => isCapital(passage.article.body, span)).map(({ stem }) => stem);

const headlineOf = ({ passage }: Compared, read: Comparing['read']): ReadonlySet<string> =>
  new Set(read(passage).headline.map(({ stem }) => stem));

function byArticle<T extends Compared>(units: readonly T[]): Iterable<[T, ...T[]]> {
  const groups = new Map<unknown, [T, ...T[]]>();
  for (const unit of units) {
    const group = groups.get(unit.passage.article);
    if (group === undefined) groups.set(unit.passage.article, [unit]);
    else group.push(unit);
  }
  return groups.values();
}

/** Of equals, the first. */
function heaviest(weights: Weights, isWanted: (stem: string) => boolean): Weights {
  const kept: [string, number][] = [];
  for (const [stem, weight] of weights) {
    const least = kept[AGREED_ON - 1]?.[1] ?? 0;
    if (weight <= least || !isWanted(stem)) continue;
    kept.push([stem, weight]);
    kept.sort((a, b) => b[1] - a[1]);
    kept.length = Math.min(kept.length, AGREED_ON);
  }
  return new Map(kept);
}

function shareHeld(weights: Weights, held: ReadonlySet<string>): number {
  let found = 0;
  let all = 0;
  for (const [stem, weight] of weights) {
    all += weight;
    if (held.has(stem)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
