import { expect, test } from 'vitest';
import type { Lexicon } from '../../src/question/lexicon.ts';
import { tagsSpelledOut } from '../../src/question/tags.ts';
import { fishingDispute } from '../support/fishing-dispute.ts';

const ARTICLES: Readonly<Record<string, number>> = { harbour: 9, storm: 4, harb: 1, fishnews: 2 };
const lexicon: Lexicon = {
  ...fishingDispute().lexicon,
  articlesWith: (word) => ARTICLES[word] ?? 0,
};

test.each([
  { what: 'capitals', text: 'Look at #HarbourStorm now', words: 'Look at Harbour Storm now' },
  { what: 'a run of capitals', text: '@TCNewsDesk', words: 'TC News Desk' },
  { what: 'digits and underscores', text: '#Vote2031 @ada_quill', words: 'Vote 2031 ada quill' },
  { what: 'words that the corpus knows', text: '#harbourstorm', words: 'harbour storm' },
  { what: 'no seam', text: '#quillfish', words: 'quillfish' },
  { what: 'a name of the corpus', text: '@FishNews', words: 'FishNews Fish News' },
  { what: 'tags that touch', text: '#Cod#NorthSea', words: 'Cod North Sea' },
])('spells out tags with $what', ({ text, words }) => {
  expect(tagsSpelledOut(text, lexicon).split(/\s+/).filter(Boolean).join(' ')).toBe(words);
});
