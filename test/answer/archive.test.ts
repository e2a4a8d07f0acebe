import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceId, evidencePlace } from '../../src/answer/evidence-id.ts';
import { openArchive } from '../../src/answer/open-archive.ts';
import { buildIndex } from '../../src/retrieval/build-index.ts';
import { articleOf } from '../support/evidence.ts';
import { fishingDispute, readingsOf, twoArticles } from '../support/fishing-dispute.ts';

const archive = openArchive(fishingDispute());
const options = { asOf: '2024-06-20', previous: [] };

test('finds evidence again by its id after a restart, with the paragraphs around it', async () => {
  const answer = await archive.ask('what did Vestrheim say about the strait?', options);
  if (answer.kind !== 'quoted') throw new Error('Expected quotations');
  const id = answer.quotations[0]?.id ?? '';
  const context = await openArchive(fishingDispute()).context(id);
  expect(context?.evidence.quotation.text).toBe(answer.quotations[0]?.quotation.text);
  expect(context?.paragraph.text).toContain('fairy tale');
  expect(context?.before.at(-1)?.text).toContain('Seaglint');
  expect(context?.after.at(0)?.text).toContain('ferry Maren');
});

test('gives no context for words that are no longer in the corpus', async () => {
  expect(await archive.context('nets@000000000000:0-10')).toBeNull();
  expect(await archive.context('gone@000000000000:0-10')).toBeNull();
  expect(await archive.context('nonsense')).toBeNull();
});

test('an evidence id tells its article, version and span, whatever the article is called', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(1000), fc.nat(1000), (id, start, length) => {
      const article = articleOf('x', { id, version: 'abcdef0123456789' });
      const place = evidencePlace(evidenceId(article, { start, end: start + length }));
      expect(place).toEqual({
        articleId: id,
        version: 'abcdef012345',
        span: { start, end: start + length },
      });
    }),
  );
});

test('suggests no two questions to one ministry, however articles write it', () => {
  const marked = [
    ['Tarn', 'Norway’s Ministry of Defence', 'herring boats left Grimsvik for Skarv'],
    ['Holm', 'The Norwegian Defense Ministry', 'sonar tests near Brannholm would go on'],
  ].map(([id, name, said]) => `---\nid: ${id}\nheadline: ${id}\n---\n{${name}} <said> [${said}].`);
  const { suggestions } = openArchive(buildIndex(readingsOf(marked))).overview();
  expect(suggestions).toHaveLength(1);
});

test('tells what the corpus holds, and asks only what it can answer', async () => {
  const overview = archive.overview();
  expect(overview).toMatchObject({
    articles: 3,
    paragraphs: 10,
    from: '2024-03-05',
    to: '2024-06-10',
  });
  expect(overview.publishers.map(({ name }) => name)).toContain('Northern Courier');
  expect(overview.suggestions.length).toBeGreaterThan(1);
  for (const suggestion of openArchive(twoArticles()).overview().suggestions) {
    const answer = await archive.ask(suggestion, options);
    expect(answer, suggestion).toMatchObject({ kind: 'quoted', tentative: false });
  }
});
