/** Milliseconds of a message's ts. */
export const momentOf = (ts: string): Date => new Date(Number.parseFloat(ts) * 1000);

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

export const clockTime = (moment: Date): string => clock.format(moment);

/** The time without "PM", for where there is little room. */
export const shortTime = (moment: Date): string =>
  clock
    .formatToParts(moment)
    .filter(({ type }) => type !== 'dayPeriod')
    .map(({ value }) => value)
    .join('')
    .trim();

export const fullTime = (moment: Date): string => full.format(moment);

/** "Today", "Yesterday" or the day itself. */
export function dayName(moment: Date): string {
  const days = Math.round((midnight(new Date()) - midnight(moment)) / 86_400_000);
  if (days === 0) return 'Today';
  return days === 1 ? 'Yesterday' : day.format(moment);
}

const midnight = (moment: Date): number => new Date(moment).setHours(0, 0, 0, 0);

const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { dateStyle: 'long' },
  date_short: { dateStyle: 'medium' },
  date_long: { dateStyle: 'full' },
  date_pretty: { dateStyle: 'long' },
  date_short_pretty: { dateStyle: 'medium' },
  date_long_pretty: { dateStyle: 'full' },
  time: { timeStyle: 'short' },
  time_secs: { timeStyle: 'medium' },
};

/** Slack's date formatting: "{date_short} at {time}" with the tokens filled in. */
export const formatDate = (format: string, seconds: number): string =>
  format.replace(/\{([a-z_]+)\}/gu, (token, name: string) => {
    const options = FORMATS[name];
    if (options === undefined) return token;
    return new Intl.DateTimeFormat(undefined, options).format(new Date(seconds * 1000));
  });
