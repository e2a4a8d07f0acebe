import type { types } from '@slack/bolt';
import { clipped } from '../escape.ts';
import { LIMITS } from '../limits.ts';

/** Text that Slack shows without markup and without emoji codes coming to life. */
export const plain = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text,
  emoji: false,
});

/** A button, or null where its value is longer than Slack takes: a value is never cut. */
export function button(actionId: string, text: string, value: string): types.Button | null {
  if (value.length > LIMITS.button.value) return null;
  return {
    type: 'button',
    action_id: actionId,
    text: plain(clipped(text, LIMITS.button.text)),
    value,
  };
}

/** One row for `buttons`; no block where there are none. */
export function row(buttons: readonly (types.Button | null)[]): types.ActionsBlock[] {
  const elements = buttons.filter((one) => one !== null).slice(0, LIMITS.actions.elements);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/** A paragraph in the bot's own voice, split where it is longer than a section takes. */
export function note(text: string): types.SectionBlock[] {
  const paragraphs = text.split('\n\n').filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => ({
    type: 'section',
    text: plain(clipped(paragraph, LIMITS.section.text)),
    expand: true,
  }));
}

/** A quiet line: counts, how a follow-up was understood. */
export const aside = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [plain(clipped(text, LIMITS.textObject))],
});
