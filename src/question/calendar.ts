/** Arithmetic of ISO dates ("2025-01-04") in UTC; months count from 1, weekdays from Sunday, 0. */

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The latest year in which that day is not after `asOf`. */
export function latestYear({ month, day }: Omit<Day, 'year'>, asOf: string): number {
  const { year } = partsOf(asOf);
  return isoDate(year, month, day) > asOf ? year - 1 : year;
}

export function partsOf(date: string): Day {
  const [year = 1970, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return { year, month, day };
}

export const monthBefore = (year: number, month: number): { year: number; month: number } =>
  month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };

const padded = (value: number, width = 2): string => String(value).padStart(width, '0');

export const isoDate = (year: number, month: number, day: number): string =>
  `${padded(year, 4)}-${padded(month)}-${padded(day)}`;

export const shiftYear = (date: string, by: number): string =>
  padded(Number(date.slice(0, 4)) + by, 4) + date.slice(4);

const DAY_MS = 86_400_000;

const utc = (date: string): number => {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day);
};
const fromUtc = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => fromUtc(utc(date) + days * DAY_MS);
export const weekdayOf = (date: string): number => new Date(utc(date)).getUTCDay();

/** The last day of the month. */
export const monthEnd = (year: number, month: number): string => fromUtc(Date.UTC(year, month, 0));
