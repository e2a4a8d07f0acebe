import { viewErrors } from '../block-kit/block-kit.ts';
import { isObject, type JsonObject, objectOf, textOf } from '../json.ts';
import type { Platform } from '../platform.ts';
import { newResponseUrl, newTrigger } from '../tickets.ts';
import { closeModals, pushModal, replaceView, viewJson } from '../views.ts';
import { tell, type View, type World } from '../world.ts';
import { type Filled, NO_ANSWER } from './actions.ts';
import { type Placed, placedElements, stateOf, stateValues } from './elements.ts';
import { interactionBase } from './payload.ts';

/** How a submission ended. */
export type Submitted =
  | { readonly kind: 'closed' | 'cleared' | 'updated' | 'pushed' | 'failed' }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> };

/** Submits a modal: https://docs.slack.dev/surfaces/modals#handling_submissions */
export async function submitView(
  platform: Platform,
  view: View,
  filled: Filled,
): Promise<Submitted> {
  const missing = unfilled(view, filled);
  if (Object.keys(missing).length > 0) return { kind: 'errors', errors: missing };
  const { world, link } = platform;
  const values = stateValues(view.blocks, chosenIn(filled));
  const outcome = await link.deliver('interactive', {
    type: 'view_submission',
    ...interactionBase(world, view.user),
    trigger_id: newTrigger(world, view.user),
    view: viewJson(world, view, values),
    response_urls: responseUrls(world, view, filled),
  });
  return outcome.acked ? applyAnswer(world, view, outcome.payload) : failed(world, view);
}

const chosenIn =
  (filled: Filled) =>
  ({ blockId, element }: Placed) =>
    filled[blockId]?.[textOf(element.action_id)];

/** Required fields left empty: Slack's client does not let them through. */
function unfilled(view: View, filled: Filled): Readonly<Record<string, string>> {
  const inputs = placedElements(view.blocks).filter(({ block }) => block.type === 'input');
  const empty = inputs.filter(
    (placed) => placed.block.optional !== true && isEmpty(placed, filled),
  );
  return Object.fromEntries(
    empty.map(({ blockId }) => [blockId, 'Please complete this required field.']),
  );
}

function isEmpty(placed: Placed, filled: Filled): boolean {
  const { type: _, ...state } = stateOf(placed.element, chosenIn(filled)(placed));
  const [value] = Object.values(state);
  return value === null || (Array.isArray(value) && value.length === 0);
}

function responseUrls(world: World, view: View, filled: Filled): readonly JsonObject[] {
  return placedElements(view.blocks).flatMap((placed) => {
    const { element, blockId } = placed;
    const choice = chosenIn(filled)(placed) ?? element.initial_conversation;
    if (element.response_url_enabled !== true || typeof choice !== 'string') return [];
    const url = newResponseUrl(world, { channel: choice, user: view.user });
    const action = element.action_id;
    return [{ block_id: blockId, action_id: action, channel_id: choice, response_url: url }];
  });
}

function applyAnswer(world: World, view: View, answer: JsonObject): Submitted {
  switch (answer.response_action) {
    case 'errors':
      return { kind: 'errors', errors: messagesOf(answer.errors) };
    case 'clear':
      closeModals(world, view.user, 'all');
      return { kind: 'cleared' };
    case 'update':
    case 'push':
      return showNext(world, view, answer);
    default:
      closeModals(world, view.user, 'top');
      return { kind: 'closed' };
  }
}

function showNext(world: World, view: View, answer: JsonObject): Submitted {
  const next = answer.view;
  if (!isObject(next) || viewErrors(next).length > 0) return failed(world, view);
  if (answer.response_action === 'push') {
    pushModal(world, view.user, next);
    return { kind: 'pushed' };
  }
  replaceView(world, view, next);
  return { kind: 'updated' };
}

const messagesOf = (errors: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(objectOf(errors)).map(([name, text]) => [name, String(text)]));

function failed(world: World, view: View): Submitted {
  tell(world, { kind: 'failure', user: view.user, text: NO_ANSWER });
  return { kind: 'failed' };
}

/** Closes a modal by its cross or Cancel; the app hears of it only where it asked to. */
export async function dismissView(platform: Platform, view: View): Promise<void> {
  const { world, link } = platform;
  closeModals(world, view.user, view.given.clear_on_close === true ? 'all' : 'top');
  if (view.given.notify_on_close !== true) return;
  await link.deliver('interactive', {
    type: 'view_closed',
    ...interactionBase(world, view.user),
    view: viewJson(world, view),
    is_cleared: view.given.clear_on_close === true,
  });
}
