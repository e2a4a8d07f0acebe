import type { types } from '@slack/bolt';
import { escapedWithin } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import { questionButtons } from './answer-buttons.ts';
import { note } from './elements.ts';
import type { Room } from './evidence-block.ts';

/** A message's two forms: Slack shows the blocks; screen readers, notifications and fallbacks the text. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/** A message in the bot's own voice, with questions to press. */
export function noteMessage(text: string, questions: readonly string[] = []): Message {
  return {
    text: escapedWithin(text, LIMITS.message.text),
    blocks: [...note(text), ...questionButtons(questions)],
  };
}

/** From roomy to tight. */
export const ROOMS = [
  { longest: 2400, emphasis: true },
  { longest: 2400, emphasis: false },
  { longest: 1200, emphasis: false },
  { longest: 400, emphasis: false },
  { longest: 120, emphasis: false },
] as const satisfies readonly Room[];

/** The first draft within Slack's limits for a message; the last one where none is: the sender looks again. */
export function firstThatFits<T extends { readonly blocks: readonly types.KnownBlock[] }>(
  drafts: readonly (() => T)[],
): T {
  let draft: T | undefined;
  for (const make of drafts) {
    draft = make();
    if (fits(draft.blocks)) return draft;
  }
  if (draft) return draft;
  throw new RangeError('Expected at least one layout to choose from, got none');
}

const fits = (blocks: readonly types.KnownBlock[]): boolean =>
  blocks.length <= LIMITS.message.blocks &&
  JSON.stringify(blocks).length <= LIMITS.message.allBlocks;
