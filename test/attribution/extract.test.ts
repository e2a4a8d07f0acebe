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
  {
    case: 'an inverted cue and an apposition',
    text: '“We will rebuild the harbour,” said Ada Quill, the governor of Norvale.',
    is: ['Ada Quill, the governor of Norvale | said | “We will rebuild the harbour,”'],
  },
  {
    case: 'a quotation that goes on after its speaker',
    text: '“We will rebuild the harbour,” she said. “It will take two years.”',
    is: ['she | said | “We will rebuild the harbour,” … “It will take two years.”'],
  },
  {
    case: 'a sentence broken by its speaker',
    text: '“The harbour,” said Ivo Brandt, “will be rebuilt.”',
    is: ['Ivo Brandt | said | “The harbour,” … “will be rebuilt.”'],
  },
  {
    case: 'a statement broken by its speaker',
    text: 'The strike, Brandt said, would begin in June.',
    is: ['Brandt | said | The strike … would begin in June'],
  },
  {
    case: 'TeX quotation marks',
    text: `\`\`The harbour will be rebuilt,'' Ms. Quill said.`,
    is: [`Ms. Quill | said | \`\`The harbour will be rebuilt,''`],
  },
  {
    case: 'according to, before',
    text: 'According to the Ministry of Ports, three cranes collapsed in the storm.',
    is: ['the Ministry of Ports | According to | three cranes collapsed in the storm'],
  },
  {
    case: 'according to, behind',
    text: 'Three cranes collapsed in the storm, according to the Ministry of Ports.',
    is: ['the Ministry of Ports | according to | Three cranes collapsed in the storm'],
  },
  {
    case: 'a denial',
    text: 'The ministry has repeatedly denied any knowledge of the cracks.',
    is: ['The ministry | has repeatedly denied | any knowledge of the cracks'],
  },
  {
    case: 'an attitude',
    text: 'The union opposed the plan to close the harbour.',
    is: ['The union | opposed | the plan to close the harbour'],
  },
  {
    case: 'an intention',
    text: 'Norvale claimed to have sunk three ships over the weekend.',
    is: ['Norvale | claimed | to have sunk three ships over the weekend'],
  },
  {
    case: 'a silence',
    text: 'Neither side has commented on the report.',
    is: ['Neither side | has commented on | the report'],
  },
  {
    case: 'a headline with its source at the end',
    text: 'Harbour will reopen this year, governor says',
    is: ['governor | says | Harbour will reopen this year'],
  },
  {
    case: 'one source for two cues',
    text: 'She called the report “a disgrace” and vowed to fight it.',
    is: ['She | called | the report “a disgrace”', 'She | vowed | to fight it'],
  },
  {
    case: 'two sources in one sentence',
    text: 'The governor hinted that the vote could be delayed, as she warned of rising costs.',
    is: [
      'The governor | hinted | that the vote could be delayed',
      'she | warned of | rising costs',
    ],
  },
  {
    case: 'a long source',
    text: 'Officials in the northern town of Brell say the recent floods are part of a longer pattern.',
    is: [
      'Officials in the northern town of Brell | say | the recent floods are part of a longer pattern',
    ],
  },
  {
    case: 'a source with an apposition of its own',
    text: 'A spokesman for the harbour, Ivo Brandt, said by telephone that no ship had been hurt.',
    is: ['A spokesman for the harbour, Ivo Brandt, | said | that no ship had been hurt'],
  },
])('finds $case', ({ text, is }) => {
  expect(found(text)).toEqual(is);
});

test.fails.each([
  {
    fault: 'a headline with its source before a colon',
    text: 'Quill: Harbour will reopen this year',
  },
])('misses $fault', ({ text }) => {
  expect(found(text)).not.toEqual([]);
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
