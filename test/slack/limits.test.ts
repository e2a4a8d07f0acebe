import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../src/slack/check-blocks.ts';
import { LIMITS } from '../../src/slack/limits.ts';

const PUBLISHED = new URL('../../../shared/slack/limits.json', import.meta.url);

const text = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: text(5), ...more });
const actions = (elements: readonly object[]) => ({ type: 'actions', elements });
const quoted = (elements: readonly object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements }],
});

test.each<{ readonly planted: string; readonly blocks: readonly object[]; readonly says: string }>([
  {
    planted: 'too many blocks',
    blocks: Array(51).fill({ type: 'divider' }),
    says: 'at most 50 blocks',
  },
  {
    planted: 'too much in all',
    blocks: Array(5).fill({ type: 'section', text: text(2500) }),
    says: 'characters in all blocks',
  },
  {
    planted: 'a long section',
    blocks: [{ type: 'section', text: text(3001) }],
    says: 'at most 3000',
  },
  { planted: 'an empty text', blocks: [{ type: 'section', text: text(0) }], says: 'needs a text' },
  { planted: 'a long header', blocks: [{ type: 'header', text: text(151) }], says: 'at most 150' },
  {
    planted: 'too much context',
    blocks: [{ type: 'context', elements: Array(11).fill(text(1)) }],
    says: 'at most 10',
  },
  {
    planted: 'too many buttons',
    blocks: [actions(Array.from({ length: 26 }, (_, n) => button({ action_id: `a${n}` })))],
    says: 'at most 25',
  },
  { planted: 'a long button', blocks: [actions([button({ text: text(76) })])], says: 'at most 75' },
  {
    planted: 'a long value',
    blocks: [actions([button({ value: 'x'.repeat(2001) })])],
    says: 'at most 2000',
  },
  { planted: 'two of one id', blocks: [actions([button(), button()])], says: 'stands twice' },
  { planted: 'no elements', blocks: [actions([])], says: 'needs elements' },
  { planted: 'an unknown block', blocks: [{ type: 'nonsense' }], says: 'unknown type of block' },
  {
    planted: 'an unknown element',
    blocks: [actions([{ type: 'nonsense' }])],
    says: 'unknown type of element',
  },
  {
    planted: 'a broadcast',
    blocks: [quoted([{ type: 'broadcast', range: 'channel' }])],
    says: 'live element',
  },
  {
    planted: 'a mention',
    blocks: [quoted([{ type: 'user', user_id: 'U1' }])],
    says: 'live element',
  },
  {
    planted: 'a mention in mrkdwn',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<!here>' } }],
    says: 'live mention',
  },
  {
    planted: 'a script as a link',
    blocks: [quoted([{ type: 'link', url: 'javascript:alert(1)', text: 'x' }])],
    says: 'web address',
  },
  {
    planted: 'a pipe in a link',
    blocks: [quoted([{ type: 'link', url: 'https://a.example/a|b', text: 'x' }])],
    says: 'web address',
  },
])('$planted is found', ({ blocks, says }) => {
  expect(
    faultsOf(blocks)
      .map(({ message }) => message)
      .join('\n'),
  ).toContain(says);
});

test('what is in order has no fault', () => {
  expect(faultsOf([actions([button()]), quoted([{ type: 'text', text: '<!channel>' }])])).toEqual(
    [],
  );
});

describe.skipIf(!existsSync(PUBLISHED))(
  'our limits (skipped where the published ones are absent)',
  () => {
    const read = () => JSON.parse(readFileSync(PUBLISHED, 'utf8'));

    test('none is looser than what Slack publishes', () => {
      const published = read();
      const pairs: [number, number][] = [
        [LIMITS.message.blocks, published.message.blocks[0]],
        [LIMITS.message.text, published.message.text_recommended[0]],
        [
          LIMITS.message.allBlocks,
          published.message.all_blocks_total_chars_observed_error_msg_blocks_too_long[0],
        ],
        [LIMITS.view.blocks, published.view.blocks[0]],
        [LIMITS.view.title, published.view.title[0]],
        [LIMITS.view.submit, published.view.submit[0]],
        [LIMITS.view.close, published.view.close[0]],
        [LIMITS.view.privateMetadata, published.view.private_metadata[0]],
        [LIMITS.view.callbackId, published.view.callback_id[0]],
        [LIMITS.textObject, published.text_object.max[0]],
        [LIMITS.id, published.action_id[0]],
        [LIMITS.section.text, published.section.text[0]],
        [LIMITS.section.fields, published.section.fields[0]],
        [LIMITS.section.fieldText, published.section.field_text[0]],
        [LIMITS.header, published.header.text[0]],
        [LIMITS.context.elements, published.context.elements[0]],
        [LIMITS.actions.elements, published.actions.elements[0]],
        [LIMITS.contextActions.elements, published.context_actions.elements[0]],
        [LIMITS.button.text, published.button.text[0]],
        [LIMITS.button.value, published.button.value[0]],
        [LIMITS.button.url, published.button.url[0]],
        [LIMITS.button.accessibilityLabel, published.button.accessibility_label[0]],
        [LIMITS.confirm.title, published.confirm.title[0]],
        [LIMITS.confirm.text, published.confirm.text[0]],
        [LIMITS.option.text, published.option.text[0]],
        [LIMITS.option.value, published.option.value[0]],
        [LIMITS.options, published.select.options[0]],
        [LIMITS.input.label, published.input.label[0]],
        [LIMITS.plainTextInput, published.plain_text_input.max_length[0]],
        [LIMITS.suggestedPrompts, published.assistant.suggested_prompts[0]],
      ];
      for (const [ours, theirs] of pairs) expect(ours).toBeLessThanOrEqual(theirs);
    });
  },
);
