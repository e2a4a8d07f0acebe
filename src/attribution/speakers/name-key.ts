import { fold } from '../../text/fold.ts';

/**
 * Transliterations of one sound, in the order they are applied: Russian, Ukrainian, Arabic and Persian names reach
 * English by several schemes (BGN/PCGN, ISO 9, the press's own). Only what the schemes differ in: "Hansen" and
 * "Hanson" stay two names.
 */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/['`-]/g, ''],
  [/shch|sch|sh/g, 'š'],
  [/tch|ch|cz/g, 'č'],
  [/zh/g, 'ž'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/dj|dzh/g, 'j'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/ff\b/g, 'v'],
  [/ou/g, 'u'],
  [/[yj]/g, 'i'],
  [/(?<=\p{L})i+(?=[aeou])/gu, ''],
  [/(\p{L})\1+/gu, '$1'],
];

/** Names recur: the keys of the latest are kept, this many at most. */
const MOST_KEPT = 5000;
const kept = new Map<string, string>();

/** What two spellings of one name have in common: equal for "Zelensky", "Zelenskyy" and "Zelenskiy". */
export function nameKey(name: string): string {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const key = SAME_SOUND.reduce((sound, [from, to]) => sound.replace(from, to), fold(name));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(name, key);
  return key;
}

/** True where two given names may be one person's: equal by key, an initial, or short and long ("Joe", "Joseph"). */
export function givenNamesAgree(one: string, other: string): boolean {
  const [a, b] = [nameKey(one.replace(/\./g, '')), nameKey(other.replace(/\./g, ''))];
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  return a.slice(0, 2) === b.slice(0, 2);
}
