import { fold } from '../../text/fold.ts';
import type { Speaker } from '../attribution.ts';

export type Sex = 'male' | 'female';

/** Somebody who may speak in an article: grows while the article is read, becomes a Speaker at the end. */
export interface Figure {
  readonly type: Speaker['type'];
  /** Name in parts, given name first; none for an organisation or an unnamed source. */
  names: readonly string[];
  /** The fullest description so far. */
  description: string;
  /** How full: compares descriptions of one figure only. */
  fullness: number;
  readonly aliases: Set<string>;
  /** For whom it speaks: ISO alpha-2 codes, and organisations folded. */
  readonly memberOf: Set<string>;
  /** Countries in its name: tell two ministries of defence apart. */
  readonly countries: Set<string>;
  sex: Sex | null;
  /** A title or a pronoun tells for sure; a given name only likely. */
  sexIsSure: boolean;
  readonly plural: boolean;
  /** True where the text leaves no doubt that it names somebody who can speak: a title, a known given name, words of its own. */
  certain: boolean;
  /** Set where the figure is a government as such. */
  readonly country: string | null;
  /** Offset where the body first names it; -1 for the headline. */
  first: number;
  readonly parts: readonly Figure[];
}

export const figure = (
  type: Speaker['type'],
  description: string,
  more: Partial<Figure> = {},
): Figure => ({
  type,
  names: [],
  description,
  fullness: 0,
  aliases: new Set(),
  memberOf: new Set(),
  countries: new Set(),
  sex: null,
  sexIsSure: false,
  plural: false,
  certain: false,
  country: null,
  first: 0,
  parts: [],
  ...more,
});

/** Takes `text` as the description where it is fuller than the one known. */
export function describe(known: Figure, text: string, fullness: number): void {
  if (fullness <= known.fullness) return;
  known.description = text;
  known.fullness = fullness;
}

/** What the rest of Quoth is shown of a figure. */
export const speakerOf = (known: Figure): Speaker => ({
  name: known.description,
  type: known.type,
  aliases: [...known.aliases],
  memberOf: [...known.memberOf],
  ...(known.country === null ? {} : { country: known.country }),
  ...(known.parts.length === 0 ? {} : { parts: known.parts.map(speakerOf) }),
});

/** How an organisation is kept in `memberOf`: folded, without "the". */
export const groupName = (name: string): string => fold(name).replace(/^the /, '');
