import type { Verification } from '../answer/archive.ts';
import { evidenceJson } from './json.ts';
import { harmless, wrap } from './terminal.ts';
import { evidenceText, type TextOptions } from './text.ts';
import { NEARBY, verificationWords } from './wording.ts';

/** `quoth verify --json`. */
export function verificationJson(
  quotation: string,
  verification: Verification,
): Readonly<Record<string, unknown>> {
  switch (verification.kind) {
    case 'verbatim':
      return {
        quotation,
        kind: 'verbatim',
        evidence: verification.evidence.map((one) => evidenceJson(one, false)),
      };
    case 'altered':
      return {
        quotation,
        kind: 'altered',
        nearest: evidenceJson(verification.nearest, false),
        differences: verification.differences,
      };
    case 'not-found':
      return {
        quotation,
        kind: 'not-found',
        nearby: verification.nearby.map((one) => evidenceJson(one, false)),
      };
  }
}

/** The same to read in a terminal: words the article has are +, words it has not are -. */
export function verificationText(verification: Verification, options: TextOptions): string {
  const verdict = options.paint.bold(verificationWords(verification));
  switch (verification.kind) {
    case 'verbatim':
      return [
        verdict,
        ...verification.evidence.map((one) => evidenceText(one, null, options)),
      ].join('\n\n');
    case 'altered':
      return [
        verdict,
        wrap(differenceText(verification, options), options.columns, '    '),
        evidenceText(verification.nearest, null, options),
      ].join('\n\n');
    case 'not-found':
      return [
        verdict,
        ...(verification.nearby.length > 0 ? [options.paint.dim(NEARBY)] : []),
        ...verification.nearby.map((one) => evidenceText(one, null, options)),
      ].join('\n\n');
  }
}

function differenceText(
  { differences }: Extract<Verification, { kind: 'altered' }>,
  { paint }: TextOptions,
): string {
  const shown = differences.map(({ kind, text }) => {
    const words = harmless(text).trim();
    if (kind === 'same') return words;
    return kind === 'missing' ? paint.bold(`[+${words}]`) : paint.bold(`[-${words}]`);
  });
  return shown.filter((words) => words !== '').join(' ');
}
