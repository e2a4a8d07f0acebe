import type { types } from '@slack/bolt';
import type { Answer, Evidence } from '../../answer/answer.ts';
import { EVERYTHING_BY, INSTEAD } from '../../render/surface-wording.ts';
import { NEARBY, silenceWords } from '../../render/wording.ts';
import { contextButton, feedbackRow, ownButtons, questionButtons } from './answer-buttons.ts';
import { type AnswerPage, openingLines } from './answer-page.ts';
import { answerText } from './answer-text.ts';
import { aside, note, row } from './elements.ts';
import { evidenceBlock, type Room } from './evidence-block.ts';
import { firstThatFits, type Message, ROOMS } from './message.ts';

type Silent = Extract<Answer, { kind: 'nothing-found' }>;

const NEARBY_SHOWN = 2;

/** That there is no answer, and why; the nearest passages, labelled as such; what could be asked instead. */
export function silentMessage(
  answer: Silent,
  input: AnswerPage,
): { readonly message: Message; readonly shown: readonly string[] } {
  const lines = openingLines(answer, input);
  const silence = silenceWords(answer.silence, answer.searched);
  const [roomy] = ROOMS;
  const layouts: readonly { readonly room: Room; readonly count: number }[] = [
    ...ROOMS.map((room) => ({ room, count: NEARBY_SHOWN })),
    { room: roomy, count: 0 },
  ];
  const drafts = layouts.map(({ room, count }) => () => {
    const nearby = answer.nearby.slice(0, count);
    const blocks = [
      ...lines.map(aside),
      ...note(silence),
      ...nearbyBlocks(nearby, room, input.page.id),
      ...waysOn(answer, input),
      ...row(ownButtons(input.page.id, input.surface)),
      ...feedbackRow(input.page.id, input.surface),
    ];
    return { nearby, blocks };
  });
  const { nearby, blocks } = firstThatFits(drafts);
  const before = [...lines, silence, ...(nearby.length === 0 ? [] : [NEARBY])];
  const text = answerText({ before, evidence: nearby, after: [], left: 0 });
  return { message: { text, blocks }, shown: nearby.map(({ id }) => id) };
}

function nearbyBlocks(nearby: readonly Evidence[], room: Room, page: string): types.KnownBlock[] {
  return [
    ...(nearby.length === 0 ? [] : [aside(NEARBY)]),
    ...nearby.flatMap((one, index) => [
      evidenceBlock(one, room),
      ...row([contextButton(page, one, index)]),
    ]),
  ];
}

/** What can be asked instead, and surely has an answer. Modals have no place for another answer. */
function waysOn({ silence }: Silent, { suggestions, surface }: AnswerPage): types.KnownBlock[] {
  if (surface === 'modal') return [];
  const bySpeaker =
    silence.why === 'speaker-silent-on-topic' && silence.statementsBySpeaker > 0
      ? [EVERYTHING_BY(silence.speaker)]
      : [];
  const buttons = questionButtons([...bySpeaker, ...suggestions].slice(0, 2));
  return buttons.length === 0 ? [] : [aside(INSTEAD), ...buttons];
}
