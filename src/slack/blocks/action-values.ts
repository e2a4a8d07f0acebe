import * as z from 'zod';

/** Action ids as Slack sends them back; a suffix after `/` keeps them unique within a message. */
export const ACTIONS = {
  more: 'more',
  only: 'only',
  newest: 'newest',
  best: 'best',
  context: 'context',
  share: 'share',
  delete: 'delete',
  ask: 'ask',
  askAgain: 'ask_again',
  feedback: 'feedback',
  openForm: 'open_form',
  settingOrder: 'setting_order',
  settingCommands: 'setting_commands',
} as const;

export type ActionName = (typeof ACTIONS)[keyof typeof ACTIONS];

export const actionId = (name: ActionName, suffix = ''): string =>
  suffix === '' ? name : `${name}/${suffix}`;

/** What a button carries: ids only, never a position. */
const Value = z.object({
  page: z.string().optional(),
  evidence: z.string().optional(),
  speaker: z.string().optional(),
  question: z.string().optional(),
  /** The thread that an answer belongs in. */
  thread: z.string().optional(),
  verdict: z.enum(['up', 'down']).optional(),
});

export type ActionValue = z.infer<typeof Value>;

export const toValue = (value: ActionValue): string => JSON.stringify(value);

/** Empty for what this version does not understand. */
export function readValue(value: string | undefined): ActionValue {
  try {
    return Value.parse(JSON.parse(value ?? '{}'));
  } catch {
    return {};
  }
}
