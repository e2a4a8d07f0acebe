import * as z from 'zod';
import type { Article } from './article.ts';
import type { Fault, Read } from './fault.ts';
import { layOut } from './lay-out.ts';
import { makeArticle } from './make-article.ts';
import { metadataOf } from './metadata.ts';

const record = z.record(z.string(), z.unknown());

export interface RecordPlace {
  /** The id of a record that states none. */
  readonly id: string;
  /** 1-based. */
  readonly line: number;
  /** ISO date. */
  readonly today: string;
}

/** One line of JSONL as an article; its body is the record's `text`, unchanged. */
export function articleOfRecord(json: string, { id, line, today }: RecordPlace): Read<Article> {
  const raw = parsed(json);
  const fault = raw === null ? NOT_A_RECORD : textFault(raw.text);
  if (raw === null || fault !== null)
    return at(line, { value: null, faults: fault ? [fault] : [] });
  const body = String(raw.text);
  const { value: metadata, faults } = metadataOf(raw, today);
  const layout = layOut(body, metadata?.headline);
  const made = makeArticle({ id, body, layout, metadata: metadata ?? {} });
  return at(line, { value: made.value, faults: [...faults, ...made.faults] });
}

const at = (line: number, { value, faults }: Read<Article>): Read<Article> => ({
  value,
  faults: faults.map((fault) => ({ line, ...fault })),
});

function parsed(json: string): Record<string, unknown> | null {
  try {
    return record.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

const NOT_A_RECORD: Fault = {
  message: 'The line is not a JSON object',
  fix: 'Write one object a line, such as {"title": "…", "text": "…"}',
  severity: 'error',
};

function textFault(text: unknown): Fault | null {
  const fault = {
    field: 'text',
    fix: 'Put the article into "text" as one string',
    severity: 'error' as const,
  };
  if (text === undefined || text === null) return { ...fault, message: 'The record has no "text"' };
  if (typeof text !== 'string') return { ...fault, message: 'Expected "text" to be a string' };
  return text.trim() === '' ? { ...fault, message: 'The "text" of the record is empty' } : null;
}
