import type { AllMiddlewareArgs, App, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import {
  ALREADY_SHARED,
  ASKED,
  FEEDBACK,
  FORM_TOO_LATE,
  GONE,
  MODALS,
  NOT_YOURS,
  TOO_LATE,
  UNKNOWN_BUTTON,
} from '../../render/surface-wording.ts';
import type { Change, Reply } from '../answering.ts';
import { ACTIONS, type ActionName } from '../blocks/action-values.ts';
import { answerView, contextView, feedbackForm, searchForm } from '../blocks/views.ts';
import { deliver } from '../deliver.ts';
import { postResponse } from '../response-url.ts';
import { persistently, slackError } from '../slack-calls.ts';
import { conversationOf } from '../workspace.ts';
import { type Click, clickOf, guarded, placeOf, tell } from './clicks.ts';
import { fillModal, openModal } from './modals.ts';
import type { Parts } from './parts.ts';

type Press = (parts: Parts, click: Click) => Promise<void>;

const PRESSES: Readonly<Partial<Record<ActionName, Press>>> = {
  [ACTIONS.more]: (parts, click) => turn(parts, click, { kind: 'more' }),
  [ACTIONS.newest]: (parts, click) => turn(parts, click, { kind: 'order', order: 'newest' }),
  [ACTIONS.best]: (parts, click) => turn(parts, click, { kind: 'order', order: 'best' }),
  [ACTIONS.only]: (parts, click) =>
    turn(parts, click, { kind: 'only', speaker: click.value.speaker ?? '', byName: true }),
  [ACTIONS.context]: showContext,
  [ACTIONS.share]: share,
  [ACTIONS.delete]: remove,
  [ACTIONS.ask]: ask,
  [ACTIONS.askAgain]: ask,
  [ACTIONS.feedback]: feedback,
  [ACTIONS.openForm]: openForm,
};

const KNOWN = new Set<string>(Object.values(ACTIONS));

/** Every button, wherever it is: acknowledged at once, then answered. */
export function listenToActions(app: App, parts: Parts): void {
  for (const [name, press] of Object.entries(PRESSES)) {
    app.action<BlockAction>(new RegExp(`^${name}(?:/|$)`), (args) => pressed(parts, args, press));
  }
  app.action<BlockAction>(/^/, async (args) => {
    const [name = ''] = args.action.action_id.split('/');
    if (KNOWN.has(name)) return;
    await pressed(parts, args, (all, click) => tell(all, click, UNKNOWN_BUTTON));
  });
}

type ActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

async function pressed(parts: Parts, args: ActionArgs, press: Press): Promise<void> {
  await args.ack();
  const click = clickOf(args.body, args.context, args.client);
  if (!parts.memory.firstSight(click.key)) return;
  await guarded(parts, click, () => press(parts, click));
}

/** "More", "Newest first", "Only X": below the message, or in place of what the modal shows. */
async function turn(parts: Parts, click: Click, change: Change): Promise<void> {
  const surface = click.surface === 'home' ? 'thread' : click.surface;
  if (isDoubled(parts, click, change)) return;
  const at = { key: click.key, surface };
  const reply = await parts.answering.turn(click.value.page ?? '', change, at);
  if (reply === null) return tell(parts, click, GONE);
  remember(parts, click, reply);
  if (click.view && surface === 'modal') {
    const view = answerView(MODALS.answer, reply.message);
    return fillModal(parts, click.client, click.view, view);
  }
  await deliver(reply.message, placeOf(click), { ...parts.post, client: click.client });
}

/** Milliseconds in which a second press of the same button is a slip of the finger. */
const DOUBLE_PRESS = 4000;

function isDoubled({ memory, now }: Parts, click: Click, change: Change): boolean {
  if (click.surface === 'modal') return false;
  const pressed = JSON.stringify([click.messageTs, click.user, click.value, change]);
  const moment = Math.floor(now() / DOUBLE_PRESS);
  const key = (at: number) => `press:${pressed}:${at}`;
  const first = memory.firstSight(key(moment));
  return !memory.firstSight(key(moment - 1)) || !first;
}

/** A page that a button brought is what the next "more" in the thread goes on from. */
function remember({ memory }: Parts, click: Click, { page }: Reply): void {
  const root = click.threadTs ?? click.messageTs;
  if (click.surface !== 'thread' || !click.channel || !root || page === null) return;
  const conversation = conversationOf(click.workspace, click.channel, root);
  memory.addTurn(conversation, { key: click.key, question: page.asked.text, page: page.id });
}

async function showContext(parts: Parts, click: Click): Promise<void> {
  const { client, triggerId, value } = click;
  try {
    await openModal(parts, {
      client,
      triggerId,
      title: MODALS.context,
      onTop: click.surface === 'modal',
      make: async () => contextView(await parts.archive.context(value.evidence ?? '')),
    });
  } catch (error) {
    if (!isLate(error)) throw error;
    await tell(parts, click, TOO_LATE);
  }
}

const isLate = (error: unknown): boolean =>
  ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'].includes(
    slackError(error) ?? '',
  );

/** Once: the second press says that it is done. */
async function share(parts: Parts, click: Click): Promise<void> {
  const { responseUrl: url, channel, user, client } = click;
  const once = `share:${click.value.page}`;
  if (!parts.memory.firstSight(once)) return tell(parts, click, ALREADY_SHARED);
  try {
    const reply = await parts.answering.again(click.value.page ?? '', click.key);
    if (reply === null || url === undefined || channel === undefined) {
      parts.memory.unsee(once);
      return await tell(parts, click, GONE);
    }
    const place = { kind: 'response', url, channel, user, shared: true } as const;
    await deliver(reply.message, place, { ...parts.post, client });
  } catch (error) {
    parts.memory.unsee(once);
    throw error;
  }
}

/** The asker takes an answer back. */
async function remove(parts: Parts, click: Click): Promise<void> {
  const page = parts.memory.page(click.value.page ?? '');
  if (page !== null && page.asked.asker !== click.user) return tell(parts, click, NOT_YOURS);
  const { channel, messageTs } = click;
  if (page === null || channel === undefined || messageTs === undefined) {
    return tell(parts, click, GONE);
  }
  await takeAway(parts, click, { channel, ts: messageTs });
}

async function takeAway(
  { post: { patience, fetch } }: Parts,
  { client, responseUrl }: Click,
  message: { readonly channel: string; readonly ts: string },
): Promise<void> {
  try {
    await persistently(() => client.chat.delete(message), patience);
  } catch (error) {
    const code = slackError(error);
    if (code === 'message_not_found') return;
    if (code === null || responseUrl === undefined) throw error;
    // Posted through a response address, where the bot is no member.
    await persistently(() => postResponse(fetch, responseUrl, { delete_original: true }), patience);
  }
}

/** A question on a button: answered where the button is; from the App Home, in a direct message. */
async function ask(parts: Parts, click: Click): Promise<void> {
  const { question = '', thread } = click.value;
  const place = placeOf(thread === undefined ? click : { ...click, threadTs: thread });
  const root = place.threadTs ?? click.key;
  await parts.desk.receive({
    enquiry: {
      key: click.key,
      text: question,
      asker: click.user,
      conversation: conversationOf(click.workspace, place.channel, root),
      surface: place.kind === 'response' ? 'private' : 'thread',
      wish: { kind: 'ask', question },
      intro: ASKED(question),
    },
    place,
    workspace: click.workspace,
  });
}

async function feedback(parts: Parts, click: Click): Promise<void> {
  const { page = '', verdict = 'up' } = click.value;
  parts.memory.saveFeedback({ page, person: click.user, verdict });
  parts.logger.info('feedback', { page, verdict });
  if (verdict === 'up') return tell(parts, click, FEEDBACK.thanks);
  try {
    const view = feedbackForm(JSON.stringify({ page }));
    await click.client.views.open({ trigger_id: click.triggerId, view });
  } catch (error) {
    parts.logger.warn('the feedback form did not open', { error });
    await tell(parts, click, FEEDBACK.thanks);
  }
}

async function openForm(parts: Parts, click: Click): Promise<void> {
  const view = searchForm('', parts.archive.overview());
  try {
    await click.client.views.open({ trigger_id: click.triggerId, view });
  } catch (error) {
    if (!isLate(error)) throw error;
    await tell(parts, click, FORM_TOO_LATE);
  }
}
