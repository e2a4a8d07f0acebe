import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { furnitureReason } from '../../src/corpus/furniture.ts';
import { layOut } from '../../src/corpus/lay-out.ts';
import { slice } from '../../src/text/span.ts';

/** Any UTF-16 code unit, halves of pairs included. */
const codeUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));

const SENTENCE =
  'The harbour of Port Ellery closed on Monday, the mayor said, after two ferries had collided.';

/** One letter a block: Headline, Section heading, Paragraph, Furniture. */
const LETTERS = { headline: 'H', heading: 'S', paragraph: 'P', furniture: 'F' } as const;
const pattern = (body: string, stated?: string): string =>
  layOut(body, stated)
    .blocks.map(({ kind }) => LETTERS[kind])
    .join('');

describe('headline', () => {
  test.each([
    { first: 'Ferries collide off Port Ellery', is: 'H' },
    { first: 'Will the harbour open again?', is: 'H' },
    { first: 'Ferry line looks for buyers in the U.S.', is: 'H' },
    { first: 'The harbour closed on Monday.', is: 'P' },
    { first: '“The harbour is closed.”', is: 'P' },
    { first: '- ferries', is: 'P' },
    { first: `${SENTENCE} ${SENTENCE}`.slice(0, -1), is: 'P' },
  ])('a first line "$first" is $is', ({ first, is }) => {
    expect(pattern(`${first}\n\n${SENTENCE}`)).toBe(`${is}P`);
  });

  test('a stated headline that the first line repeats is a block of its own', () => {
    const stated = 'Ferries collide off Port Ellery';
    expect(pattern(`${stated}.\n\n${SENTENCE}`, stated)).toBe('HP');
    expect(pattern(`${stated} | The Daily Example\n\n${SENTENCE}`, stated)).toBe('HP');
    expect(pattern(`${SENTENCE}\n\n${SENTENCE}`, stated)).toBe('PP');
  });

  test('a text of one line is a paragraph', () => {
    expect(pattern('Ferries collide')).toBe('P');
    expect(pattern('Advertisement\n\nFerries collide')).toBe('FP');
    expect(pattern('On ferries:Not one mayor has ever built a bridge that lasted')).toBe('P');
    expect(pattern('Advertisement\n\nRead more')).toBe('FF');
  });
});

describe('section headings', () => {
  const around = (line: string) => pattern(`${SENTENCE}\n${line}\n${SENTENCE}`, 'Stated');

  test.each(['What the mayor says', 'U.S. help for the port', '‘A black day’ for ferries'])(
    '"%s" between paragraphs heads a section',
    (line) => {
      expect(around(line)).toBe('PSP');
    },
  );

  test.each([
    'Nobody was hurt.',
    'Only one ferry was still out by 9:30 p.m.',
    '“Nobody was hurt”',
    '- two ferries',
    '2. Two ferries',
    'no capital at the front',
    'Two ferries collided. The mayor closed the harbour on Monday',
    'The harbour of Port Ellery closed on Monday after two ferries had collided, and nobody knows how long for',
  ])('"%s" is a paragraph', (line) => {
    expect(around(line)).toBe('PPP');
  });

  test('a question heads a section where other lines do, and is a turn of phrase where none does', () => {
    const lines = [SENTENCE, 'Why did they collide?', SENTENCE];
    expect(pattern(lines.join('\n'), 'Stated')).toBe('PPP');
    expect(pattern([...lines, 'What the mayor says', SENTENCE].join('\n'), 'Stated')).toBe('PSPSP');
    expect(pattern([...lines, 'But who was at fault?', ...lines].join('\n'), 'Stated')).toBe(
      'PSPPPSP',
    );
  });

  test('short lines in a row head nothing, nor does a last line', () => {
    expect(pattern(`${SENTENCE}\nAda Quill\nTomas Belder\n${SENTENCE}\nOrla Finch`, 'Stated')).toBe(
      'PPPPP',
    );
  });
});

describe('lines', () => {
  test('paragraphs are parted by a blank line or by a line end, whatever its form', () => {
    for (const end of ['\n', '\r\n', '\r', '\n\n', '\r\n\r\n', '\n \t\n', '\u2028']) {
      expect(pattern([SENTENCE, SENTENCE, SENTENCE].join(end), 'Stated')).toBe('PPP');
    }
  });

  test('lines wrapped by hand are one paragraph, also without blank lines between paragraphs', () => {
    const wrapped = [
      'The harbour of Port Ellery closed on Monday, the mayor said, after',
      'two ferries had collided in the fog. Nobody was hurt, but both of the',
      'ships took in water.',
      'It will stay closed until the wrecks are gone, which may take a week,',
      'according to the Norrin line.',
    ];
    expect(pattern(wrapped.join('\n'), 'Stated')).toBe('PP');
    expect(
      pattern(
        `${wrapped.slice(0, 3).join('\r\n')}\r\n\r\n${wrapped.slice(3).join('\r\n')}`,
        'Stated',
      ),
    ).toBe('PP');
  });

  test('short statements, a line each, stay apart', () => {
    const lines = [
      'He said yes to the plan for the new harbour.',
      'She said no.',
      'They left by boat at dawn.',
    ];
    expect(pattern(lines.join('\n'), 'Stated')).toBe('PPP');
  });
});

describe('furniture', () => {
  test.each([
    ['- Trending Now: Five ferries to see before you are forty', 'link to other news'],
    [
      '- Trending Now: The Mayor’s Silence in the Ferry Case: Is It a Turning Point in the Long Fight for the Harbour?',
      'link to other news',
    ],
    ['Read more', 'link to other news'],
    ['READ MORE: Ferry line looks for buyers', 'link to other news'],
    ['Related: Why ferries sink', 'link to other news'],
    ['More:Port Ellery wants a bridge', 'link to other news'],
    ['Read the rest here.', 'link to other news'],
    ['Still closed:What we know about the harbour', 'link to other news'],
    ['Advertisement', 'advertisement'],
    ['- ADVERTISEMENT -', 'advertisement'],
    ['Story continues below', 'advertisement'],
    ['Share', 'share bar'],
    ['Share this article', 'share bar'],
    ['Facebook Twitter WhatsApp Email', 'share bar'],
    ['Share on Facebook | Tweet | Copy link', 'share bar'],
    ['Sign up for our daily newsletter', 'newsletter box'],
    ['Get the news in your inbox: Subscribe to The Morning Example.', 'newsletter box'],
    ['Follow Ada Quill on Twitter @adaquill.', 'newsletter box'],
    ['© 2026 The Daily Example. All rights reserved.', 'copyright notice'],
    ['(Photo by Ada Quill/Example Images)', 'picture or video credit'],
    ['Image source, Getty Images', 'picture or video credit'],
    ['By Ada Quill and Tomas Belder', 'byline'],
    ['Contributing: Orla Finch, The Daily Example', 'byline'],
    ['View comments', 'page control'],
    ['5 min read', 'page control'],
    ['Published 5 January 2026, 10:42 a.m.', 'time stamp'],
    ['Updated 2 hours ago', 'time stamp'],
    ['* * *', 'dividing line'],
  ])('"%s" is set aside: %s', (line, why) => {
    expect(furnitureReason(line)).toBe(why);
  });

  test.each([
    'Share prices of the Norrin line fell by a third.',
    'Related companies said on Monday that they knew nothing.',
    'Read more books, the mayor told the children.',
    'Follow the money, said Finch, who reads company reports for a living.',
    'Advertisement sales fell, the paper said.',
    'Sponsored by Sen. Orla Finch, the bill would close the harbour for 5 years.',
    'He added: “Why?”',
    'Watch: the harbour will open again.',
    'By Monday the harbour had closed.',
    'Copyright law does not help, said the publisher.',
    'Images, he said, were fake.',
    'Photos by satellite show the damage.',
    'Video: the mayor calls for calm.',
    'Copyright law changed in 2019, she said.',
    'Follow the money on X, said Finch.',
    'She asked:“Why are we here?”',
    'Published figures show that ferries are safe.',
    'Twitter said it had deleted the messages.',
    'The newspaper wrote of a newsletter that Pell had sent to members of his party by e-mail.',
    '2:30 p.m.',
    '10:15 to 11:15',
  ])('"%s" is the article’s own', (line) => {
    expect(furnitureReason(line)).toBeNull();
  });
});

test('blocks lie in order and nothing but white space between them, in any text', () => {
  const line = fc.oneof(
    fc.constantFrom(SENTENCE, 'Read more', 'A heading', '- item', '', ' ', '\t', '“Yes,” he said.'),
    fc.string({ unit: codeUnit, maxLength: 120 }),
  );
  const end = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\u2028', '\f');
  const text = fc
    .array(fc.tuple(line, end), { maxLength: 30 })
    .map((lines) => lines.flat().join(''));
  const isBlank = (body: string, start: number, end: number) =>
    body.slice(start, end).trim() === '';
  fc.assert(
    fc.property(text, fc.option(fc.string(), { nil: undefined }), (body, stated) => {
      const { blocks } = layOut(body, stated);
      const starts = [...blocks.map(({ span }) => span.start), body.length];
      const ends = [0, ...blocks.map(({ span }) => span.end)];
      const between = ends.every(
        (end, at) => end <= (starts[at] ?? 0) && isBlank(body, end, starts[at] ?? 0),
      );
      return between && blocks.every(({ span }) => isTrimmed(slice(body, span)));
    }),
  );
});

const isTrimmed = (text: string): boolean => text !== '' && text.trim() === text;
