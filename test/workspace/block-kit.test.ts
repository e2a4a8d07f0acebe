import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockErrors, blocksTooLong, viewErrors } from '../../src/workspace/block-kit/block-kit.ts';
import { LIMITS } from '../../src/workspace/block-kit/limits.ts';
import type { JsonObject } from '../../src/workspace/json.ts';
import { modal, section } from './call-api.ts';

const plain = (length: number): JsonObject => ({ type: 'plain_text', text: 'x'.repeat(length) });
const button = (fields: JsonObject = {}): JsonObject => ({
  type: 'button',
  action_id: 'a',
  text: plain(5),
  ...fields,
});
const actions = (elements: readonly JsonObject[]): JsonObject => ({ type: 'actions', elements });
const rich = (elements: readonly JsonObject[]): JsonObject => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements }],
});
const feedback = (text: number, value: number): JsonObject => ({
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'f',
      positive_button: { text: plain(text), value: 'v'.repeat(value) },
      negative_button: { text: plain(1), value: 'v' },
    },
  ],
});
const select = (count: number): JsonObject =>
  actions([
    {
      type: 'static_select',
      action_id: 's',
      placeholder: plain(5),
      options: Array.from({ length: count }, (_, index) => ({ text: plain(5), value: `${index}` })),
    },
  ]);
const context = (count: number): JsonObject => ({
  type: 'context',
  elements: Array.from({ length: count }, () => plain(1)),
});
const manyButtons = (count: number): JsonObject =>
  actions(Array.from({ length: count }, (_, index) => button({ action_id: `${index}` })));

/** Each limit with a block at any size: the limit itself passes, one more does not. */
const LIMITED: readonly [string, number, (size: number) => JsonObject][] = [
  ['section text', 3_000, (size) => section('x'.repeat(size))],
  ['header', 150, (size) => ({ type: 'header', text: plain(size) })],
  ['context elements', 10, context],
  ['actions elements', 25, manyButtons],
  ['button text', 75, (size) => actions([button({ text: plain(size) })])],
  ['button value', 2_000, (size) => actions([button({ value: 'v'.repeat(size) })])],
  ['button label', 75, (size) => actions([button({ accessibility_label: 'l'.repeat(size) })])],
  ['action_id', 255, (size) => actions([button({ action_id: 'i'.repeat(size) })])],
  ['block_id', 255, (size) => ({ ...section('x'), block_id: 'i'.repeat(size) })],
  ['select options', 100, select],
  ['feedback text', 75, (size) => feedback(size, 1)],
  ['feedback value', 2_000, (size) => feedback(1, size)],
  ['markdown', 12_000, (size) => ({ type: 'markdown', text: 'x'.repeat(size) })],
];

describe('limits', () => {
  test.each(LIMITED)('%s: %i and no more', (_, limit, block) => {
    expect(blockErrors([block(limit)])).toEqual([]);
    expect(blockErrors([block(limit + 1)])).toHaveLength(1);
  });

  test('50 blocks in a message, 100 in a view', () => {
    const dividers = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' }));
    expect(blockErrors(dividers(50))).toEqual([]);
    expect(blockErrors(dividers(51))).toHaveLength(1);
    expect(viewErrors(modal({ blocks: dividers(100) }))).toEqual([]);
    expect(viewErrors(modal({ blocks: dividers(101) }))).toHaveLength(1);
  });

  test('the words of all blocks together have a limit of their own', () => {
    const { characters } = LIMITS.message;
    const words = (length: number) => [rich([{ type: 'text', text: 'x'.repeat(length) }])];
    expect(blocksTooLong(words(characters))).toBe(false);
    expect(blocksTooLong(words(characters + 1))).toBe(true);
  });
});

describe('shapes', () => {
  test.each<[string, JsonObject]>([
    ['an unknown block', { type: 'nonsense' }],
    ['a block without a type', { text: plain(1) }],
    ['a field nobody knows', { ...section('x'), colour: 'red' }],
    ['a section with nothing in it', { type: 'section' }],
    ['empty text', section('')],
    ['text that is no object', { type: 'section', text: 'x' }],
    ['mrkdwn in a header', { type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
    ['no elements', actions([])],
    ['a link without a scheme', actions([button({ url: 'example.org' })])],
    ['a style nobody knows', actions([button({ style: 'blue' })])],
    ['a rich text element nobody knows', rich([{ type: 'marquee', text: 'x' }])],
    ['an empty rich text element', rich([{ type: 'text', text: '' }])],
    ['feedback buttons in an actions block', actions([{ type: 'feedback_buttons' }])],
    ['a date that is none', actions([{ type: 'datepicker', initial_date: '5 Jan 2025' }])],
    ['an image without an address', { type: 'image', alt_text: 'x' }],
  ])('%s is refused', (_, block) => {
    expect(blockErrors([block])).not.toEqual([]);
  });

  test('an id may stand once: block_id in a message, action_id in a block', () => {
    const named = { ...section('x'), block_id: 'same' };
    expect(blockErrors([named, named])).toHaveLength(1);
    expect(blockErrors([actions([button(), button()])])).toHaveLength(1);
    expect(blockErrors([actions([button()]), actions([button()])])).toEqual([]);
  });

  test('whatever comes is judged, never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Array.isArray(blockErrors(value))).toBe(true);
        expect(Array.isArray(blockErrors([value]))).toBe(true);
      }),
    );
  });
});

const NOTED = new URL('../../../shared/slack/limits.json', import.meta.url);

describe.runIf(existsSync(NOTED))('the limits that were noted from Slack’s documentation', () => {
  test('are the limits here', () => {
    const noted = JSON.parse(readFileSync(NOTED, 'utf8')) as Record<
      string,
      Record<string, number[]>
    >;
    const of = (group: string, name: string): unknown => noted[group]?.[name]?.[0];
    expect({
      blocks: LIMITS.message.blocks,
      section: LIMITS.text,
      fields: LIMITS.section.fields,
      header: LIMITS.header,
      context: LIMITS.context,
      actions: LIMITS.actions,
      contextActions: LIMITS.contextActions,
      button: LIMITS.button.text,
      value: LIMITS.button.value,
      option: LIMITS.option.text,
      view: LIMITS.view.blocks,
      title: LIMITS.view.title,
      metadata: LIMITS.view.metadata,
      prompts: LIMITS.assistant.prompts,
    }).toEqual({
      blocks: of('message', 'blocks'),
      section: of('section', 'text'),
      fields: of('section', 'fields'),
      header: of('header', 'text'),
      context: of('context', 'elements'),
      actions: of('actions', 'elements'),
      contextActions: of('context_actions', 'elements'),
      button: of('button', 'text'),
      value: of('button', 'value'),
      option: of('option', 'text'),
      view: of('view', 'blocks'),
      title: of('view', 'title'),
      metadata: of('view', 'private_metadata'),
      prompts: of('assistant', 'suggested_prompts'),
    });
  });
});
