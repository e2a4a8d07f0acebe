import { expect, test } from 'vitest';
import type { Article, Block } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import { slice } from '../../src/text/span.ts';

function articleOf(parts: readonly { kind: Block['kind']; text: string }[]): Article {
  const blocks: Block[] = [];
  let body = '';
  for (const { kind, text } of parts) {
    const span = { start: body.length, end: body.length + text.length };
    blocks.push(kind === 'furniture' ? { kind, span, why: 'test' } : { kind, span });
    body += `${text}\n\n`;
  }
  return {
    id: 'a',
    headline: 'H',
    headlineFrom: 'stated',
    language: 'en',
    body,
    blocks,
    version: 'v',
  };
}

test('paragraphs are numbered from 1 and carry the heading above them', () => {
  const article = articleOf([
    { kind: 'headline', text: 'Harbour closed' },
    { kind: 'paragraph', text: 'The harbour closed. Nobody said why.' },
    { kind: 'heading', text: 'Boats stay out' },
    { kind: 'furniture', text: 'Advertisement' },
    { kind: 'paragraph', text: 'Boats waited.' },
  ]);
  const found = paragraphsOf(article).map(({ number, section, sentences }) => ({
    number,
    section,
    sentences: sentences.map((span) => slice(article.body, span)),
  }));
  expect(found).toEqual([
    { number: 1, section: undefined, sentences: ['The harbour closed.', 'Nobody said why.'] },
    { number: 2, section: 'Boats stay out', sentences: ['Boats waited.'] },
  ]);
});
