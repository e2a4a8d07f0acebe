import type { types } from '@slack/bolt';
import type { Evidence } from '../../answer/answer.ts';
import { BUTTONS, CONFIRM_DELETE, FEEDBACK } from '../../render/surface-wording.ts';
import { clipped } from '../escape.ts';
import type { Page, Surface } from '../page.ts';
import { ACTIONS, actionId, toValue } from './action-values.ts';
import { button, plain, row } from './elements.ts';

interface Turnable {
  readonly page: Omit<Page, 'shown'>;
  /** Quotations beyond this page. */
  readonly left: number;
  readonly surface: Surface;
}

/** Opens the paragraphs around a quotation. */
export function contextButton(page: string, { id }: Evidence, index: number): types.Button | null {
  const name = actionId(ACTIONS.context, String(index));
  const made = button(name, BUTTONS.context, toValue({ page, evidence: id }));
  return made && { ...made, accessibility_label: BUTTONS.contextLabel(index + 1) };
}

const LONGEST_NAME = 40;

/** A long name without what is added to it: "Ada Quill, who chairs …" is Ada Quill. */
function named(speaker: string): string {
  const [name = ''] = speaker.split(',');
  return speaker.length > LONGEST_NAME && name.includes(' ') ? name : speaker;
}

/** The same question, to this speaker alone; none where the article does not say who speaks. */
export function onlyButton(page: string, evidence: Evidence, index: number): types.Button | null {
  const speaker = evidence.credit?.speaker;
  if (!speaker) return null;
  const id = actionId(ACTIONS.only, String(index));
  return button(
    id,
    BUTTONS.only(clipped(named(speaker), LONGEST_NAME)),
    toValue({ page, speaker }),
  );
}

/** More of the answer, another order of it, and what can be done with the message. */
export function pageButtons(
  days: number,
  { page, left, surface }: Turnable,
): (types.Button | null)[] {
  const value = toValue({ page: page.id });
  const newest = page.asked.filters.order === 'newest';
  return [
    left > 0 ? button(ACTIONS.more, BUTTONS.more(left), value) : null,
    days > 1 && !newest ? button(ACTIONS.newest, BUTTONS.newest, value) : null,
    days > 1 && newest ? button(ACTIONS.best, BUTTONS.best, value) : null,
    ...ownButtons(page.id, surface),
  ];
}

/** What can be done with the message itself. */
export function ownButtons(page: string, surface: Surface): (types.Button | null)[] {
  const value = toValue({ page });
  if (surface === 'modal') return [];
  if (surface === 'private') return [button(ACTIONS.share, BUTTONS.share, value)];
  const remove = button(ACTIONS.delete, BUTTONS.delete, value);
  const confirm = {
    title: plain(CONFIRM_DELETE.title),
    text: plain(CONFIRM_DELETE.text),
    confirm: plain(CONFIRM_DELETE.confirm),
    deny: plain(CONFIRM_DELETE.deny),
  };
  return [remove && { ...remove, confirm }];
}

/** Messages only: modals know no feedback buttons. */
export function feedbackRow(page: string, surface: Surface): types.KnownBlock[] {
  if (surface === 'modal') return [];
  const option = (text: string, label: string, verdict: 'up' | 'down') => ({
    text: plain(text),
    accessibility_label: label,
    value: toValue({ page, verdict }),
  });
  const element: types.FeedbackButtons = {
    type: 'feedback_buttons',
    action_id: ACTIONS.feedback,
    positive_button: option(FEEDBACK.good, FEEDBACK.goodLabel, 'up'),
    negative_button: option(FEEDBACK.bad, FEEDBACK.badLabel, 'down'),
  };
  return [{ type: 'context_actions', elements: [element] }];
}

/** Questions to press. */
export const questionButtons = (questions: readonly string[]): types.KnownBlock[] =>
  row(
    questions.map((question, index) =>
      button(actionId(ACTIONS.ask, String(index)), question, toValue({ question })),
    ),
  );
