const MONTHS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T\s,])/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:$|T)/u;
const DAY_MONTH = /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})\b/u;
const MONTH_DAY = /^(?:\p{L}+,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u;

/**
 * The ISO date (YYYY-MM-DD) that `stated` gives, or null where it gives none or more than one reading, as 5/1/2025
 * does. A time of day and its zone are passed over: the date is the one the publisher wrote.
 */
export function isoDate(stated: string): string | null {
  const text = stated.trim();
  const numeric = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (numeric !== null) return calendarDate(numeric[1], numeric[2], numeric[3]);
  const dayFirst = DAY_MONTH.exec(text);
  if (dayFirst !== null) return calendarDate(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_DAY.exec(text);
  if (monthFirst !== null)
    return calendarDate(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  return null;
}

function monthOf(name = ''): string {
  const at = MONTHS.findIndex((month) => name.toLowerCase().startsWith(month));
  return String(at + 1);
}

function calendarDate(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return real ? iso : null;
}

/** The ISO date `days` after `iso`. */
export function daysAfter(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
