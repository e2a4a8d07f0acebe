import type { Speaker } from '../attribution/attribution.ts';
import { nameKey } from '../attribution/speakers/name-key.ts';
import { initialisms, plainWords } from '../attribution/speakers/organisation-key.ts';
import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import { canonicalSpelling } from '../text/spelling.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import {
  type Keyed,
  keyedBy,
  type Lists,
  listAt,
  listsOf,
  type Strings,
  stringAt,
  stringsOf,
} from './tables.ts';

/** Who speaks where, in typed arrays. A speaker is known by its position. */
export interface SpeakerTables {
  /** Each speaker as JSON, in the order in which they first speak. */
  readonly speakers: Strings;
  /** Attributions to each. */
  readonly statements: Uint32Array;
  /** Passages in which each speaks, rising. */
  readonly passages: Lists;
  /** For each passage the speakers of its attributions, in their order. */
  readonly said: Lists;
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
  /** Notes what was said in a passage that stands in earlier tables, always the same. */
  noteAgain(
    passage: number,
    earlier: { readonly tables: SpeakerTables; readonly at: number },
  ): void;
  /** `passages` is how many there are in all. */
  tables(passages: number): SpeakerTables;
}

export function gatherSpeakers(): SpeakerGatherer {
  const places = new Map<string, number>();
  const met = new WeakMap<Speaker, number>();
  const entries: Entry[] = [];
  const said = { places: new GrowingNumbers(), passages: new GrowingNumbers() };
  const placeUnder = (key: string, speaker: () => Speaker): number => {
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, entries.length);
    return entries.push({ speaker: speaker(), passages: [], statements: 0 }) - 1;
  };
  const placeOf = (speaker: Speaker): number => {
    const known = met.get(speaker);
    if (known !== undefined) return known;
    const place = placeUnder(speakerJson(speaker), () => speaker);
    met.set(speaker, place);
    return place;
  };
  const count = (place: number, passage: number) => {
    const entry = entries[place] as Entry;
    entry.statements++;
    if (entry.passages.at(-1) !== passage) entry.passages.push(passage);
    said.places.push(place);
    said.passages.push(passage);
  };
  let earlier: Earlier | null = null;
  const placeAgain = (tables: SpeakerTables, position: number): number => {
    earlier ??= { tables, places: new Map() };
    const known = earlier.places.get(position);
    if (known !== undefined) return known;
    const key = stringAt(tables.speakers, position);
    const place = placeUnder(key, () => JSON.parse(key));
    earlier.places.set(position, place);
    return place;
  };
  return {
    note: (speaker, passage) => {
      const place = placeOf(speaker);
      count(place, passage);
      return place;
    },
    noteAgain: (passage, { tables, at }) => {
      for (const position of listAt(tables.said, at)) count(placeAgain(tables, position), passage);
    },
    tables: (passages) => ({
      speakers: stringsOf(places.keys()),
      statements: Uint32Array.from(entries, ({ statements }) => statements),
      passages: listsOf(entries.map(({ passages }) => passages)),
      said: { values: said.places.values().slice(), starts: startsIn(said.passages, passages) },
      byKey: keyedBy(byKeys(entries, earlier)),
    }),
  };
}

/** Tables that are taken over from, and what becomes of the positions of speakers in them. */
interface Earlier {
  readonly tables: SpeakerTables;
  readonly places: Map<number, number>;
}

/** Where the rows of `owners`, which rise, begin; one more for the end. */
function startsIn(owners: GrowingNumbers, rows: number): Uint32Array {
  const starts = new Uint32Array(rows + 1);
  for (const owner of owners.values()) starts[owner + 1] = (starts[owner + 1] ?? 0) + 1;
  for (let row = 0; row < rows; row++)
    starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  return starts;
}

/** The same text for the same speaker, in whichever order its fields were set. */
const speakerJson = ({ name, type, aliases, memberOf, country, parts }: Speaker): string =>
  JSON.stringify({ name, type, aliases, memberOf, country, parts });

function byKeys(
  all: readonly Entry[],
  earlier: Earlier | null,
): ReadonlyMap<string, readonly number[]> {
  const found = earlier === null ? new Map<string, number[]>() : keysAgain(earlier);
  const known = new Set(earlier?.places.values());
  // A name, its folded form among the aliases and the same surname elsewhere are looked at once.
  const keysUnder = remembered(keysOf, Number.POSITIVE_INFINITY);
  all.forEach(({ speaker }, at) => {
    if (known.has(at)) return;
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
  for (const entries of found.values()) entries.sort((a, b) => a - b);
  return found;
}

/** The speakers under each key in earlier tables, as far as there still are any. */
function keysAgain({ tables: { byKey }, places }: Earlier): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let key = 0; key + 1 < byKey.keys.starts.length; key++) {
    const entries = Array.from(listAt(byKey.lists, key)).flatMap((at) => places.get(at) ?? []);
    if (entries.length > 0) found.set(stringAt(byKey.keys, key), entries);
  }
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
