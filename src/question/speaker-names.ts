import type { Speaker } from '../attribution/attribution.ts';
import { standsFor } from '../attribution/speakers/countries.ts';
import { plainWords, splitCountry } from '../attribution/speakers/organisation-key.ts';
import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { canonicalSpelling } from '../text/spelling.ts';
import { termsOf } from '../text/terms.ts';
import { isFrameWord } from './frame-words.ts';
import type { KnownSpeaker, Lexicon } from './lexicon.ts';
import type { AskedSpeaker } from './question.ts';
import type { Word } from './words.ts';

/** The names by which the corpus' speakers go, for looking up. */
interface SpeakerNames {
  /** Speakers by each stem of their names and descriptions. */
  readonly byStem: ReadonlyMap<string, readonly Speaker[]>;
  readonly phrases: ReadonlySet<string>;
  /** Single words of names, to the number of statements behind them. */
  readonly words: ReadonlyMap<string, number>;
}

const made = new WeakMap<Lexicon, SpeakerNames>();

function namesOf(lexicon: Lexicon): SpeakerNames {
  const known = made.get(lexicon);
  if (known) return known;
  const phrases = new Set<string>();
  const words = new Map<string, number>();
  for (const known of lexicon.speakers) learn(known, phrases, words);
  const names = { phrases, words, byStem: byStem(lexicon.speakers.slice(0, MOST_KNOWN)) };
  made.set(lexicon, names);
  return names;
}

/** The most quoted are reached by description; the rest, in a large corpus, by name alone. */
const MOST_KNOWN = 20_000;

function byStem(speakers: readonly KnownSpeaker[]): ReadonlyMap<string, readonly Speaker[]> {
  const found = new Map<string, Speaker[]>();
  for (const { speaker } of speakers) {
    for (const stem of stemsOf([speaker.name, ...speaker.aliases].join(' '))) {
      const known = found.get(stem);
      if (known) known.push(speaker);
      else found.set(stem, [speaker]);
    }
  }
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

const phraseKey = (phrase: string): string =>
  fold(phrase).replace(/^the /, '').split(' ').map(canonicalSpelling).join(' ');

/** What `words` name: a speaker of the corpus, a seat of government, a country, nobody the corpus knows; else null. */
export function knownAs(
  words: readonly Word[],
  lexicon: Lexicon,
): 'speaker' | 'seat' | 'country' | 'unheard' | null {
  if (words.length === 0) return null;
  const phrase = words.map(({ folded }) => folded).join(' ');
  const named = standsFor(phrase);
  if (named) return named.form === 'seat' ? 'seat' : 'country';
  if (namesOf(lexicon).phrases.has(phraseKey(phrase))) return 'speaker';
  if (lexicon.statementsBy(askedSpeaker(words)) > 0) return 'speaker';
  const unheard = words.every(
    ({ text, folded }) => /^\p{Lu}\p{Ll}{2}/u.test(text) && lexicon.articlesWith(folded) === 0,
  );
  return unheard ? 'unheard' : null;
}

/** The speaker that `words` of a question name. */
export function askedSpeaker(words: readonly Word[]): AskedSpeaker {
  const text = words
    .map(({ text, possessive }, at) => (possessive && at < words.length - 1 ? `${text}'s` : text))
    .join(' ');
  const folded = fold(text.replace(/['’]s\b/gu, ''));
  const spelled = words.map(({ folded }) => folded).join(' ');
  const aliases = [...new Set([spelled, folded])];
  const country = standsFor(spelled)?.code ?? splitCountry(plainWords(spelled)).code;
  return { text, aliases, ...(country ? { country } : {}) };
}

/** Speakers that a description may fit; more would say nothing. */
const MOST_DESCRIBED = 12;

/**
 * The speaker that `words` name. Where nobody in the corpus goes by that name, those whom it describes: "the ministry",
 * "the head of BRICS" reach every speaker whose own description holds all these words.
 */
export function speakerFor(words: readonly Word[], lexicon: Lexicon): AskedSpeaker {
  const asked = askedSpeaker(words);
  if (lexicon.statementsBy(asked) > 0) return asked;
  const described = speakersDescribed(asked, lexicon);
  const aliases = described.flatMap(({ name, aliases }) => [fold(name), ...aliases]);
  return { ...asked, aliases: [...new Set([...asked.aliases, ...aliases])] };
}

function speakersDescribed({ text }: AskedSpeaker, lexicon: Lexicon): Speaker[] {
  const { byStem } = namesOf(lexicon);
  const [first = [], ...others] = [...stemsOf(text)]
    .map((stem) => byStem.get(stem) ?? [])
    .sort((a, b) => a.length - b.length)
    .map((speakers) => new Set(speakers));
  return [...first]
    .filter((speaker) => others.every((speakers) => speakers.has(speaker)))
    .slice(0, MOST_DESCRIBED);
}

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(termsOf(text.replace(/['’]s\b/gu, '')).map(({ stem }) => stem));

/**
 * `words` with what nobody in the corpus writes ("Rusia") put as the nearest name of one of its speakers is written.
 * A word that the corpus holds, or that names a country, is left alone.
 */
export function withNamesSpelled(words: readonly Word[], lexicon: Lexicon): Word[] {
  return words.map((word) => {
    const { folded } = word;
    const fine =
      folded.length < 4 ||
      isFrameWord(folded) ||
      !/^\p{L}[\p{L}-]+$/u.test(folded) ||
      lexicon.articlesWith(folded) > 0 ||
      standsFor(folded) !== null;
    const nearest = fine ? null : nearestName(folded, lexicon);
    return nearest ? { ...word, text: cased(nearest, word.text), folded: nearest } : word;
  });
}

/** Among equally near names the one most often quoted. */
function nearestName(word: string, lexicon: Lexicon): string | null {
  const { words } = namesOf(lexicon);
  if (words.has(word)) return null;
  const most = word.length < 8 ? 1 : 2;
  const near = [...words]
    .map(([name, statements]) => ({ name, statements, edits: editsBetween(name, word, most) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits || b.statements - a.statements);
  return near[0]?.name ?? null;
}

/** Spellings of one name count as none. */
const editsBetween = (name: string, word: string, most: number): number =>
  Math.min(
    editDistance(canonicalSpelling(name), canonicalSpelling(word), most),
    editDistance(name, word, most),
  );

const cased = (name: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : name;
