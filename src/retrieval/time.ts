import type { DateRange, Question } from '../question/question.ts';
import { remembered } from '../text/remembered.ts';

/** When what is asked about happened, as far as the question tells: a day, or a stretch of days (ISO dates). */
export type Time = Required<DateRange>;

const DAY = 86_400_000;
const HALF_LIFE_DAYS = 14;
/** An archive that ends earlier than this before the question is not asked about the news of the day. */
const STALE_DAYS = 60;

/** What `dayOf` gives without a date. */
const UNDATED = -(2 ** 31);

/** A century of dates: each is asked for thousands of times. */
const DAYS_KEPT = 36_525;

const dayNumber = remembered((date) => {
  const day = Math.floor(Date.parse(date.slice(0, 10)) / DAY);
  return Number.isNaN(day) ? UNDATED : day;
}, DAYS_KEPT);

/** Days from 1970 to an ISO date, a number that fits 32 bits. */
export const dayOf = (date: string | undefined): number =>
  date === undefined ? UNDATED : dayNumber(date);

/** 1 for a day within `time`, halved with every fourteen days before or after it; 0 without a date or a time. */
export function nearnessInTime(day: number, time: Time | null): number {
  if (day === UNDATED || time === null) return 0;
  return 2 ** (-Math.max(0, dayOf(time.from) - day, day - dayOf(time.to)) / HALF_LIFE_DAYS);
}

/**
 * Without a date in the question, the day it is asked: news are asked about while they are new. Null where that tells
 * nothing, since the articles are undated or all much older; `newest` is the last day of publication.
 */
export function timeOf(
  { dates, period }: Question,
  asOf: string,
  newest: string | undefined,
): Time | null {
  const { from, to } = period ?? dates ?? {};
  if (from !== undefined || to !== undefined) return { from: from ?? to ?? asOf, to: to ?? asOf };
  return dayOf(asOf) - dayOf(newest) <= STALE_DAYS ? { from: asOf, to: asOf } : null;
}
