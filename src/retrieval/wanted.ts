import { standsFor } from '../attribution/speakers/countries.ts';
import type { Wanted } from '../question/wanted.ts';
import { slice } from '../text/span.ts';
import { stemOf, type Term } from '../text/terms.ts';
import { isCapital, isName } from './answer-type.ts';

/** Words as they stand: terms in their order, and the text they are of. */
export interface Told {
  readonly text: string;
  readonly terms: readonly Term[];
}

/** How surely something that looks like an answer of the kind is one: 1 where the kind has a list, 0 where none is there. */
export type Finder = (told: Told) => number;

const LISTED = 1;
const LOOKS_LIKE = 0.5;

/** Finds something of the kind wanted; what is not `isNew`, the question names itself, and it is no answer. */
export function finderOf({ kind, counted }: Wanted, isNew: (term: Term) => boolean): Finder {
  const found = (worth: number, isThere: (told: Told) => boolean): Finder => {
    return (told) => (isThere(told) ? worth : 0);
  };
  switch (kind) {
    case 'country':
      return found(LISTED, holdsPlace(isNew, isCountry));
    case 'state':
      return found(LISTED, holdsPlace(isNew, isState));
    case 'name':
      return found(LOOKS_LIKE, holdsName(isNew));
    case 'year':
      return found(LOOKS_LIKE, ({ terms }) => terms.some((one) => isNew(one) && isYear(one)));
    case 'number':
      return found(LOOKS_LIKE, holdsNumber(isNew, isCount(stemOf(counted))));
    case 'percentage':
      return found(LOOKS_LIKE, holdsNumber(isNew, isShare));
    case 'amount':
      return found(LOOKS_LIKE, holdsNumber(isNew, isAmount));
    case 'other':
      return () => 0;
  }
}

type IsNew = (term: Term) => boolean;

/** Adjacent terms: a blank between them, or nothing. */
const joins = (before: Term, term: Term): boolean => term.span.start - before.span.end <= 1;

/** A name of two words or one that `isPlace` knows. */
const holdsPlace =
  (isNew: IsNew, isPlace: (name: string) => boolean) =>
  ({ text, terms }: Told): boolean =>
    terms.some((term, at) => {
      if (!isCapital(text, term.span)) return false;
      const next = terms[at + 1];
      const both = { start: term.span.start, end: next?.span.end ?? term.span.end };
      if (next && joins(term, next) && isPlace(slice(text, both)))
        return isNew(term) || isNew(next);
      return isNew(term) && isPlace(slice(text, term.span));
    });

const isCountry = (name: string): boolean => standsFor(name)?.form === 'country';

const isState = (name: string): boolean => STATES.has(name.toLowerCase());

/** A name of which the question holds no word: several words with a capital, or one after a word without. */
const holdsName =
  (isNew: IsNew) =>
  ({ text, terms }: Told): boolean =>
    namesIn(text, terms).some(
      (name) =>
        name.every(isNew) && (name.length > 1 || name.every(({ span }) => isName(text, span))),
    );

/** Terms with a capital that stand beside each other. */
function namesIn(text: string, terms: readonly Term[]): Term[][] {
  const names: Term[][] = [];
  for (const term of terms.filter(({ span }) => isCapital(text, span))) {
    const last = names.at(-1)?.at(-1);
    if (last && joins(last, term)) names.at(-1)?.push(term);
    else names.push([term]);
  }
  return names;
}

const isYear = ({ word }: Term): boolean => /^(?:1[5-9]|20)\d\d$/.test(word);

/** A number in its place: what stands around it, and the two terms that follow. */
interface Counted {
  readonly before: string;
  readonly after: string;
  readonly next: readonly Term[];
}

const holdsNumber =
  (isNew: IsNew, suits: (counted: Counted) => boolean) =>
  ({ text, terms }: Told): boolean =>
    terms.some((term, at) => {
      if (!/^\d/.test(term.word) || !isNew(term)) return false;
      const { start, end } = term.span;
      const next = terms.slice(at + 1, at + 3);
      return suits({ before: text[start - 1] ?? '', after: text[end] ?? '', next });
    });

const isCount =
  (stem: string) =>
  ({ next }: Counted): boolean =>
    stem === '' || next.some((term) => term.stem === stem);

const isShare = ({ after, next }: Counted): boolean => after === '%' || next[0]?.word === 'percent';

const isAmount = (counted: Counted): boolean =>
  isShare(counted) ||
  /[$£€]/.test(counted.before) ||
  /^(?:million|billion|trillion)$/.test(counted.next[0]?.word ?? '');

const STATES: ReadonlySet<string> = new Set(
  `alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
  indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
  nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming`
    .split(/\s+/)
    .concat(
      'new hampshire',
      'new jersey',
      'new mexico',
      'new york',
      'north carolina',
      'north dakota',
    )
    .concat('rhode island', 'south carolina', 'south dakota', 'west virginia'),
);
