import { fold } from '../../text/fold.ts';
import { standsFor } from './countries.ts';
import { countryLength, phrase } from './country-words.ts';
import { type Moment, turnsIn } from './discourse.ts';
import type { Figure } from './figure.ts';
import type { NounPhrase } from './phrase.ts';
import { isRegion } from './places.ts';

/** A bare "the defense ministry" belongs to the country that spoke or acted in the last few sentences. */
const REACH = 3;

/**
 * The country of an office named without one ("the defense ministry", "The president, …"): that of the last speaker,
 * or of the subject with which a sentence before begins. At most one; none where the nearest sentence has two.
 */
export function contextCountry(moment: Moment, source: NounPhrase): readonly string[] {
  if (source.determiner !== 'the') return [];
  for (let at = moment.sentence - 1; at >= Math.max(0, moment.sentence - REACH); at--) {
    const spoke = turnsIn(moment, at).flatMap((turn) => countryOfFigure(turn.figure));
    const codes = new Set(spoke.length > 0 ? spoke : subjectCountry(moment, at));
    if (codes.size > 0) return codes.size === 1 ? [...codes] : [];
  }
  return [];
}

/** A governor's: that of the place which the sentence has named, where the text tells its country; else none. */
export function localCountry({ scene, start, sentence }: Moment): readonly string[] {
  const before = (scene.sentences[sentence]?.words ?? []).filter(
    (word) => word.end <= start && word.capital,
  );
  const codes = new Set(before.map((word) => scene.places.get(fold(word.text))));
  codes.delete(undefined);
  return codes.size === 1 ? [...codes].filter((code) => code !== undefined) : [];
}

/** What a governor governs: the one region that the sentence names before ("over the Leningrad region, with Governor …"). */
export function localPlace({ scene, start, sentence }: Moment): string | null {
  const words = (scene.sentences[sentence]?.words ?? []).filter((word) => word.end <= start);
  const regions = words.filter(
    (word, at) => word.capital && word.gap === ' ' && isRegion(words[at + 1]?.lower ?? ''),
  );
  const names = new Set(regions.map((word) => fold(word.text)));
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

const countryOfFigure = ({ country, memberOf }: Figure): string[] =>
  country ? [country] : [...memberOf].filter((group) => /^[A-Z]{2}$/.test(group));

/** "<Ukraine> hasn't …", "<Russian> forces …". */
function subjectCountry({ scene }: Moment, at: number): string[] {
  const words = scene.sentences[at]?.words ?? [];
  const from = words[0]?.lower === 'the' ? 1 : 0;
  const count = countryLength(words, from, words.length);
  const named = count > 0 ? standsFor(phrase(words, from, from + count)) : null;
  return named ? [named.code] : [];
}
