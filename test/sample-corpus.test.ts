import { expect, test } from 'vitest';
import { paragraphsOf } from '../src/corpus/paragraphs.ts';
import { loadCorpus } from '../src/load-corpus.ts';

const { articles, problems, setAside } = await loadCorpus(['corpus'], { today: '2026-11-21' });

test('the sample corpus loads without a word about it, nothing set aside', () => {
  expect(problems).toEqual([]);
  expect(setAside).toEqual([]);
  expect(articles.map(({ id }) => id)).toEqual([
    'crimea-drones-and-a-missile',
    'eight-atacms-and-a-vow-to-retaliate',
  ]);
});

test.each([
  {
    id: 'crimea-drones-and-a-missile',
    figures: [
      '42',
      '33',
      'S-200',
      '200 kilometres',
      '124 miles',
      '37 settlements',
      'March',
      'Saturday',
    ],
  },
  {
    id: 'eight-atacms-and-a-vow-to-retaliate',
    figures: [
      'eight',
      '72',
      '300 kilometres',
      '186 miles',
      '81',
      '34',
      'January 4',
      'November 2023',
      'Four drones',
    ],
  },
])('$id tells every figure that its source tells', ({ id, figures }) => {
  const body = articles.find((article) => article.id === id)?.body ?? '';
  expect(figures.filter((figure) => !body.includes(figure))).toEqual([]);
});

test('every paragraph after the opening stands in a section', () => {
  for (const article of articles) {
    const [opening, ...rest] = paragraphsOf(article);
    expect(opening?.section).toBeUndefined();
    expect(rest.every(({ section }) => section !== undefined)).toBe(true);
  }
});
