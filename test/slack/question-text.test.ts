import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionText } from '../../src/slack/question-text.ts';

test.each([
  { typed: 'a mention', slack: '<@UBOT> what did he say?', words: 'what did he say?' },
  { typed: 'a mention with a label', slack: 'hey <@UBOT|quoth> what?', words: 'hey what?' },
  {
    typed: 'somebody else, labelled',
    slack: 'what did <@U1|mara> say?',
    words: 'what did mara say?',
  },
  { typed: 'somebody else', slack: 'what did <@U1> say?', words: 'what did say?' },
  { typed: 'a channel', slack: 'in <#C1|news>?', words: 'in news ?' },
  { typed: 'a group', slack: '<!subteam^S1|@desk> who?', words: 'desk who?' },
  { typed: 'a broadcast', slack: '<!here> who?', words: 'who?' },
  { typed: 'a date', slack: 'since <!date^1392734382^{date_short}|5 May>', words: 'since 5 May' },
  { typed: 'a link', slack: 'what of <https://a.example/x>?', words: 'what of ?' },
  { typed: 'a link with words', slack: '<https://a.example|this piece>?', words: 'this piece?' },
  { typed: 'a bare domain', slack: 'on <http://a.example|a.example>', words: 'on a.example' },
  { typed: 'an address', slack: '<mailto:a@a.example|a@a.example>', words: 'a@a.example' },
  {
    typed: 'an escaped comparison',
    slack: '5 &lt; 6 &amp;&amp; 7 &gt; 2',
    words: '5 < 6 && 7 > 2',
  },
  { typed: 'an escaped entity', slack: '&amp;lt;', words: '&lt;' },
  { typed: 'line breaks and odd spaces', slack: ' a\n\n b\u00a0c\u200b ', words: 'a b c' },
  { typed: 'nothing but the mention', slack: ' <@UBOT> ', words: '' },
  { typed: 'curly quotation marks', slack: '“no” he said', words: '“no” he said' },
])('$typed', ({ slack, words }) => {
  expect(questionText(slack, 'UBOT')).toBe(words);
});

test('plain text comes out as it went in, but for white space', () => {
  const plain = fc
    .string({ unit: 'grapheme' })
    .filter((text) => !/[<>&\u200B\u2060\uFEFF]/.test(text));
  fc.assert(
    fc.property(plain, (text) => {
      expect(questionText(text)).toBe(text.replaceAll(/\s+/g, ' ').trim());
    }),
  );
});
