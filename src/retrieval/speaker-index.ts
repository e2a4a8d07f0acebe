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

/** Who speaks where. */
export interface SpeakerIndex {
  /** Passages with a statement of the speaker asked for, in order, each with the closest match. */
  passagesOf(asked: AskedSpeaker): ReadonlyMap<number, SpeakerMatch>;
  statementsOf(asked: AskedSpeaker): number;
  readonly known: readonly Known[];
}

export function buildSpeakerIndex(
  passages: Iterable<{ readonly attributions: readonly Attribution[]; readonly article: Article }>,
): SpeakerIndex {
  const known = new Map<string, Known & { last: Article | null }>();
  let at = 0;
  for (const { attributions, article } of passages) {
    for (const { speaker } of attributions) {
      if (speaker !== null) note(known, speaker, article, at);
    }
    at++;
  }
  const all = [...known.values()];
  const index = byKeys(all);
  const matching = (asked: AskedSpeaker) => matches(asked, index);
  return {
    known: all,
    passagesOf: (asked) => passagesOf(matching(asked)),
    statementsOf: (asked) => matching(asked).reduce((sum, [{ statements }]) => sum + statements, 0),
  };
}

function note(
  known: Map<string, Known & { last: Article | null }>,
  speaker: Speaker,
  article: Article,
  passage: number,
): void {
  const key = JSON.stringify([speaker.name, speaker.type, speaker.aliases, speaker.memberOf]);
  const entry = known.get(key) ?? { speaker, passages: [], statements: 0, articles: 0, last: null };
  entry.statements++;
  if (entry.last !== article) entry.articles++;
  entry.last = article;
  if (entry.passages.at(-1) !== passage) entry.passages.push(passage);
  known.set(key, entry);
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
): [Known, SpeakerMatch][] {
  const keys = [...asked.aliases.flatMap(keysOf), fold(asked.country ?? '')];
  const fitting = new Set(keys.flatMap((key) => index.get(key) ?? []));
  return [...fitting].flatMap((entry): [Known, SpeakerMatch][] => {
    const match = speaks(entry.speaker, asked);
    return match === null ? [] : [[entry, match]];
  });
}

function passagesOf(matching: readonly [Known, SpeakerMatch][]): Map<number, SpeakerMatch> {
  const found = new Map<number, SpeakerMatch>();
  for (const [{ passages }, match] of matching) {
    for (const passage of passages) {
      if (match === 'same' || !found.has(passage)) found.set(passage, match);
    }
  }
  return found;
}
