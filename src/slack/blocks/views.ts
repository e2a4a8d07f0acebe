import type { types } from '@slack/bolt';
import type { EvidenceContext, Overview } from '../../answer/archive.ts';
import { FEEDBACK, GONE, MODALS, SEARCH_FORM } from '../../render/surface-wording.ts';
import { LIMITS } from '../limits.ts';
import { contextBlocks } from './context-blocks.ts';
import { note, plain } from './elements.ts';
import type { Message } from './message.ts';

/** Callback ids of forms that come back filled in. */
export const FORMS = { search: 'search_form', feedback: 'feedback_form' } as const;

/** Names of the fields: block id and action id alike. */
export const FIELDS = {
  question: 'question',
  speaker: 'speaker',
  publisher: 'publisher',
  from: 'from',
  to: 'to',
  reason: 'reason',
  comment: 'comment',
} as const;

const modal = (title: string, blocks: readonly types.KnownBlock[]): types.ModalView => ({
  type: 'modal',
  title: plain(title),
  close: plain(MODALS.close),
  blocks: [...blocks],
});

/** Opened at once, while the answer is looked up: a trigger lives for three seconds. */
export const waitingView = (title: string): types.ModalView => modal(title, note(MODALS.searching));

export const noteView = (title: string, text: string): types.ModalView => modal(title, note(text));

export const answerView = (title: string, message: Message): types.ModalView =>
  modal(title, message.blocks);

/** The paragraphs around a quotation, as much of them as a modal takes. */
export function contextView(context: EvidenceContext | null): types.ModalView {
  if (context === null) return noteView(MODALS.context, GONE);
  const drafts = [6000, 3000, 1200, 400].map((longest) => contextBlocks(context, longest));
  const fits = (blocks: readonly types.KnownBlock[]) =>
    JSON.stringify(blocks).length <= LIMITS.viewBlocks;
  return modal(MODALS.context, drafts.find(fits) ?? note(GONE));
}

/** What the asker may fill in to ask more precisely than in words. */
export function searchForm(
  privateMetadata: string,
  overview: Overview,
  question = '',
): types.ModalView {
  const outlets = overview.publishers.slice(0, LIMITS.options);
  return {
    type: 'modal',
    callback_id: FORMS.search,
    private_metadata: privateMetadata,
    title: plain(SEARCH_FORM.title),
    submit: plain(SEARCH_FORM.submit),
    close: plain(SEARCH_FORM.close),
    blocks: [
      input(FIELDS.question, SEARCH_FORM.question, {
        ...textInput(FIELDS.question, SEARCH_FORM.questionHint),
        ...(question === '' ? {} : { initial_value: question.slice(0, LIMITS.plainTextInput) }),
      }),
      optional(
        FIELDS.speaker,
        SEARCH_FORM.speaker,
        textInput(FIELDS.speaker, SEARCH_FORM.speakerHint),
      ),
      ...(outlets.length === 0 ? [] : [outletField(outlets.map(({ name }) => name))]),
      optional(FIELDS.from, SEARCH_FORM.from, { type: 'datepicker', action_id: FIELDS.from }),
      optional(FIELDS.to, SEARCH_FORM.to, { type: 'datepicker', action_id: FIELDS.to }),
    ],
  };
}

type InputElement = types.InputBlock['element'];

const input = (id: string, label: string, element: InputElement): types.InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element,
});

const optional = (id: string, label: string, element: InputElement): types.InputBlock => ({
  ...input(id, label, element),
  optional: true,
});

const textInput = (id: string, placeholder: string): types.PlainTextInput => ({
  type: 'plain_text_input',
  action_id: id,
  placeholder: plain(placeholder),
  max_length: LIMITS.plainTextInput,
});

/** Outlets whose name is too long for an option cannot be chosen here; the question can name them. */
function outletField(names: readonly string[]): types.InputBlock {
  const fitting = names.filter((name) => name.length <= LIMITS.option.text);
  if (fitting.length === 0) {
    return optional(FIELDS.publisher, SEARCH_FORM.publisher, textInput(FIELDS.publisher, ' '));
  }
  return optional(FIELDS.publisher, SEARCH_FORM.publisher, {
    type: 'static_select',
    action_id: FIELDS.publisher,
    options: fitting.map((name) => ({ text: plain(name), value: name })),
  });
}

/** What was wrong with an answer. */
export function feedbackForm(privateMetadata: string): types.ModalView {
  const reasons = Object.entries(FEEDBACK.reasons);
  return {
    type: 'modal',
    callback_id: FORMS.feedback,
    private_metadata: privateMetadata,
    title: plain(FEEDBACK.title),
    submit: plain(FEEDBACK.submit),
    close: plain(FEEDBACK.close),
    blocks: [
      input(FIELDS.reason, FEEDBACK.reason, {
        type: 'radio_buttons',
        action_id: FIELDS.reason,
        options: reasons.map(([value, text]) => ({ text: plain(text), value })),
      }),
      optional(FIELDS.comment, FEEDBACK.comment, {
        type: 'plain_text_input',
        action_id: FIELDS.comment,
        multiline: true,
        max_length: LIMITS.plainTextInput,
      }),
    ],
  };
}
