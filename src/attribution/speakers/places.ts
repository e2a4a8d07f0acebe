import { fold } from '../../text/fold.ts';
import { standsFor } from './countries.ts';
import { countryLength, phrase } from './country-words.ts';
import type { Word } from './words.ts';

const REGION =
  /^(?:region|province|state|oblast|district|county|city|town|village|area|peninsula|territory|republic|prefecture|port|capital)$/;
/** True for what follows the name of a part of a country: "region", "oblast". */
export const isRegion = (lower: string): boolean => REGION.test(lower);

const DIRECTION =
  /^(?:north|south|east|west|central|mid|upper|lower|eastern|western|northern|southern|mainland|rural|occupied|(?:north|south)-?(?:ern|east|west|eastern|western))$/;

/** Places whose country the text names: "Sumy region of Ukraine", "Kursk, Russia", "the Ukrainian city of Kherson". */
export function learnPlaces(sentences: readonly (readonly Word[])[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const words of sentences) {
    for (let at = 0; at < words.length; at++) {
      const count = words[at]?.capital ? countryLength(words, at, words.length) : 0;
      if (count > 0) learnAround(places, words, { from: at, to: at + count });
      at += Math.max(0, count - 1);
    }
  }
  return places;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function learnAround(
  places: Map<string, string>,
  words: readonly Word[],
  { from, to }: Range,
): void {
  const name = standsFor(phrase(words, from, to));
  if (!name || name.form === 'seat' || name.form === 'capital') return;
  const before = name.form === 'country' ? placeBefore(words, from) : null;
  for (const place of [before, placeAfter(words, to)]) {
    if (place && !standsFor(place)) places.set(fold(place), name.code);
  }
}

const lowerAt = (words: readonly Word[], at: number): string => words[at]?.lower ?? '';

/** "the Leningrad region in north-west <Russia>", "Kursk, <Russia>". */
function placeBefore(words: readonly Word[], country: number): string | null {
  if (words[country - 1]?.gap === ', ') return capitalsEndingAt(words, country - 1);
  let at = country - 1;
  while (DIRECTION.test(lowerAt(words, at)) || lowerAt(words, at) === 'the') at--;
  if (!/^(?:in|of)$/.test(lowerAt(words, at))) return null;
  return capitalsEndingAt(words, REGION.test(lowerAt(words, at - 1)) ? at - 2 : at - 1);
}

/** "the southwestern <Ukrainian> city of Kherson". */
function placeAfter(words: readonly Word[], from: number): string | null {
  const of = words
    .slice(from, from + 4)
    .findIndex((word, at, near) => word.lower === 'of' && REGION.test(near[at - 1]?.lower ?? ''));
  if (of < 0) return null;
  let to = from + of + 1;
  while (words[to]?.capital) to++;
  return capitalsEndingAt(words, to - 1);
}

function capitalsEndingAt(words: readonly Word[], last: number): string | null {
  let from = last + 1;
  while (words[from - 1]?.capital && (from - 1 === last || words[from - 1]?.gap === ' ')) from--;
  return from > last ? null : phrase(words, from, last + 1);
}
