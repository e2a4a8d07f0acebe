import { expect, test } from 'vitest';
import { actOf } from '../../src/attribution/speakers/carriers.ts';
import { speechActOf } from '../../src/attribution/speech-act.ts';
import { attributionsOf } from './spans-notation.ts';

test.each([
  ['said', 'say'],
  ['according to', 'say'],
  ['added', 'say'],
  ['hasn’t commented on', 'no-comment'],
  ['declined to comment', 'no-comment'],
  ['did not respond to', 'no-comment'],
  ['would not say', 'no-comment'],
  ['refused to confirm or deny', 'no-comment'],
  ['could not be verified', 'unverified'],
  ['denied', 'deny'],
  ['did not deny', 'confirm'],
  ['rejected', 'deny'],
  ['confirmed', 'confirm'],
  ['acknowledged', 'confirm'],
  ['vowed', 'promise'],
  ['has pledged', 'promise'],
  ['threatened to retaliate', 'threaten'],
  ['further hinted', 'suggest'],
  ['called for', 'demand'],
  ['have called on', 'demand'],
  ['asked for', 'demand'],
  ['urged', 'demand'],
  ['asked', 'ask'],
  ['warned of', 'warn'],
  ['accused', 'accuse'],
  ['blamed', 'accuse'],
  ['statement condemned', 'criticise'],
  ['claimed', 'claim'],
  ['has insisted', 'claim'],
  ['announced', 'announce'],
  ['have issued', 'announce'],
  ['authorized', 'order'],
  ['predicts', 'expect'],
  ['thinks', 'believe'],
  ['doesn’t think', 'oppose'],
  ['wants', 'want'],
  ['', 'say'],
  ['seemed purple', 'say'],
] as const)('"%s" is: %s', (cue, act) => {
  expect(speechActOf(cue)).toBe(act);
});

test('what is refused makes a silence', () => {
  const body = 'Holt declined to comment on the wall.';
  const [own] = attributionsOf(body, ['Holt · declined · to comment on the wall']);
  expect(own && actOf(body, own)).toBe('no-comment');
});
