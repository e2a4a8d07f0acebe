import * as z from 'zod';
import { daysAfter, isoDate } from './dates.ts';
import type { Fault, Read } from './fault.ts';

/** What a source states about an article, beside its words. */
export interface Metadata {
  readonly id?: string;
  readonly headline?: string;
  readonly publisher?: string;
  readonly author?: string;
  /** ISO date. */
  readonly datePublished?: string;
  readonly url?: string;
  readonly language?: string;
  readonly speaker?: string;
}

type Field = keyof Metadata;

/** Names that front matter and records use, the preferred one first. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id'],
  headline: ['headline', 'title'],
  publisher: ['publisher', 'outlet'],
  author: ['author', 'byline'],
  datePublished: ['date', 'datePublished'],
  url: ['url'],
  language: ['language'],
  speaker: ['speaker'],
};

const words = z
  .union([z.string(), z.number(), z.array(z.string())], {
    error: 'Expected words',
  })
  .transform((value) => collapsed(Array.isArray(value) ? value.join(', ') : String(value)));

const collapsed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const date = z
  .union([z.string(), z.number()], { error: 'Expected a date' })
  .transform((value, context) => {
    const iso = isoDate(String(value));
    if (iso !== null) return iso;
    context.addIssue({
      code: 'custom',
      message: 'Expected a date that can be read in one way only',
    });
    return z.NEVER;
  });

const url = z.url({ protocol: /^https?$/, error: 'Expected a web address' });

const language = z
  .string({ error: 'Expected a language tag' })
  .regex(/^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/u, { error: 'Expected a language tag' });

const SCHEMAS: Readonly<Record<Field, z.ZodType<string>>> = {
  id: words,
  headline: words,
  publisher: words,
  author: words,
  datePublished: date,
  url,
  language,
  speaker: words,
};

const FIXES: Readonly<Record<Field, string>> = {
  id: 'Write a short name that no other article has',
  headline: 'Write the headline as plain words',
  publisher: 'Write the name of the publisher as plain words',
  author: 'Write the name, or a list of names',
  datePublished: 'Write it as YYYY-MM-DD',
  url: 'Write a whole address that begins with https://',
  language: 'Write a tag such as en or en-GB',
  speaker: 'Write the name as plain words',
};

/**
 * What `raw` states. A field that cannot be read is left out and named, with the line `lineOf` gives for its key;
 * so is a date later than tomorrow (somewhere it is tomorrow already): nothing can have been published then.
 */
export function metadataOf(
  raw: Readonly<Record<string, unknown>>,
  today: string,
  lineOf: (key: string) => number | undefined = () => undefined,
): Read<Metadata> {
  const faults: Fault[] = [];
  const value: { -readonly [F in Field]?: string } = {};
  const leaveOut = (field: Field, key: string, what: string) => {
    const line = lineOf(key);
    const message = `${what}, got ${shown(raw[key])}; the article is served without it`;
    const place = line === undefined ? {} : { line };
    faults.push({ ...place, field: key, message, fix: FIXES[field], severity: 'warning' });
  };
  for (const [field, names] of Object.entries(NAMES) as [Field, readonly string[]][]) {
    const key = names.find((name) => isStated(raw[name]));
    if (key === undefined) continue;
    const parsed = SCHEMAS[field].safeParse(raw[key]);
    if (!parsed.success) leaveOut(field, key, parsed.error.issues[0]?.message ?? 'Expected words');
    else if (field === 'datePublished' && parsed.data > daysAfter(today, 1)) {
      leaveOut(field, key, `Expected a day that has come (today is ${today})`);
    } else value[field] = parsed.data;
  }
  return { value, faults };
}

const isStated = (value: unknown): boolean =>
  value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');

/** A value as it may stand in a message: on one line, not longer than 60 characters. */
function shown(value: unknown): string {
  const text = collapsed(typeof value === 'string' ? value : JSON.stringify(value));
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}
