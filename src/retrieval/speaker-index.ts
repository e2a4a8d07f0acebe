import type { Attribution, Speaker } from '../attribution/attribution.ts';
import { nameKey } from '../attribution/speakers/name-key.ts';
import { initialisms, plainWords } from '../attribution/speakers/organisation-key.ts';
import { speaks } from '../attribution/speakers/speaks.ts';
import type { Article } from '../corpus/article.ts';
import type { AskedSpeaker } from '../question/question.ts';
import { fold } from '../text/fold.ts';

/** How a speaker fits the one asked for: is that one, or speaks for it. */
export type SpeakerMatch = 'same' | 'member';

interface Known {
  readonly speaker: Speaker;
  /** Passages, by position, in which this speaker speaks. */
  readonly passages: number[];
  statements: number;
  articles: number;
}

/** Those who fit a speaker asked for. */
export interface FoundSpeakers {
  /** Passages with a statement of theirs, each with the closest match. */
  readonly passages: ReadonlyMap<number, SpeakerMatch>;
  readonly statements: number;
  matchOf(speaker: Speaker): SpeakerMatch | null;
}

/** Who speaks where. */
export interface SpeakerIndex {
  /** Who of the corpus is, or speaks for, the one asked for. */
  find(asked: AskedSpeaker): FoundSpeakers;
  readonly known: readonly Known[];
}

export function buildSpeakerIndex(
  passages: Iterable<{ readonly attributions: readonly Attribution[]; readonly article: Article }>,
): SpeakerIndex {
  const known = new Map<string, Entry>();
  const entries = new WeakMap<Speaker, Known>();
  let at = 0;
  for (const { attributions, article } of passages) {
    for (const { speaker } of attributions) {
      if (speaker !== null) entries.set(speaker, note(known, speaker, article, at));
    }
    at++;
  }
  const all = [...known.values()];
  const index = byKeys(all);
  const recent = new WeakMap<AskedSpeaker, FoundSpeakers>();
  return {
    known: all,
    find: (asked) => {
      const found = recent.get(asked) ?? foundSpeakers(matches(asked, index), entries);
      recent.set(asked, found);
      return found;
    },
  };
}

function foundSpeakers(
  matching: ReadonlyMap<Known, SpeakerMatch>,
  entries: WeakMap<Speaker, Known>,
): FoundSpeakers {
  let statements = 0;
  for (const entry of matching.keys()) statements += entry.statements;
  return {
    passages: passagesOf(matching),
    statements,
    matchOf: (speaker) => {
      const entry = entries.get(speaker);
      return entry === undefined ? null : (matching.get(entry) ?? null);
    },
  };
}

type Entry = Known & { last: Article | null };

function note(
  known: Map<string, Entry>,
  speaker: Speaker,
  article: Article,
  passage: number,
): Known {
  const key = JSON.stringify([speaker.name, speaker.type, speaker.aliases, speaker.memberOf]);
  const entry = known.get(key) ?? { speaker, passages: [], statements: 0, articles: 0, last: null };
  entry.statements++;
  if (entry.last !== article) entry.articles++;
  entry.last = article;
  if (entry.passages.at(-1) !== passage) entry.passages.push(passage);
  known.set(key, entry);
  return entry;
}

/** Speakers under every key by which a question may reach them: few are left to compare. */
function byKeys(all: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
  const found = new Map<string, Known[]>();
  for (const entry of all) {
    const { name, aliases, memberOf, country, parts = [] } = entry.speaker;
    const inner = parts.flatMap((part) => [part.name, ...part.aliases, ...part.memberOf]);
    const codes = [country, ...parts.map((part) => part.country)].filter(
      (code) => code !== undefined,
    );
    const texts = [name, ...aliases, ...memberOf, ...codes, ...inner];
    for (const key of new Set(texts.flatMap(keysOf))) {
      const entries = found.get(key);
      if (entries === undefined) found.set(key, [entry]);
      else entries.push(entry);
    }
  }
  return found;
}

/** Words, their spelling-proof keys, and the initials of several. */
function keysOf(text: string): string[] {
  const words = plainWords(fold(text));
  return [...words, ...words.map(nameKey), ...initialisms(words.join(' '))];
}

function matches(
  asked: AskedSpeaker,
  index: ReadonlyMap<string, readonly Known[]>,
): ReadonlyMap<Known, SpeakerMatch> {
  const keys = [...asked.aliases.flatMap(keysOf), fold(asked.country ?? '')];
  const fitting = new Set(keys.flatMap((key) => index.get(key) ?? []));
  const found = new Map<Known, SpeakerMatch>();
  for (const entry of fitting) {
    const match = speaks(entry.speaker, asked);
    if (match !== null) found.set(entry, match);
  }
  return found;
}

function passagesOf(matching: ReadonlyMap<Known, SpeakerMatch>): Map<number, SpeakerMatch> {
  const found = new Map<number, SpeakerMatch>();
  for (const [{ passages }, match] of matching) {
    for (const passage of passages) {
      if (match === 'same' || !found.has(passage)) found.set(passage, match);
    }
  }
  return found;
}
