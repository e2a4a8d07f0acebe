import type { types } from '@slack/bolt';
import type { Answer, Evidence } from '../../answer/answer.ts';
import { PAGE_OF } from '../../render/surface-wording.ts';
import { foundWords } from '../../render/wording.ts';
import { contextButton, feedbackRow, onlyButton, pageButtons } from './answer-buttons.ts';
import { type AnswerPage, openingLines } from './answer-page.ts';
import { answerText } from './answer-text.ts';
import { aside, row } from './elements.ts';
import { evidenceBlock, type Room } from './evidence-block.ts';
import { firstThatFits, type Message, ROOMS } from './message.ts';

type Quoted = Extract<Answer, { kind: 'quoted' }>;

/** Quotations on one message; the rest waits behind More. */
const PER_PAGE = 3;

/** As many quotations as fit, best first; `shown` are the ids of their evidence. */
export function quotedMessage(
  answer: Quoted,
  input: AnswerPage,
): { readonly message: Message; readonly shown: readonly string[] } {
  const before = new Set(input.page.before);
  const fresh = answer.quotations.filter(({ id }) => !before.has(id)).slice(0, PER_PAGE);
  const [roomy, ...tighter] = ROOMS;
  const layouts = [
    ...fresh.map((_one, index) => ({ count: fresh.length - index, room: roomy })),
    ...tighter.map((room) => ({ count: Math.min(1, fresh.length), room })),
  ];
  const drafts = layouts.map(({ count, room }) => () => {
    const evidence = fresh.slice(0, count);
    const left = Math.max(0, answer.total - before.size - count);
    return { evidence, left, blocks: blocksOf(answer, { ...input, evidence, left, room }) };
  });
  const { evidence, left, blocks } = firstThatFits(drafts);
  const head = headLines(answer, input, evidence.length);
  const text = answerText({ before: head, evidence, after: [], left });
  return { message: { text, blocks }, shown: evidence.map(({ id }) => id) };
}

interface Layout extends AnswerPage {
  readonly evidence: readonly Evidence[];
  readonly left: number;
  readonly room: Room;
}

function blocksOf(answer: Quoted, layout: Layout): types.KnownBlock[] {
  const { evidence, page, surface, room } = layout;
  const speakers = new Set(evidence.map(({ credit }) => credit?.speaker));
  const onlyOffered = speakers.size > 1 && page.asked.filters.only === undefined;
  const ownRow = (one: Evidence, index: number) => [
    contextButton(page.id, one, index),
    onlyOffered ? onlyButton(page.id, one, index) : null,
  ];
  // A single quotation has all its buttons in one row.
  const alone = evidence.length === 1;
  return [
    ...headLines(answer, layout, evidence.length).map(aside),
    ...evidence.flatMap((one, index) => [
      evidenceBlock(one, room),
      ...(alone ? [] : row(ownRow(one, index))),
    ]),
    ...row([...(alone ? evidence.flatMap(ownRow) : []), ...pageButtons(answer.days, layout)]),
    ...feedbackRow(page.id, surface),
  ];
}

function headLines(answer: Quoted, input: AnswerPage, count: number): string[] {
  const { length } = input.page.before;
  const shown = answer.quotations.slice(0, count);
  const found =
    length === 0
      ? foundWords({ ...answer, quotations: shown })
      : PAGE_OF(length + 1, length + count, answer.total);
  return [...openingLines(answer, input), found];
}
