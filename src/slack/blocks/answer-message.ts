import type { types } from '@slack/bolt';
import type { Answer, Evidence } from '../../answer/answer.ts';
import { BUTTONS, CONFIRM_DELETE, FEEDBACK, REFINED } from '../../render/surface-wording.ts';
import {
  foundWords,
  helpWords,
  NEARBY,
  silenceWords,
  understoodWords,
} from '../../render/wording.ts';
import { clipped, escapedWithin } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Asked, Page, Surface } from '../page.ts';
import { ACTIONS, actionId, toValue } from './action-values.ts';
import { answerText } from './answer-text.ts';
import { aside, button, note, plain, row } from './elements.ts';
import { evidenceBlock, type Room } from './evidence-block.ts';

/** A message's two forms: Slack shows the blocks; screen readers, notifications and fallbacks the text. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

export interface AnswerPage {
  readonly answer: Answer;
  /** `shown` is decided here: what fits. */
  readonly page: Omit<Page, 'shown'>;
  readonly surface: Surface;
  /** Questions that surely have answers, for help. */
  readonly suggestions: readonly string[];
  /** A line above everything else. */
  readonly intro?: string | undefined;
}

/** Quotations on one message; the rest waits behind More. */
const PER_PAGE = 3;
const NEARBY_SHOWN = 2;

/** From roomy to tight: the first layout that Slack's limits allow is taken. */
const ROOMS: readonly Room[] = [
  { longest: 2400, emphasis: true },
  { longest: 2400, emphasis: false },
  { longest: 1200, emphasis: false },
  { longest: 400, emphasis: false },
  { longest: 120, emphasis: false },
];

interface Rendered {
  readonly message: Message;
  /** Ids of the evidence that found room, in order. */
  readonly shown: readonly string[];
}

export function answerMessage(input: AnswerPage): Rendered {
  const { answer } = input;
  switch (answer.kind) {
    case 'quoted':
      return quotedMessage(answer, input);
    case 'nothing-found':
      return { message: silentMessage(answer, input), shown: [] };
    case 'no-question':
      return { message: helpMessage(answer, input.suggestions), shown: [] };
  }
}

function quotedMessage(answer: Extract<Answer, { kind: 'quoted' }>, input: AnswerPage): Rendered {
  const before = new Set(input.page.before);
  const fresh = answer.quotations.filter(({ id }) => !before.has(id)).slice(0, PER_PAGE);
  const layouts = [
    ...fresh.map((_one, index) => ({ count: fresh.length - index, room: ROOMS[0] })),
    ...ROOMS.slice(1).map((room) => ({ count: Math.min(1, fresh.length), room })),
  ];
  const drafts = layouts.map(({ count, room }) => () => {
    const evidence = fresh.slice(0, count);
    const left = Math.max(0, answer.total - before.size - count);
    return { evidence, left, blocks: quotedBlocks(answer, { ...input, evidence, left, room }) };
  });
  const { evidence, left, blocks } = firstThatFits(drafts);
  const head = openingLines(answer, input, evidence.length);
  const text = answerText({ before: head, evidence, after: [], left });
  return { message: { text, blocks }, shown: evidence.map(({ id }) => id) };
}

function firstThatFits<T extends { readonly blocks: readonly types.KnownBlock[] }>(
  drafts: readonly (() => T)[],
): T {
  let draft: T | undefined;
  for (const make of drafts) {
    draft = make();
    const { length } = draft.blocks;
    if (length <= LIMITS.message.blocks && size(draft.blocks) <= LIMITS.message.allBlocks) break;
  }
  if (draft === undefined)
    throw new RangeError('Expected at least one layout to choose from, got none');
  return draft;
}

const size = (blocks: readonly types.KnownBlock[]): number => JSON.stringify(blocks).length;

interface Layout extends AnswerPage {
  readonly evidence: readonly Evidence[];
  readonly left: number;
  readonly room: Room | undefined;
}

function quotedBlocks(
  answer: Extract<Answer, { kind: 'quoted' }>,
  layout: Layout,
): types.KnownBlock[] {
  const { evidence, page, surface, room = { longest: 400, emphasis: false } } = layout;
  const speakers = new Set(evidence.map(({ credit }) => credit?.speaker));
  const onlyOffered = speakers.size > 1 && page.asked.filters.speaker === undefined;
  const [first] = evidence;
  const ownRow = (one: Evidence, index: number) => [
    contextButton(page.id, one, index),
    onlyOffered ? onlyButton(page.id, one, index) : null,
  ];
  return [
    ...openingLines(answer, layout, evidence.length).map(aside),
    ...evidence.flatMap((one, index) => [
      evidenceBlock(one, room),
      ...(evidence.length > 1 ? row(ownRow(one, index)) : []),
    ]),
    // A single quotation has all its buttons in one row.
    ...row([
      ...(first && evidence.length === 1 ? ownRow(first, 0) : []),
      ...pageButtons(answer.total, layout),
    ]),
    ...feedbackRow(page.id, surface),
  ];
}

function contextButton(page: string, { id }: Evidence, index: number): types.Button | null {
  const name = actionId(ACTIONS.context, String(index));
  const made = button(name, BUTTONS.context, toValue({ page, evidence: id }));
  return made && { ...made, accessibility_label: BUTTONS.contextLabel(index + 1) };
}

function onlyButton(page: string, evidence: Evidence, index: number): types.Button | null {
  const speaker = evidence.credit?.speaker;
  if (!speaker) return null;
  const id = actionId(ACTIONS.only, String(index));
  return button(id, BUTTONS.only(clipped(speaker, 40)), toValue({ page, speaker }));
}

function pageButtons(total: number, { page, left, surface }: Layout): (types.Button | null)[] {
  const value = toValue({ page: page.id });
  const newest = page.asked.filters.order === 'newest';
  return [
    left > 0 ? button(ACTIONS.more, BUTTONS.more(left), value) : null,
    total > 1 && !newest ? button(ACTIONS.newest, BUTTONS.newest, value) : null,
    total > 1 && newest ? button(ACTIONS.best, BUTTONS.best, value) : null,
    ...ownButtons(page.id, surface),
  ];
}

/** What can be done with the message itself. */
function ownButtons(page: string, surface: Surface): (types.Button | null)[] {
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
function feedbackRow(page: string, surface: Surface): types.KnownBlock[] {
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

function openingLines(
  answer: Extract<Answer, { kind: 'quoted' }>,
  { page, intro }: AnswerPage,
  count: number,
): string[] {
  const through = page.before.length + count;
  const found =
    page.before.length === 0
      ? foundWords({ ...answer, quotations: answer.quotations.slice(0, count) })
      : `${page.before.length + 1}–${through} of ${answer.total}`;
  return [...introduction(intro), ...understanding(answer, page.asked), found];
}

const introduction = (intro: string | undefined): string[] => (intro === undefined ? [] : [intro]);

/** How a follow-up was understood, and what a form or a button has added. */
function understanding(answer: Answer, { filters }: Asked): string[] {
  const understood = answer.understood === null ? [] : [understoodWords(answer.understood)];
  const { speaker, publisher, from, to, order } = filters;
  const added = [
    speaker && `said by ${speaker}`,
    publisher && `published by ${publisher}`,
    from && `from ${from}`,
    to && `until ${to}`,
    order === 'newest' && 'newest first',
  ].filter((part) => typeof part === 'string' && part !== '') as string[];
  return [...understood, ...(added.length === 0 ? [] : [REFINED(added)])];
}

function silentMessage(
  answer: Extract<Answer, { kind: 'nothing-found' }>,
  input: AnswerPage,
): Message {
  const lines = [
    ...introduction(input.intro),
    ...understanding(answer, input.page.asked),
    silenceWords(answer.silence, answer.searched),
  ];
  const drafts = [
    ...ROOMS.map((room) => ({ room, count: NEARBY_SHOWN })),
    { room: ROOMS.at(-1), count: 0 },
  ].map(({ room, count }) => () => {
    const nearby = answer.nearby.slice(0, count);
    return { nearby, blocks: silentBlocks(lines, nearby, room, input) };
  });
  const { nearby, blocks } = firstThatFits(drafts);
  const before = nearby.length === 0 ? lines : [...lines, NEARBY];
  return { text: answerText({ before, evidence: nearby, after: [], left: 0 }), blocks };
}

function silentBlocks(
  lines: readonly string[],
  nearby: readonly Evidence[],
  room: Room | undefined,
  { page, surface }: AnswerPage,
): types.KnownBlock[] {
  return [
    ...lines.flatMap(note),
    ...(nearby.length === 0 ? [] : [aside(NEARBY)]),
    ...nearby.flatMap((one, index) => [
      evidenceBlock(one, room ?? { longest: 400, emphasis: false }),
      ...row([contextButton(page.id, one, index)]),
    ]),
    ...row(ownButtons(page.id, surface)),
    ...feedbackRow(page.id, surface),
  ];
}

function helpMessage(
  answer: Extract<Answer, { kind: 'no-question' }>,
  suggestions: readonly string[],
): Message {
  const text = helpWords(answer.why, suggestions, answer.searched);
  return noteMessage(text, suggestions);
}

/** A message in the bot's own voice, with questions to press. */
export function noteMessage(text: string, questions: readonly string[] = []): Message {
  const buttons = questions.map((question, index) =>
    button(actionId(ACTIONS.ask, String(index)), question, toValue({ question })),
  );
  return {
    text: escapedWithin(text, LIMITS.message.text),
    blocks: [...note(text), ...row(buttons)],
  };
}
