import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/corpus/decode.ts';

/** Any UTF-16 code unit, halves of pairs included. */
const codeUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));

const WORDS = 'Café “Nørrin”\u00a0closes\r\nat 5 ’clock 🚢';

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

test.each([
  ['UTF-8', Buffer.from(WORDS)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${WORDS}`)],
  ['UTF-16 with a mark, little end first', utf16(`\ufeff${WORDS}`, false)],
  ['UTF-16 with a mark, big end first', utf16(`\ufeff${WORDS}`, true)],
  ['UTF-16 without a mark, little end first', utf16('The harbour closed.', false)],
  ['UTF-16 without a mark, big end first', utf16('The harbour closed.', true)],
])('reads %s, line ends and spaces as they are', (_, bytes) => {
  const decoded = decode(bytes);
  expect([WORDS, 'The harbour closed.']).toContain(decoded.ok && decoded.text);
});

test('any text survives UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: codeUnit }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
      expect(decode(Buffer.from(text))).toEqual({ ok: true, text: Buffer.from(text).toString() });
    }),
  );
});

test('names the first line that is not UTF-8', () => {
  const latin1 = Buffer.from('One line.\nThe caf\xe9 closed.\n', 'latin1');
  expect(decode(latin1)).toMatchObject({ ok: false, line: 2 });
});

test.each([
  ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ['text with a NUL', Buffer.from('The harbour\0closed.')],
  ['half a UTF-16 character', Buffer.from([0xff, 0xfe, 0x3d, 0xd8])],
])('refuses %s and tells what to do', (_, bytes) => {
  expect(decode(bytes)).toMatchObject({ ok: false, fix: expect.stringContaining('UTF-8') });
});
