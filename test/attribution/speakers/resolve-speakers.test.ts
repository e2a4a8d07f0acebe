import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attribution } from '../../../src/attribution/attribution.ts';
import { resolveSpeakers } from '../../../src/attribution/speakers/resolve-speakers.ts';
import { sentences } from '../../../src/text/sentences.ts';
import type { Span } from '../../../src/text/span.ts';
import { annotated } from '../../eval/speakers/notation.ts';

const linesOf = (body: string): Span[][] =>
  [...body.matchAll(/[^\n]+/g)].map(({ index, 0: line }) =>
    sentences(body, { start: index, end: index + line.length }),
  );

/** The attributions marked in `prose`, in the notation of the annotated set, in the order of their numbers. */
function attributions(prose: string, headline = 'News'): Attribution[] {
  const [article] = annotated(`# ${headline}\n${prose}`);
  if (!article) throw new Error('Expected an article');
  const ids = [...article.spans.keys()].sort((a, b) => Number(a) - Number(b));
  const spans = ids.flatMap((id) => article.spans.get(id) ?? []);
  return resolveSpeakers(article, linesOf(article.body), spans);
}

/** Names in the order of the numbers; candidates in brackets where nobody was chosen. */
const names = (found: readonly Attribution[]): string[] =>
  found.map(
    ({ speaker, candidates }) =>
      speaker?.name ?? `(${candidates.map(({ name }) => name).join(' / ')})`,
  );

test('counts a body among those of its country, where only its place tells it', () => {
  const [said] = attributions('[1s State media in Norway] [1c reported] [1x that the ferry sank].');
  expect(said?.speaker?.memberOf).toContain('NO');
});

test.each([
  {
    claim: 'a ministry by its noun',
    prose:
      '[1s Russia] [1c said] [1x a drone fell]. A second drone was shot down, [2s the defence ministry] [2c said]. [3s The ministry] [3c added] [3x that nobody was hurt].',
    expected: ['Russia', 'the defence ministry', 'the defence ministry'],
  },
  {
    claim: 'a surname by the full name and title given before',
    prose:
      '[1s Governor Kirill Tavin of the Orlovo region] [1c said] [1x so]. [2s Tavin] [2c said] [2x more]. [3s The governor] [3c said] [3x most].',
    expected: Array(3).fill('Governor Kirill Tavin of the Orlovo region'),
  },
  {
    claim: 'a seat of power that leads the sentence before, though it says nothing there',
    prose:
      '[1s The defence ministry] [1c warned of] [1x a strike]. The Kremlin held Norland responsible. [2s It] [2c called] [2x the raid a crime].',
    expected: ['The defence ministry', 'The Kremlin'],
  },
  {
    claim: 'a body with the place that tells it from others',
    prose: '[1s State media in Norway] [1c reported] [1x that the ferry sank].',
    expected: ['State media in Norway'],
  },
  {
    claim: '“who” by those who follow the verb before it',
    prose:
      '[1x A raid is being prepared], [1c say] [1s officials in Norland], [2s who] [2c also say] [2x that the port will serve as a base].',
    expected: ['officials in Norland', 'officials in Norland'],
  },
  {
    claim: '“in whose view” by who stands before it',
    prose: 'She met Pavel Oster, in [1s whose] [1c view] [1x the wall was old].',
    expected: ['Pavel Oster'],
  },
  {
    claim: 'nobody, where “in whose view” may be that of an addition',
    prose:
      'She met the head of Tarn, the club of nine, in [1s whose] [1c view] [1x the wall was old].',
    expected: ['()'],
  },
  {
    claim: 'a surname by a name that comes only later',
    prose: '[1s Tavin] [1c spoke of] [1x a fire]. [2s Kirill Tavin] [2c said] [2x it was out].',
    expected: ['Kirill Tavin', 'Kirill Tavin'],
  },
  {
    claim: 'a surname by the headline',
    headline: 'Governor Edward Quill Resigns',
    prose: '[1s Quill] [1c said] [1x he was tired].',
    expected: ['Edward Quill'],
  },
  {
    claim: 'nobody, where two bear the surname',
    prose:
      '[1s Anna Berg] [1c said] [1x yes]. [2s Tom Berg] [2c said] [2x no]. [3s Berg] [3c added] [3x that it was late].',
    expected: ['Anna Berg', 'Tom Berg', '(Anna Berg / Tom Berg)'],
  },
  {
    claim: 'the one of two namesakes whose title fits',
    prose:
      '[1s Anna Berg] [1c said] [1x yes]. [2s Tom Berg] [2c said] [2x no]. [3s Mrs. Berg] [3c added] [3x that it was late].',
    expected: ['Anna Berg', 'Tom Berg', 'Anna Berg'],
  },
  {
    claim: 'the one of two namesakes who alone is named in the paragraph, and spoke',
    prose:
      'It rained on Tom Berg.\n[1s Anna Berg] [1c said] [1x yes]. [2s Berg] [2c added] [2x that it was late].',
    expected: ['Anna Berg', 'Anna Berg'],
  },
  {
    claim: 'nobody, where the paragraph names both namesakes',
    prose:
      '[1s Anna Berg] [1c said] [1x that her husband, Tom Berg, slept]. [2s Berg] [2c added] [2x more].',
    expected: ['Anna Berg', '(Anna Berg / Tom Berg)'],
  },
  {
    claim: 'he and she by sex',
    prose:
      '[1s Paul Harrow] [1c argued] with [1x reason], and [2s Nora Whitcombe] [2c agreed] [2x mostly]. [3s She] [3c said] [3x so]. [4s He] [4c added] [4x more].',
    expected: ['Paul Harrow', 'Nora Whitcombe', 'Nora Whitcombe', 'Paul Harrow'],
  },
  {
    claim: 'nobody, where a pronoun fits two speakers of one sentence',
    prose:
      '[1s Paul Harrow] [1c said] [1x yes], and [2s Simon Kettle] [2c said] [2x no]. [3s He] [3c was sure] [3x of it].',
    expected: ['Paul Harrow', 'Simon Kettle', '(Paul Harrow / Simon Kettle)'],
  },
  {
    claim: 'a country as its government, though a headline capitalises what follows it',
    prose:
      'Georgia Threatens Retaliation After Claiming a Hit\n[1s Georgia] [1c vowed] [1x revenge]. [2s Tbilisi] [2c said] [2x so].',
    expected: ['Georgia', 'Tbilisi'],
  },
  {
    claim: 'its military by the country',
    prose: '[1s Russia] [1c vowed] [1x revenge] after [2s its military] [2c claimed] [2x a hit].',
    expected: ['Russia', 'Russia’s military'],
  },
  {
    claim: 'a statement by its issuer',
    prose:
      '[1s The Lindqvist Institute] [1c said] [1x one dose was enough]. [2s The statement] [2c warned] [2x of haste].',
    expected: ['The Lindqvist Institute', 'The Lindqvist Institute'],
  },
  {
    claim: 'who by what stands before it',
    prose:
      'The plan has critics, including the head of the union of miners, [1s who] [1c says] [1x it is late].',
    expected: ['the head of the union of miners'],
  },
  {
    claim: 'an abbreviation by what it abbreviates',
    prose:
      '[1s The Federal Rivers Board (FRB)] [1c said] [1x so]. [2s The FRB] [2c added] [2x more]. [3s The board] [3c hoped] [3x for rain].',
    expected: Array(3).fill('The Federal Rivers Board'),
  },
  {
    claim: 'I and we by the speaker of the quotation',
    prose: '“[1x [2s We] [2c think] [2x it is late]],” [1s Anna Berg] [1c said].',
    expected: ['Anna Berg', 'Anna Berg'],
  },
  {
    claim: 'a participle without a source by the subject of its sentence',
    prose: '[1s Anna Berg] [1c blamed] [1x the bank], [2c saying] [2x it had lied].',
    expected: ['Anna Berg', 'Anna Berg'],
  },
  {
    claim: 'unnamed sources in their own words',
    prose:
      '[1s A senior US official, who spoke on condition of anonymity,] [1c said] [1x so]. [2s Officials in the southwestern city of Velm] [2c say] [2x no].',
    expected: [
      'A senior US official, who spoke on condition of anonymity',
      'Officials in the southwestern city of Velm',
    ],
  },
  {
    claim: 'nobody, where the source was misread',
    prose:
      'Officials in Velm, where a blast damaged [1s a depot], [1c have issued] [1x orders]. [2s A massive blast damaged a depot], [2c saying] [2x so].',
    expected: ['()', '()'],
  },
  {
    claim: 'nobody, where the text names nobody',
    prose: '[1c It was reported] [1x that it rained]. [2s You] [2c know] [2x that].',
    expected: ['()', '()'],
  },
])('resolves $claim', ({ prose, expected, headline }) => {
  expect(names(attributions(prose, headline))).toEqual(expected);
});

test.each([
  {
    claim: 'a country to itself, though a headline capitalises what follows it',
    prose:
      'Georgia Threatens Retaliation After Claiming a Hit\n[1s Georgia] [1c vowed] [1x revenge].',
    expected: [['GE']],
  },
  {
    claim: 'an office to the country named with it',
    prose: '[1s Ukrainian security official Danylo Hrytsak] [1c said] [1x so].',
    expected: [['UA']],
  },
  {
    claim: 'a bare office to the country that spoke before',
    prose:
      '[1s Ukraine] [1c has not commented] [1x on it]. [2s The president, Danylo Hrytsak,] [2c said] [2x so].',
    expected: [['UA'], ['UA']],
  },
  {
    claim: 'nobody to the country of a former office',
    prose: '[1s Former Finnish President Aino Lehtola] [1c said] [1x so].',
    expected: [[]],
  },
  {
    claim: 'an ambassador to the country that sent him',
    prose: '[1s John Small, the U.S. ambassador to Russia,] [1c said] [1x so].',
    expected: [['US']],
  },
  {
    claim: 'no farmer to a country',
    prose: '[1s Russian farmers] [1c say] [1x so].',
    expected: [[]],
  },
  {
    claim: 'officials to the country of a place, where the text tells it',
    prose:
      'It rained in the Ukrainian city of Velm. [1s Officials in Velm] [1c say] [1x so]. [2s Officials in Dorn] [2c agree] [2x].',
    expected: [['UA'], []],
  },
  {
    claim: 'a governor to the country of the region that the sentence names',
    prose:
      'Drones fell in the Orlovo region in north-west Russia. A fire broke out in the Orlovo region, with [1s Governor Kirill Tavin] [1c reporting] [1x no dead].',
    expected: [['RU']],
  },
  {
    claim: 'state media to the state',
    prose: '[1x It rained], [1c according to] [1s Russian state media].',
    expected: [['RU']],
  },
])('assigns $claim', ({ prose, expected }) => {
  const found = attributions(prose).map(({ speaker }) => speaker?.memberOf ?? []);
  expect(found.map((groups) => groups.filter((group) => /^[A-Z]{2}$/.test(group)))).toEqual(
    expected,
  );
});

test('keeps both hops of a statement that is passed on', () => {
  const [outer, inner] = attributions(
    '[1x [2s The ministry] [2c said] [2x it had rained]], [1c according to] [1s state media].',
  );
  expect(inner?.speaker?.name).toBe('The ministry');
  expect(inner?.via.map(({ name }) => name)).toEqual(['state media']);
  expect(outer?.via).toEqual([]);
});

test('an article with one speaker is that speaker’s statement', () => {
  const body = 'I have never seen rain.\nHe has.';
  const [whole] = resolveSpeakers({ body, headline: '', speaker: 'Anna Berg' }, linesOf(body), []);
  expect(whole).toMatchObject({ content: [{ start: 0, end: body.length }], kind: 'direct' });
  expect(whole?.speaker).toMatchObject({ name: 'Anna Berg', aliases: ['anna berg', 'berg'] });
});

test('any text and any spans resolve without an exception, in the order given', () => {
  const words = fc.array(
    fc.constantFrom(
      'The',
      'ministry',
      'Putin',
      "Russia's",
      'he',
      ',',
      'said',
      'who',
      '“',
      '”',
      'of',
      'and',
      'Mr.',
      '(FRB)',
      '\n',
      'Vladimir',
      'its',
    ),
    { minLength: 1, maxLength: 40 },
  );
  const cuts = fc.array(fc.tuple(fc.nat(200), fc.nat(30)), { maxLength: 6 });
  fc.assert(
    fc.property(words, cuts, (chosen, places) => {
      const body = chosen.join(' ');
      const span = ([at, length]: readonly [number, number]): Span => {
        const start = at % body.length;
        return { start, end: Math.min(body.length, start + 1 + length) };
      };
      const spans = places.map((place) => ({
        source: [span(place)],
        cue: [],
        content: [span(place)],
      }));
      const found = resolveSpeakers({ body, headline: body }, linesOf(body), spans);
      expect(found.map(({ source }) => source)).toEqual(spans.map(({ source }) => source));
    }),
  );
});
