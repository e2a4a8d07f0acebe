import type { Speaker } from '../attribution/attribution.ts';
import { standsFor } from '../attribution/speakers/countries.ts';
import { plainWords, splitCountry } from '../attribution/speakers/organisation-key.ts';
import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { canonicalSpelling } from '../text/spelling.ts';
import { stemOf, termsOf } from '../text/terms.ts';
import { isFrameWord } from './frame-words.ts';
import { phraseKey } from './learn-names.ts';
import type { Lexicon } from './lexicon.ts';
import type { AskedSpeaker } from './question.ts';
import { slipOf } from './slips.ts';
import { synonymsOf } from './synonyms.ts';
import type { Word } from './words.ts';

/** What `words` name: a speaker of the corpus, a seat of government, a country, nobody the corpus knows; else null. */
export function knownAs(
  words: readonly Word[],
  lexicon: Lexicon,
): 'speaker' | 'seat' | 'country' | 'unheard' | null {
  if (words.length === 0) return null;
  const phrase = words.map(({ folded }) => folded).join(' ');
  const named = standsFor(phrase);
  if (named) return named.form === 'seat' ? 'seat' : 'country';
  if (lexicon.names.hasPhrase(phraseKey(phrase))) return 'speaker';
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

/** Another word for an office describes it too: "BRICS chief" is the head of BRICS. */
function speakersDescribed({ text }: AskedSpeaker, { names }: Lexicon): Speaker[] {
  const words = termsOf(text.replace(/['’]s\b/gu, ''));
  const ways = words.map(({ stem, word }) => [stem, ...synonymsOf(word).map(stemOf)]);
  return names.describedBy(ways, MOST_DESCRIBED);
}

/**
 * `words` with what nobody in the corpus writes ("Rusia") put as the nearest name of one of its speakers is written.
 * A word that the corpus holds, or that names a country, is left alone.
 */
export function withNamesSpelled(words: readonly Word[], lexicon: Lexicon): Word[] {
  return words.map((word) => {
    const { folded } = word;
    const fine =
      folded.length < 3 ||
      isFrameWord(folded) ||
      !/^\p{L}[\p{L}-]+$/u.test(folded) ||
      isWritten(folded, lexicon) ||
      standsFor(folded) !== null;
    const name = fine || folded.length < 4 ? null : nearestName(folded, lexicon);
    const nearest = fine ? null : (name ?? slipOf(folded));
    return nearest ? { ...word, text: cased(nearest, word.text), folded: nearest } : word;
  });
}

/** "alt-right" is found as its two words. */
const isWritten = (word: string, { articlesWith }: Lexicon): boolean =>
  word.split('-').every((part) => articlesWith(part) > 0);

/** Among equally near names the one most often quoted. */
function nearestName(word: string, { names }: Lexicon): string | null {
  if (names.hasWord(word)) return null;
  const most = word.length < 8 ? 1 : 2;
  const near = names
    .wordsNear(word, most)
    .map((found) => ({ ...found, edits: editsBetween(found.name, word, most) }))
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
