import * as z from 'zod';
import { InputError } from '../input-error.ts';

const BatchQuestion = z.object({
  id: z.union([z.string(), z.number().transform(String)]).optional(),
  question: z.string(),
  /** The day the question is asked. */
  asOf: z.iso.date().optional(),
  /** The thread so far, oldest first. */
  previous: z.array(z.string()).optional(),
});

export type BatchQuestion = z.infer<typeof BatchQuestion>;

/** Questions of a batch, in order: JSONL records, or plain lines. Throws InputError naming the line and the field. */
export function parseBatch(text: string, path: string): BatchQuestion[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, at) => ({ line: line.trim(), place: `${path}:${at + 1}` }))
    .filter(({ line }) => line !== '')
    .map(({ line, place }) => (line.startsWith('{') ? record(line, place) : { question: line }));
}

function record(line: string, place: string): BatchQuestion {
  const parsed = BatchQuestion.safeParse(json(line, place));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new InputError(
    `${place}: ${faults.join('; ')}; expected {"id"?, "question", "asOf"?: "YYYY-MM-DD", "previous"?: ["…"]}.`,
  );
}

function json(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new InputError(`${place}: not valid JSON (${(cause as Error).message}); mend the line.`, {
      cause,
    });
  }
}
