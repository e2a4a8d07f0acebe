import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../src/text/sentences.ts';
import { slice } from '../../src/text/span.ts';

/** Any UTF-16 code unit, halves of pairs included. */
const codeUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));

/** `marked` has ‖ where sentences part. */
const parts = (marked: string): string[] => marked.split('‖').map((part) => part.trim());

function split(text: string): string[] {
  return sentences(text, { start: 0, end: text.length }).map((span) => slice(text, span));
}

const CASES: Readonly<Record<string, readonly string[]>> = {
  'an abbreviation within a sentence does not end it': [
    'The U.S.-made pump left Port Ellery.‖ It weighs 3.5 tons (7,700 lbs.) at most.',
    'The U.S. President spoke to Sen. Orla Finch.‖ Gov. Pell did not.',
    'In St. Petersburg, Mr. and Mrs. Tove met Lt. Gen. Ames, Ph.D.‖ Nobody knew why.',
    'Finch, D-Calif., and Pell (R-Fla.) voted no.‖ Acme Inc. Chairman Ode Lund did not.',
    'The line opens at 5 p.m. Monday and closes Sept. 4.‖ No. 7 stays shut.',
    'MARLOW, Va. - Two ferries sank.‖ Obel v. Ranke was cited.',
  ],
  'an abbreviation ends a sentence where the next word begins one': [
    'She left the U.S.‖ He stayed.',
    'It belongs to Acme Inc.‖ The price is unknown.',
    'They met at 9 a.m.‖ “We agreed,” she said.',
    'They moved to Plan B.‖ The rest is known.',
  ],
  'initials belong to the name': [
    'J. K. Tarn met George W. Pell and O.J. Lund.‖ Nobody else came.',
  ],
  'a quotation of several sentences is several, each with its own marks': [
    '“We won.‖ We lost,” he said.‖ “Good.”‖ Then he left.',
    "``We won.‖ We lost,'' he said.‖ ``Good.''‖ Then he left.",
    'He wrote: “Never.”‖ (He meant it.)‖ She did not.',
  ],
  'a question that is reported goes on to its report': [
    '“Why?” Finch asked.‖ “No!”‖ She left.',
    '"Is it so?" he asked Mr. Pell.‖ "Yes!" said Pell.',
    'He (did he?) left.‖ Yahoo! Inc. grew.',
  ],
  'an ellipsis ends a sentence only where a new one shows itself': [
    '“I think … Pell is late ... very late,” she said.',
    'He waited ...‖ Then he left. . . .‖ “No.”',
    '“. . . I just want quiet,” he said.',
  ],
  'a missing space parts sentences, an address does not': [
    'They broke the rules.‖But nobody minded.',
    'He said “no.”‖She said “yes.”',
    'Write to desk@harbour.example.Com or see www.harbour.example now.',
  ],
  'the number of a list item belongs to its item': [
    '1. Ferries first.‖ 2. Trains second.',
    'We want:\n‖- ferries\n‖- trains',
  ],
};

describe.each(Object.entries(CASES))('%s', (_, examples) => {
  test.each(examples)('%s', (marked) => {
    expect(split(marked.replaceAll('‖', ''))).toEqual(parts(marked));
  });
});

/** News-like text: words, marks and spaces that meet in unlucky ways. */
const text = fc.oneof(
  fc.string({ unit: codeUnit, maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'The',
          'U.S',
          'said',
          'Mr',
          'a.m',
          '5',
          'no',
          '.',
          '. ',
          '...',
          '…',
          '!',
          '? ',
          '“',
          '”',
          '"',
          "''",
          '``',
          '(',
          ')',
        ],
        ...[' ', '\n', '\n\n', '- ', '\u00a0', ',', '—', 'é', '漢', '\ud83d'],
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('')),
);

test('sentences tile any stretch of any text: each character but white space lies in exactly one', () => {
  fc.assert(
    fc.property(text, fc.nat(20), fc.nat(20), (body, skip, cut) => {
      const start = Math.min(skip, body.length);
      const end = Math.max(start, body.length - cut);
      const found = sentences(body, { start, end });
      let at = start;
      for (const span of found) {
        expect(slice(body, { start: at, end: span.start }).trim()).toBe('');
        expect(slice(body, span)).toBe(slice(body, span).trim());
        expect(span.end).toBeGreaterThan(span.start);
        at = span.end;
      }
      expect(slice(body, { start: at, end }).trim()).toBe('');
    }),
    { numRuns: 2000 },
  );
});
