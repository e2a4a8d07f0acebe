import { fold } from '../text/fold.ts';
import { canonicalSpelling } from '../text/spelling.ts';
import { termsOf } from '../text/terms.ts';
import { isFrameWord } from './frame-words.ts';
import type { KnownSpeaker } from './lexicon.ts';

/** The names by which speakers go, for looking up. */
export interface LearntNames {
  readonly phrases: ReadonlySet<string>;
  /** Single words of names, to the number of statements behind them. */
  readonly words: ReadonlyMap<string, number>;
  /** Positions of speakers by each stem of their names and descriptions. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
}

/** The most quoted are reached by description; the rest, in a large corpus, by name alone. */
const MOST_DESCRIBED = 20_000;

/** What `speakers`, most quoted first, are called. */
export function learnNames(speakers: readonly KnownSpeaker[]): LearntNames {
  const phrases = new Set<string>();
  const words = new Map<string, number>();
  for (const known of speakers) learn(known, phrases, words);
  return { phrases, words, byStem: byStem(speakers.slice(0, MOST_DESCRIBED)) };
}

function byStem(speakers: readonly KnownSpeaker[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  speakers.forEach(({ speaker }, at) => {
    for (const stem of stemsIn([speaker.name, ...speaker.aliases].join(' '))) {
      const known = found.get(stem);
      if (known) known.push(at);
      else found.set(stem, [at]);
    }
  });
  return found;
}

function learn(
  { speaker, statements }: KnownSpeaker,
  phrases: Set<string>,
  words: Map<string, number>,
): void {
  if (speaker.type === 'unnamed' || speaker.type === 'group') return;
  for (const alias of speaker.aliases) {
    phrases.add(phraseKey(alias));
    for (const word of alias.split(/[^\p{L}\p{N}-]+/u)) {
      if (word.length > 3 && !isFrameWord(word))
        words.set(word, (words.get(word) ?? 0) + statements);
    }
  }
}

/** What spellings of one name have in common. */
export const phraseKey = (phrase: string): string =>
  fold(phrase).replace(/^the /, '').split(' ').map(canonicalSpelling).join(' ');

/** The stems of a name or description, each once. */
const stemsIn = (text: string): ReadonlySet<string> =>
  new Set(termsOf(text.replace(/['’]s\b/gu, '')).map(({ stem }) => stem));
