import type { Answer, Evidence } from '../answer/answer.ts';
import { slice } from '../text/span.ts';
import { harmless, type Paint, wrap } from './terminal.ts';
import {
  copiesWords,
  foundWords,
  helpWords,
  mannerWords,
  NEARBY,
  placeWords,
  searchedWords,
  silenceWords,
  speakerWords,
  understoodWords,
} from './wording.ts';

export interface TextOptions {
  readonly paint: Paint;
  /** Columns to wrap at; Infinity keeps each quotation on its own unbroken line, ready to copy. */
  readonly columns: number;
  readonly explain?: boolean;
  /** Questions that surely have answers, for help; worked out only where it is needed. */
  readonly examples?: () => readonly string[];
}

/** An answer to read in a terminal. Ends without a line break. */
export function answerText(answer: Answer, options: TextOptions): string {
  const { paint } = options;
  const understood = answer.understood ? [paint.dim(understoodWords(answer.understood))] : [];
  switch (answer.kind) {
    case 'quoted':
      return joined([
        ...understood,
        `${paint.bold(foundWords(answer))} ${paint.dim(`from ${searchedWords(answer.searched)}`)}`,
        ...answer.quotations.map((one, at) => evidenceText(one, at + 1, options)),
      ]);
    case 'nothing-found':
      return joined([
        ...understood,
        wrap(silenceWords(answer.silence, answer.searched), options.columns, ''),
        ...(answer.nearby.length > 0 ? [paint.dim(NEARBY)] : []),
        ...answer.nearby.map((one) => evidenceText(one, null, options)),
      ]);
    case 'no-question':
      return helpWords(answer.why, options.examples?.() ?? [], answer.searched)
        .split('\n')
        .map((line) => wrap(line, options.columns, ''))
        .join('\n');
  }
}

const joined = (parts: readonly string[]): string => parts.join('\n\n');

/** One quotation with its attribution and place; numbered, or with a dot where it is no answer. */
export function evidenceText(
  evidence: Evidence,
  number: number | null,
  options: TextOptions,
): string {
  const { paint, columns } = options;
  const lead = number === null ? '  •' : `${number}.`.padStart(3);
  const speaker = harmless(speakerWords(evidence.credit));
  const manner = harmless(mannerWords(evidence.credit));
  const said = `${lead} ${paint.bold(speaker)}${manner === '' ? '' : ` · ${manner}`}`;
  const notes = [
    ...evidence.caveats.map((caveat) => `Beside it: ${caveat.text}`),
    placeWords(evidence),
    evidence.quotation.article.url ?? '',
    copiesWords(evidence),
    ...(options.explain ? explanation(evidence) : []),
  ].filter((note) => note !== '');
  return [
    said,
    wrap(emphasised(evidence, paint), columns, `    ${paint.dim('│')} `),
    ...notes.map((note) => paint.dim(wrap(harmless(note), columns, '    '))),
  ].join('\n');
}

/** The quotation with the question's words set off; no character added or lost but colour codes. */
function emphasised({ quotation, matches }: Evidence, paint: Paint): string {
  const { article, span } = quotation;
  let at = span.start;
  let text = '';
  for (const match of matches) {
    if (match.start < at || match.end > span.end) continue;
    text += harmless(slice(article.body, { start: at, end: match.start }));
    text += paint.mark(harmless(slice(article.body, match)));
    at = match.end;
  }
  return text + harmless(slice(article.body, { start: at, end: span.end }));
}

function explanation({ score, explanation: parts }: Evidence): string[] {
  const rows = [...parts]
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .map(
      ({ feature, value, contribution }) =>
        `${contribution.toFixed(3).padStart(8)}  ${feature} = ${value.toFixed(3)}`,
    );
  return [`score ${score.toFixed(3)}`, ...rows];
}
