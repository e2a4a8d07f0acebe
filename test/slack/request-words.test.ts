import { expect, test } from 'vitest';
import { quotedIn, type Wish, wishOf } from '../../src/slack/request-words.ts';

const ROWS: readonly (readonly [string, Wish])[] = [
  ['', { kind: 'help' }],
  ['help', { kind: 'help' }],
  ['Help!', { kind: 'help' }],
  ['?', { kind: 'help' }],
  ['verify "the harbour is closed"', { kind: 'check', quotation: 'the harbour is closed' }],
  ['verify “the harbour is closed”', { kind: 'check', quotation: 'the harbour is closed' }],
  ['check the quotation: "it is closed"', { kind: 'check', quotation: 'it is closed' }],
  ['verify the harbour is closed', { kind: 'check', quotation: 'the harbour is closed' }],
  ['more', { kind: 'more' }],
  ['show me more quotations please', { kind: 'ask', question: 'show me more quotations please' }],
  ['more please', { kind: 'more' }],
  ['next page', { kind: 'more' }],
  ['newest first', { kind: 'order', order: 'newest' }],
  ['the latest?', { kind: 'order', order: 'newest' }],
  ['best first', { kind: 'order', order: 'best' }],
  ['only the mayor', { kind: 'only', speaker: 'the mayor' }],
  ['the second one', { kind: 'context', index: 1 }],
  ['3rd', { kind: 'context', index: 2 }],
  ['show me the last quotation', { kind: 'context', index: -1 }],
  ['who helped the mayor?', { kind: 'ask', question: 'who helped the mayor?' }],
  ['what more did he say?', { kind: 'ask', question: 'what more did he say?' }],
  ['first responders on the flood', { kind: 'ask', question: 'first responders on the flood' }],
  ['did anyone verify the claim?', { kind: 'ask', question: 'did anyone verify the claim?' }],
];

test.each(ROWS)('%j', (text, wish) => {
  expect(wishOf(text)).toEqual(wish);
});

test.each([
  ['He said “the harbour is closed now” and “no more”', 'the harbour is closed now'],
  ['He said the harbour is closed', 'He said the harbour is closed'],
  ['the so-called “harbour” is closed', 'the so-called “harbour” is closed'],
])('what is to be checked in %j', (text, quotation) => {
  expect(quotedIn(text)).toBe(quotation);
});
