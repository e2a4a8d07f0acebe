import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/text/terms.ts';

const wordsOf = (text: string): string[] => termsOf(text).map(({ word }) => word);

describe('termsOf', () => {
  it.each([
    ['plain words', 'Bridges crack, engineers warn', ['bridges', 'crack', 'engineers', 'warn']],
    ['initials', 'U.S. bridges; bridge A. sank', ['us', 'bridges', 'bridge', 'sank']],
    ['numbers', '1,200.5 tons, 3rd bridge', ['1200.5', 'tons', '3', 'rd', 'bridge']],
    ['a possessive, straight or not', "bridge's town’s", ['bridge', 'town']],
    ['names that a sign joins', 'M&M O’Hara', ['m&m', 'ohara']],
    ['quotation marks and dashes', '“bridges”—‘towns’–rivers', ['bridges', 'towns', 'rivers']],
    ['hyphens', 'steel-built', ['steel', 'built']],
    ['accents, within and at either end', 'Élan naïve café', ['elan', 'naive', 'cafe']],
    ['letters beyond 16 bits beside others', 'bridge𝒜 👷 towns', ['bridgea', 'towns']],
    ['a word with a sign that joins nothing', "towns' bridges&", ['towns', 'bridges']],
  ])('reads %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('tells where each stands, and keeps to the span', () => {
    const text = 'Bridges crack, engineers warn';
    expect(termsOf(text, { start: 8, end: 20 }).map(({ span }) => span)).toEqual([
      { start: 8, end: 13 },
    ]);
  });
});
