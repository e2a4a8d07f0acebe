import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadExtractor } from '../../src/attribution/extract.ts';
import { readModelFile } from '../../src/model-file.ts';
import { sentences } from '../../src/text/sentences.ts';
import { slice } from '../../src/text/span.ts';

const extract = loadExtractor(readModelFile());

/** Attributions of a text of one paragraph, as words: "source | cue | content". */
function found(text: string): string[] {
  const paragraph = sentences(text, { start: 0, end: text.length });
  return extract(text, [paragraph]).map(({ source, cue, content }) =>
    [source, cue, content]
      .map((spans) => spans.map((span) => slice(text, span)).join(' … '))
      .join(' | '),
  );
}

test.each([
  {
    case: 'an indirect statement',
    text: 'The mayor said the bridge would reopen in May.',
    is: ['The mayor | said | the bridge would reopen in May'],
  },
  {
    case: 'a quotation before its speaker',
    text: '“We will rebuild the harbour,” Ada Quill said.',
    is: ['Ada Quill | said | “We will rebuild the harbour,”'],
  },
])('finds $case', ({ text, is }) => {
  expect(found(text)).toEqual(is);
});

test('any text gives spans inside it, in the order of their cues', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const spans = extract(text, [sentences(text, { start: 0, end: text.length })]);
      const cues = spans.map(({ cue }) => cue[0]?.start ?? 0);
      expect(cues).toEqual(cues.toSorted((a, b) => a - b));
      for (const span of spans.flatMap(({ source, cue, content }) => [
        ...source,
        ...cue,
        ...content,
      ])) {
        expect(slice(text, span).trim()).toBe(slice(text, span));
        expect(span.end).toBeGreaterThan(span.start);
      }
    }),
  );
});

test('text that is no English prose gives nothing', () => {
  expect(found('0 1 1 2 3 5 8 13 | 21 34 55 ]]>')).toEqual([]);
  expect(found('Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod.')).toEqual(
    [],
  );
});

test('a file that is not ours is refused by name', () => {
  expect(() => loadExtractor(new Uint8Array(64))).toThrow(/Expected a model of Quoth/);
});
