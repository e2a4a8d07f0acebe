import type {
  AllMiddlewareArgs,
  App,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt';
import * as z from 'zod';
import { FEEDBACK, MODALS, SEARCH_FORM } from '../../render/surface-wording.ts';
import { failureWords } from '../../render/wording.ts';
import { type Message, noteMessage } from '../blocks/message.ts';
import { answerView, FIELDS, FORMS, noteView, waitingView } from '../blocks/views.ts';
import { deliver } from '../deliver.ts';
import { referenced } from '../desk.ts';
import type { Filters } from '../page.ts';
import { conversationOf, workspaceOf } from '../workspace.ts';
import { fillModal } from './modals.ts';
import type { Parts } from './parts.ts';

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Forms that come back filled in. */
export function listenToViews(app: App, parts: Parts): void {
  app.view<ViewSubmitAction>(FORMS.search, (args) => search(parts, args));
  app.view<ViewSubmitAction>(FORMS.feedback, (args) => feedback(parts, args));
}

/** The answer takes the form's place. */
async function search(
  parts: Parts,
  { ack, body, view, context, client }: Submission,
): Promise<void> {
  const { question, ...filters } = readSearch(view.state.values);
  if (filters.from && filters.to && filters.from > filters.to) {
    return ack({ response_action: 'errors', errors: { [FIELDS.to]: SEARCH_FORM.datesReversed } });
  }
  await ack({ response_action: 'update', view: waitingView(MODALS.answer) });
  const user = body.user.id;
  try {
    const { message } = await parts.answering.reply({
      key: ['form', user, view.id, view.hash].join(':'),
      text: question,
      asker: user,
      conversation: conversationOf(workspaceOf(context), 'form', view.id),
      surface: 'modal',
      filters,
      wish: { kind: 'ask', question },
    });
    await show(parts, { client, user, view: view.id, message });
  } catch (error) {
    const message = noteMessage(failureWords(referenced(parts.logger, error)));
    await show(parts, { client, user, view: view.id, message });
  }
}

interface Shown {
  readonly client: webApi.WebClient;
  readonly user: string;
  readonly view: string;
  readonly message: Message;
}

/** In the modal; where that is gone or cannot be filled, directly. */
async function show(parts: Parts, { client, user, view, message }: Shown): Promise<void> {
  try {
    await fillModal(parts, client, { id: view }, answerView(MODALS.answer, message));
  } catch (error) {
    parts.logger.warn('a modal cannot be filled: answering directly', { error });
    await deliver(message, { kind: 'thread', channel: user, user }, { ...parts.post, client });
  }
}

type Values = Submission['view']['state']['values'];

/** What a field holds, white space trimmed; undefined for nothing. */
function field(values: Values, name: string): string | undefined {
  const state = values[name]?.[name];
  const text = state?.value ?? state?.selected_date ?? state?.selected_option?.value;
  return text?.trim() || undefined;
}

function readSearch(values: Values): Filters & { readonly question: string } {
  const question = field(values, FIELDS.question) ?? '';
  const [speaker, publisher, from, to] = (['speaker', 'publisher', 'from', 'to'] as const).map(
    (name) => field(values, name),
  );
  return {
    question,
    ...(speaker ? { speaker } : {}),
    ...(publisher ? { publisher } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

const About = z.object({ page: z.string() });

async function feedback(parts: Parts, { ack, body, view }: Submission): Promise<void> {
  const { page } = About.parse(JSON.parse(view.private_metadata));
  const reason = field(view.state.values, FIELDS.reason) ?? '';
  const comment = field(view.state.values, FIELDS.comment) ?? '';
  parts.memory.saveFeedback({ page, person: body.user.id, verdict: 'down', reason, comment });
  parts.logger.info('feedback', { page, verdict: 'down', reason });
  await ack({ response_action: 'update', view: noteView(FEEDBACK.title, FEEDBACK.thanks) });
}
