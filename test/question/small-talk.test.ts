import { expect, test } from 'vitest';
import { isKeyboardNoise, smallTalk } from '../../src/question/small-talk.ts';

test.each([
  { said: '', kind: 'empty' },
  { said: ' \n ', kind: 'empty' },
  { said: 'hello', kind: 'greeting' },
  { said: 'Hi there!', kind: 'greeting' },
  { said: 'good morning', kind: 'greeting' },
  { said: 'thanks!', kind: 'thanks' },
  { said: 'ok great, thank you so much', kind: 'thanks' },
  { said: 'help', kind: 'help' },
  { said: 'what can you do?', kind: 'help' },
  { said: 'How do I use this?', kind: 'help' },
  { said: '??', kind: 'help' },
  { said: '👍', kind: 'meaningless' },
  { said: 'ok', kind: 'meaningless' },
])('takes “$said” for $kind', ({ said, kind }) => {
  expect(smallTalk(said)).toBe(kind);
});

test.each([
  'what did Norway say?',
  'thanks to whom was it built?',
  'help for fishermen',
  'hello kitty sales',
  'cod',
])('leaves “%s” to be searched for', (said) => {
  expect(smallTalk(said)).toBeNull();
});

test('tells runs of keys from words', () => {
  for (const noise of ['asdfgh', 'qwerty', 'zxcvbnm', 'aaaaaa', 'xkcdqrst']) {
    expect(isKeyboardNoise(noise), noise).toBe(true);
  }
  for (const word of ['strengths', 'brannholm', 'poker', 'cod', 'rhythm', 'skarv']) {
    expect(isKeyboardNoise(word), word).toBe(false);
  }
});
