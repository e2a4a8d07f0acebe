import type { Speaker } from '../attribution/attribution.ts';
import { speaks } from '../attribution/speakers/speaks.ts';
import type { AskedSpeaker } from '../question/question.ts';
import { fold } from '../text/fold.ts';
import { nameKeys, type SpeakerTables } from './speaker-tables.ts';
import { listAt, stringAt, valuesUnder } from './tables.ts';

/** How a speaker fits the one asked for: is that one, or speaks for it. */
export type SpeakerMatch = 'same' | 'member';

/** Those who fit a speaker asked for. */
interface FoundSpeakers {
  /** Passages with a statement of theirs, each with the closest match. */
  readonly passages: ReadonlyMap<number, SpeakerMatch>;
  readonly statements: number;
  matchOf(speaker: Speaker): SpeakerMatch | null;
}

/** Who speaks where. */
export interface SpeakerIndex {
  /** Who of the corpus is, or speaks for, the one asked for. */
  find(asked: AskedSpeaker): FoundSpeakers;
}

/** The speakers of a corpus by their positions: decoded as they are needed. */
export interface HeldSpeakers {
  at(position: number): Speaker;
  /** Undefined for a speaker that was neither had from `at` nor told of. */
  positionOf(speaker: Speaker): number | undefined;
  /** Tells where a speaker stands that was made elsewhere. */
  tell(speaker: Speaker, position: number): void;
}

/** Decoded speakers that are kept: some hundred bytes each. */
const MOST_HELD = 20_000;

export function holdSpeakers({ speakers }: Pick<SpeakerTables, 'speakers'>): HeldSpeakers {
  const positions = new WeakMap<Speaker, number>();
  const held = new Map<number, Speaker>();
  return {
    positionOf: (speaker) => positions.get(speaker),
    tell: (speaker, position) => void positions.set(speaker, position),
    at: (position) => {
      const known = held.get(position);
      if (known !== undefined) return known;
      const speaker: Speaker = JSON.parse(stringAt(speakers, position));
      if (held.size >= MOST_HELD) held.clear();
      held.set(position, speaker);
      positions.set(speaker, position);
      return speaker;
    },
  };
}

/** Reading one question asks for the same few again and again. */
const MOST_RECENT = 100;

export function speakerIndex(tables: SpeakerTables, held: HeldSpeakers): SpeakerIndex {
  const recent = new Map<string, FoundSpeakers>();
  return {
    find: (asked) => {
      const key = JSON.stringify([asked.aliases, asked.country]);
      const found = recent.get(key) ?? foundSpeakers(matches(asked, tables, held), tables, held);
      if (recent.size >= MOST_RECENT) recent.clear();
      recent.set(key, found);
      return found;
    },
  };
}

type Matches = ReadonlyMap<number, SpeakerMatch>;

function foundSpeakers(
  matching: Matches,
  { statements, passages }: SpeakerTables,
  held: HeldSpeakers,
): FoundSpeakers {
  let all = 0;
  const spoken = new Map<number, SpeakerMatch>();
  for (const [position, match] of matching) {
    all += statements[position] ?? 0;
    for (const passage of listAt(passages, position)) {
      if (match === 'same' || !spoken.has(passage)) spoken.set(passage, match);
    }
  }
  return {
    passages: spoken,
    statements: all,
    matchOf: (speaker) => matching.get(held.positionOf(speaker) ?? -1) ?? null,
  };
}

function matches(asked: AskedSpeaker, tables: SpeakerTables, held: HeldSpeakers): Matches {
  const { aliases, country } = asked;
  const under = (key: string) => [...valuesUnder(tables.byKey, key)];
  const fitting = new Set([
    ...aliases.flatMap((name) => reached(name, under)),
    ...under(fold(country ?? '')),
  ]);
  const found = new Map<number, SpeakerMatch>();
  for (const position of fitting) {
    const match = speaks(held.at(position), asked);
    if (match !== null) found.set(position, match);
  }
  return found;
}

/** Speakers under one word from which on it is no more than a part of a name: "president", "university". */
const COMMON = 100;

/**
 * Speakers who may bear `name`. One who does holds each word of it, or its last, the surname; so of the others those that
 * many hold are passed over.
 */
function reached(name: string, under: (key: string) => number[]): number[] {
  const { words, initials } = nameKeys(name);
  const lists = words.map((spellings) => spellings.flatMap(under));
  const found = lists.filter(({ length }) => length > 0);
  const fewest = Math.min(...found.map(({ length }) => length));
  const telling = found.filter(
    (list) => list.length <= Math.max(COMMON, fewest) || list === lists.at(-1),
  );
  return [...telling, ...initials.map(under)].flat();
}
