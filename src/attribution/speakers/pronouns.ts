import { standsFor } from './countries.ts';
import { countryLength, phrase } from './country-words.ts';
import {
  antecedent,
  enclosing,
  type Fit,
  type Moment,
  NOBODY,
  type Resolution,
  resolved,
  turnsIn,
} from './discourse.ts';
import type { Figure, Sex } from './figure.ts';
import { relativeAntecedent } from './relative.ts';
import { learnSex } from './scene.ts';
import type { Word } from './words.ts';

type Reference = 'he' | 'she' | 'they' | 'it' | 'I' | 'who' | 'which' | 'nobody';

const PERSONAL: ReadonlyMap<string, Reference> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['she', 'she'],
  ['they', 'they'],
  ['them', 'they'],
  ['it', 'it'],
  ['i', 'I'],
  ['we', 'I'],
  ['us', 'I'],
  ['me', 'I'],
  ['who', 'who'],
  ['whom', 'who'],
  ['which', 'which'],
  ['that', 'which'],
  ['you', 'nobody'],
  ['one', 'nobody'],
  ['there', 'nobody'],
  ['what', 'nobody'],
  ['this', 'nobody'],
  ['these', 'nobody'],
  ['those', 'nobody'],
]);

const POSSESSIVE: ReadonlyMap<string, Reference> = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['their', 'they'],
  ['its', 'it'],
  ['my', 'I'],
  ['our', 'I'],
  ['your', 'nobody'],
  ['whose', 'who'],
]);

/** Who `word` is, where it is a pronoun: null where it is none. */
export const resolvePronoun = (moment: Moment, word: string): Resolution | null =>
  referent(moment, PERSONAL.get(word) ?? POSSESSIVE.get(word));

/** The owner, where `word` is a possessive pronoun: null where it is none. */
export const resolvePossessive = (moment: Moment, word: string): Resolution | null =>
  referent(moment, POSSESSIVE.get(word));

function referent(moment: Moment, reference: Reference | undefined): Resolution | null {
  switch (reference) {
    case 'he':
      return ofSex(moment, 'male');
    case 'she':
      return ofSex(moment, 'female');
    case 'they':
      return antecedent(moment, fitsThey);
    case 'it':
      return powerBefore(moment) ?? antecedent(moment, fitsIt);
    case 'I': {
      const speaker = enclosing(moment);
      return speaker ? resolved(speaker) : NOBODY;
    }
    case 'who':
      return relativeAntecedent(moment);
    case 'which': {
      const found = relativeAntecedent(moment);
      return found.figure?.type === 'person' ? NOBODY : found;
    }
    case 'nobody':
      return NOBODY;
    case undefined:
      return null;
  }
}

/**
 * The country, capital or seat that is the subject of the sentence before, though it says nothing there: "The Kremlin
 * held Norland responsible. It called the strikes …". Null where somebody speaks in that sentence, or no power leads it.
 */
function powerBefore(moment: Moment): Resolution | null {
  const { scene, sentence } = moment;
  const [own, before] = [scene.sentences[sentence], scene.sentences[sentence - 1]];
  const adjacent = own && before && own.paragraph === before.paragraph;
  if (!adjacent || own.start !== moment.start || turnsIn(moment, sentence - 1).length > 0)
    return null;
  const { words } = before;
  const from = words[0]?.lower === 'the' ? 1 : 0;
  const to = from + countryLength(words, from, words.length);
  const named = standsFor(phrase(words, from, to));
  if (!named || named.form === 'demonym' || !endsSubject(words[to])) return null;
  const found = moment.resolve(words.slice(0, to));
  return found.figure ? found : null;
}

/** True for what may follow a subject: neither a possessive nor more of a name. */
const endsSubject = (word: Word | undefined): boolean =>
  word !== undefined && !word.capital && !/^['’]s?$/.test(word.lower);

/** What a pronoun says of the one it stands for is learnt, where only one fits. */
function ofSex(moment: Moment, sex: Sex): Resolution {
  const found = antecedent(moment, (one) => fitsSex(one, sex));
  if (found.figure) learnSex(found.figure, sex, false);
  return found;
}

function fitsSex(one: Figure, sex: Sex): Fit {
  const mayBeHuman =
    (one.type === 'person' && one.certain) || (one.type === 'unnamed' && one.certain);
  if (!mayBeHuman || one.plural) return 'no';
  if (one.sex === null) return 'maybe';
  if (one.sex === sex) return 'surely';
  return one.sexIsSure ? 'no' : 'hardly';
}

const fitsThey = (one: Figure): Fit =>
  one.plural || one.type === 'organisation' || one.type === 'government' || one.parts.length > 1
    ? 'maybe'
    : 'no';

const fitsIt = (one: Figure): Fit => (one.type === 'government' || isThing(one) ? 'maybe' : 'no');

/** A body, or a document: "The report says …. It also finds …". */
const isThing = ({ type, certain, plural }: Figure): boolean =>
  type === 'organisation' ? certain : type === 'unnamed' && !certain && !plural;
