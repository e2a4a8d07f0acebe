import {
  addDays,
  isoDate,
  latestYear,
  monthBefore,
  monthEnd,
  partsOf,
  shiftYear,
  weekdayOf,
} from './calendar.ts';
import type { DateRange } from './question.ts';
import type { Word } from './words.ts';

/**
 * How a date is meant: `filter` can only be a day of publication ("since March"); `recent` counts from the day of
 * asking ("last week"); `told` may as well stand in the text ("on January 4", "in 2024").
 */
export interface AskedDates {
  readonly range: DateRange;
  readonly meant: 'filter' | 'recent' | 'told';
  /** Half-open, indexes into the words, the preposition included. */
  readonly from: number;
  readonly to: number;
}

/** A stretch of days named by words that end before `to`. */
interface Named {
  readonly first: string;
  readonly last: string;
  readonly to: number;
  readonly recent: boolean;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const FULL_MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const SMALL_NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SEASONS: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
};

/** The dates that a question names, seen from the day `asOf` (ISO); null where it names none. */
export function datesOf(words: readonly Word[], asOf: string): AskedDates | null {
  for (let at = 0; at < words.length; at += 1) {
    const found = rangeAt(words, at, asOf);
    if (found) return found;
  }
  return null;
}

const word = (words: readonly Word[], at: number): string => words[at]?.folded ?? '';

function rangeAt(words: readonly Word[], at: number, asOf: string): AskedDates | null {
  const lead = word(words, at);
  if (lead === 'between' || lead === 'from')
    return pairAt(words, at, asOf) ?? openAt(words, at, asOf);
  if (/^(?:since|after|before|until|till|by)$/.test(lead)) return openAt(words, at, asOf);
  const introduced = /^(?:in|on|during|for|of|over|within|this|at)$/.test(lead) && lead !== 'this';
  const named = namedDays(words, introduced ? at + 1 : at, asOf, introduced);
  if (!named) return null;
  const range = { from: named.first, to: named.last };
  return { range, meant: named.recent ? 'recent' : 'told', from: at, to: named.to };
}

/** "between 3 January and 5 March", "from June to August". */
function pairAt(words: readonly Word[], at: number, asOf: string): AskedDates | null {
  const first = namedDays(words, at + 1, asOf, true);
  if (!first || !/^(?:and|to|until|till|through)$/.test(word(words, first.to))) return null;
  const second = namedDays(words, first.to + 1, asOf, true);
  if (!second) return null;
  const yearless = first.first > second.last;
  const start = yearless ? second.last.slice(0, 4) + first.first.slice(4) : first.first;
  const from = start > second.last ? shiftYear(start, -1) : start;
  return { range: { from, to: second.last }, meant: 'filter', from: at, to: second.to };
}

/** "since March", "before 2024", "until last week". */
function openAt(words: readonly Word[], at: number, asOf: string): AskedDates | null {
  const lead = word(words, at);
  const named = namedDays(words, at + 1, asOf, true);
  if (!named) return null;
  const range = openRange(lead, named);
  return { range, meant: 'filter', from: at, to: named.to };
}

function openRange(lead: string, { first, last }: Named): DateRange {
  if (lead === 'after') return { from: addDays(last, 1) };
  if (lead === 'before') return { to: addDays(first, -1) };
  if (/^(?:until|till|by)$/.test(lead)) return { to: last };
  return { from: first };
}

function namedDays(
  words: readonly Word[],
  start: number,
  asOf: string,
  introduced: boolean,
): Named | null {
  const at = /^(?:the|early|late|mid)$/.test(word(words, start)) ? start + 1 : start;
  return (
    recentDays(words, at, asOf) ??
    isoDay(words, at) ??
    calendarDay(words, at, asOf, introduced) ??
    weekday(words, at, asOf, introduced) ??
    season(words, at, asOf) ??
    year(words, at, introduced)
  );
}

/** "yesterday", "last week", "this month", "the past ten days", "two weeks ago". */
function recentDays(words: readonly Word[], at: number, asOf: string): Named | null {
  const lead = word(words, at);
  if (lead === 'today') return { first: asOf, last: asOf, to: at + 1, recent: true };
  if (lead === 'yesterday') {
    const day = addDays(asOf, -1);
    return { first: day, last: day, to: at + 1, recent: true };
  }
  return lastPeriod(words, at, asOf) ?? lastMany(words, at, asOf) ?? ago(words, at, asOf);
}

function lastPeriod(words: readonly Word[], at: number, asOf: string): Named | null {
  const lead = word(words, at);
  const unit = word(words, at + 1);
  if (!/^(?:last|this|past|previous)$/.test(lead) || !/^(?:week|month|year)$/.test(unit))
    return null;
  const current = lead === 'this';
  const { year, month } = partsOf(asOf);
  if (unit === 'week') return week(asOf, current, at + 2);
  const shifted = unit === 'year' ? { year: year - 1, month: 1 } : monthBefore(year, month);
  const { year: y, month: m } = current ? { year, month } : shifted;
  const first = unit === 'year' ? isoDate(y, 1, 1) : isoDate(y, m, 1);
  const last = unit === 'year' ? isoDate(y, 12, 31) : monthEnd(y, m);
  return { first, last, to: at + 2, recent: true };
}

/** Weeks begin on Monday; "last week" also reaches the seven days before today, as people mean either. */
function week(asOf: string, current: boolean, to: number): Named {
  const monday = addDays(asOf, -((weekdayOf(asOf) + 6) % 7));
  const first = current ? addDays(asOf, -6) : addDays(monday, -7);
  const start = current && monday < first ? monday : first;
  return { first: start, last: current ? addDays(monday, 6) : addDays(asOf, -1), to, recent: true };
}

function lastMany(words: readonly Word[], at: number, asOf: string): Named | null {
  if (!/^(?:last|past|previous)$/.test(word(words, at))) return null;
  const days = period(words, at + 1);
  if (days === null) return null;
  return { first: addDays(asOf, -days), last: asOf, to: at + 3, recent: true };
}

function ago(words: readonly Word[], at: number, asOf: string): Named | null {
  const days = period(words, at);
  if (days === null || word(words, at + 2) !== 'ago') return null;
  const day = addDays(asOf, -days);
  return { first: day, last: day, to: at + 3, recent: true };
}

/** Days in "three weeks", "48 hours", "couple of" left out. */
function period(words: readonly Word[], at: number): number | null {
  const text = word(words, at);
  const small = SMALL_NUMBERS.indexOf(text) + 1;
  const count = small > 0 ? small : /^\d{1,3}$/.test(text) ? Number(text) : null;
  const unit = word(words, at + 1).replace(/s$/, '');
  const days = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 }[unit];
  return count === null || days === undefined ? null : Math.ceil(count * days);
}

function isoDay(words: readonly Word[], at: number): Named | null {
  const match = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(word(words, at));
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  if (!year || !month || month > 12) return null;
  const last = day ? isoDate(year, month, day) : monthEnd(year, month);
  return { first: isoDate(year, month, day || 1), last, to: at + 1, recent: false };
}

/** "January 4, 2025", "4 January", "Jan 2024", "March" after a preposition. */
function calendarDay(
  words: readonly Word[],
  at: number,
  asOf: string,
  introduced: boolean,
): Named | null {
  const found = dayAndMonth(words, at, introduced);
  if (!found) return null;
  const { month, day, to: next } = found;
  const skipOf = word(words, next) === 'of' ? next + 1 : next;
  const stated = yearOf(words, skipOf) ?? relativeYear(words, skipOf, asOf);
  if (day === null && !introduced && !stated) return null;
  const year = stated?.year ?? latestYear({ month, day: day ?? 1 }, asOf);
  const first = isoDate(year, month, day ?? 1);
  const last = day === null ? monthEnd(year, month) : first;
  return { first, last, to: stated?.to ?? next, recent: false };
}

/** "4 January", "4th of January", "January 4", "January". */
function dayAndMonth(
  words: readonly Word[],
  at: number,
  introduced: boolean,
): { month: number; day: number | null; to: number } | null {
  const before = dayNumber(words, at);
  if (before !== null) {
    const next = word(words, at + 1) === 'of' ? at + 2 : at + 1;
    const month = monthOf(words, next, true);
    return month === null ? null : { month, day: before, to: next + 1 };
  }
  const month = monthOf(words, at, introduced);
  if (month === null) return null;
  const day = dayNumber(words, at + 1);
  return { month, day, to: day === null ? at + 1 : at + 2 };
}

function dayNumber(words: readonly Word[], at: number): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word(words, at));
  const day = Number(match?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

/** "may" and "march" are words, too: a month needs its capital, or a preposition or a day before it. */
function monthOf(words: readonly Word[], at: number, introduced: boolean): number | null {
  const text = word(words, at);
  const full = FULL_MONTHS.indexOf(text);
  const month = full >= 0 ? full : MONTHS.indexOf(text.slice(0, 3));
  if (month < 0 || (full < 0 && !/^(?:sept|[a-z]{3})$/.test(text))) return null;
  const doubtful = /^(?:may|march|mar|dec|sep|jan)$/.test(text) && !introduced;
  return doubtful && !/^\p{Lu}/u.test(words[at]?.text ?? '') ? null : month + 1;
}

function yearOf(words: readonly Word[], at: number): { year: number; to: number } | null {
  const match = /^(?:19|20)\d\d$/.exec(word(words, at));
  return match ? { year: Number(match[0]), to: at + 1 } : null;
}

function relativeYear(
  words: readonly Word[],
  at: number,
  asOf: string,
): { year: number; to: number } | null {
  if (word(words, at + 1) !== 'year') return null;
  const { year } = partsOf(asOf);
  if (word(words, at) === 'last') return { year: year - 1, to: at + 2 };
  return word(words, at) === 'this' ? { year, to: at + 2 } : null;
}

function weekday(
  words: readonly Word[],
  start: number,
  asOf: string,
  introduced: boolean,
): Named | null {
  const last = word(words, start) === 'last';
  const at = last ? start + 1 : start;
  const index = WEEKDAYS.indexOf(word(words, at));
  if (index < 0 || !(introduced || last)) return null;
  const back = (weekdayOf(asOf) - index + 7) % 7 || (last ? 7 : 0);
  const day = addDays(asOf, -back);
  return { first: day, last: day, to: at + 1, recent: false };
}

function season(words: readonly Word[], start: number, asOf: string): Named | null {
  const last = word(words, start) === 'last';
  const at = last ? start + 1 : start;
  const month = SEASONS[word(words, at)];
  if (month === undefined) return null;
  const stated = yearOf(words, word(words, at + 1) === 'of' ? at + 2 : at + 1);
  if (!stated && !last) return null;
  const year = stated?.year ?? latestYear({ month, day: 1 }, asOf);
  const end = month === 12 ? monthEnd(year + 1, 2) : monthEnd(year, month + 2);
  return { first: isoDate(year, month, 1), last: end, to: stated?.to ?? at + 1, recent: false };
}

function year(words: readonly Word[], at: number, introduced: boolean): Named | null {
  const found = introduced ? yearOf(words, at) : null;
  if (!found) return null;
  return {
    first: isoDate(found.year, 1, 1),
    last: isoDate(found.year, 12, 31),
    to: found.to,
    recent: false,
  };
}
