import type { Speaker } from '../attribution/attribution.ts';
import { nameKey } from '../attribution/speakers/name-key.ts';
import { initialisms, plainWords } from '../attribution/speakers/organisation-key.ts';
import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import { canonicalSpelling } from '../text/spelling.ts';
import { type Keyed, keyedBy, type Lists, listsOf, type Strings, stringsOf } from './tables.ts';

/** Who speaks where, in typed arrays. A speaker is known by its position. */
export interface SpeakerTables {
  /** Each speaker as JSON, in the order in which they first speak. */
  readonly speakers: Strings;
  /** Attributions to each. */
  readonly statements: Uint32Array;
  /** Passages in which each speaks, rising. */
  readonly passages: Lists;
  /** Speakers under every key by which a question may reach them: few are left to compare. */
  readonly byKey: Keyed;
}

interface Entry {
  readonly speaker: Speaker;
  readonly passages: number[];
  statements: number;
}

/** Gathers who speaks in which passage, passage by passage. */
export interface SpeakerGatherer {
  /** Notes one attribution; gives the speaker's position. */
  note(speaker: Speaker, passage: number): number;
  tables(): SpeakerTables;
}

export function gatherSpeakers(): SpeakerGatherer {
  const places = new Map<string, number>();
  const met = new WeakMap<Speaker, number>();
  const entries: Entry[] = [];
  const placeOf = (speaker: Speaker): number => {
    const known = met.get(speaker);
    if (known !== undefined) return known;
    const key = speakerJson(speaker);
    const place = places.get(key) ?? entries.push({ speaker, passages: [], statements: 0 }) - 1;
    places.set(key, place);
    met.set(speaker, place);
    return place;
  };
  return {
    note: (speaker, passage) => {
      const place = placeOf(speaker);
      const entry = entries[place];
      if (entry) count(entry, passage);
      return place;
    },
    tables: () => ({
      speakers: stringsOf(places.keys()),
      statements: Uint32Array.from(entries, ({ statements }) => statements),
      passages: listsOf(entries.map(({ passages }) => passages)),
      byKey: keyedBy(byKeys(entries)),
    }),
  };
}

function count(entry: Entry, passage: number): void {
  entry.statements++;
  if (entry.passages.at(-1) !== passage) entry.passages.push(passage);
}

/** The same text for the same speaker, in whichever order its fields were set. */
const speakerJson = ({ name, type, aliases, memberOf, country, parts }: Speaker): string =>
  JSON.stringify({ name, type, aliases, memberOf, country, parts });

function byKeys(all: readonly Entry[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  // A name, its folded form among the aliases and the same surname elsewhere are looked at once.
  const keysUnder = remembered(keysOf, Number.POSITIVE_INFINITY);
  all.forEach(({ speaker }, at) => {
    const { name, aliases, memberOf, country, parts = [] } = speaker;
    const inner = parts.flatMap((part) => [part.name, ...part.aliases, ...part.memberOf]);
    const codes = [country, ...parts.map((part) => part.country)].filter(
      (code) => code !== undefined,
    );
    const texts = [name, ...aliases, ...memberOf, ...codes, ...inner];
    for (const key of new Set(texts.map(fold).flatMap(keysUnder))) {
      const entries = found.get(key);
      if (entries === undefined) found.set(key, [at]);
      else entries.push(at);
    }
  });
  return found;
}

/** Keys by which one name reaches a speaker. */
interface NameKeys {
  /** For each word that tells something, the ways to spell it. */
  readonly words: readonly (readonly string[])[];
  readonly initials: readonly string[];
}

/** No name is told by them, and thousands hold them. */
const FILLERS = new Set(
  'the a an of for and & in on at to from by with its s jr sr ii iii iv'.split(' '),
);

export function nameKeys(text: string): NameKeys {
  const all = plainWords(fold(text));
  const telling = all.filter((word) => !FILLERS.has(word));
  const words = telling.length > 0 ? telling : all;
  return {
    words: words.map((word) => [...new Set([word, nameKey(word), canonicalSpelling(word)])]),
    initials: initialisms(all.join(' ')),
  };
}

function keysOf(text: string): string[] {
  const { words, initials } = nameKeys(text);
  return [...words.flat(), ...initials];
}
