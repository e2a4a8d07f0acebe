import type { types } from '@slack/bolt';
import type { Evidence } from '../../answer/answer.ts';
import type { Overview, Verification } from '../../answer/archive.ts';
import { BUTTONS, DIFFERENCES, verificationWords } from '../../render/surface-wording.ts';
import { NEARBY } from '../../render/wording.ts';
import { clipped } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import { ACTIONS, actionId, toValue } from './action-values.ts';
import { answerText } from './answer-text.ts';
import { aside, button, note, row } from './elements.ts';
import { evidenceBlock } from './evidence-block.ts';
import type { Message } from './message.ts';
import { bold, line, richText, words } from './rich-text.ts';

const SHOWN = 3;
const LONGEST = [1500, 700, 250, 120];

/** What became of words that somebody wanted checked. */
export function checkMessage(
  verification: Verification,
  overview: Overview,
  pageId: string,
): { readonly message: Message; readonly shown: readonly string[] } {
  const evidence = evidenceOf(verification).slice(0, SHOWN);
  const verdict = verificationWords(verification, overview);
  const drafts = LONGEST.map((longest) => [
    ...note(verdict),
    ...(verification.kind === 'altered' ? differences(verification) : []),
    ...(verification.kind === 'not-found' && evidence.length > 0 ? [aside(NEARBY)] : []),
    ...evidence.flatMap((one, index) => placed(one, index, pageId, longest)),
  ]);
  const fits = (blocks: readonly types.KnownBlock[]) =>
    JSON.stringify(blocks).length <= LIMITS.message.allBlocks;
  const nearby = verification.kind === 'not-found' && evidence.length > 0 ? [NEARBY] : [];
  const text = answerText({ before: [verdict, ...nearby], evidence, after: [], left: 0 });
  const blocks = drafts.find(fits) ?? note(verdict);
  return { message: { text, blocks }, shown: evidence.map(({ id }) => id) };
}

function evidenceOf(verification: Verification): readonly Evidence[] {
  switch (verification.kind) {
    case 'verbatim':
      return verification.evidence;
    case 'altered':
      return [verification.nearest];
    case 'not-found':
      return verification.nearby;
  }
}

function placed(
  evidence: Evidence,
  index: number,
  page: string,
  longest: number,
): types.KnownBlock[] {
  const value = toValue({ page, evidence: evidence.id });
  return [
    evidenceBlock(evidence, { longest, emphasis: true }),
    ...row([button(actionId(ACTIONS.context, String(index)), BUTTONS.context, value)]),
  ];
}

/** Word by word: bold for the article's words, struck through for words it does not hold; named as well as styled. */
function differences({
  differences: pieces,
}: Extract<Verification, { kind: 'altered' }>): types.KnownBlock[] {
  const told = pieces.slice(0, 120).map(({ kind, text }) => {
    if (kind === 'missing') return bold(`[+ ${clipped(text, 300)}] `);
    const added = { ...words(`[− ${clipped(text, 300)}] `), style: { strike: true } };
    return kind === 'added' ? added : words(`${clipped(text, 300)} `);
  });
  const key = `[+ ${DIFFERENCES.missing}] · [− ${DIFFERENCES.added}]`;
  return told.length === 0 ? [] : [richText([line(told)]), aside(key)];
}
