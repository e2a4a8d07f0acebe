import { viewErrors } from '../block-kit/block-kit.ts';
import { LIMITS } from '../block-kit/limits.ts';
import { isObject, type JsonObject, textOf } from '../json.ts';
import type { Platform } from '../platform.ts';
import { createView, openModal, pushModal, replaceView, topModal, viewJson } from '../views.ts';
import { tell, type View, type World } from '../world.ts';
import { jsonArgument } from './find.ts';
import type { Methods } from './method.ts';
import { refuse, refuseWith } from './refusal.ts';

/** Modals on top of each other: https://docs.slack.dev/reference/methods/views.push */
const MOST_MODALS = 3;

/** views.*: https://docs.slack.dev/reference/methods/views.open and its neighbours. */
export const viewMethods: Methods = {
  'views.open': ({ world }, args) => {
    const given = givenView(args, 'modal');
    const view = openModal(world, exchangeTrigger(world, args.trigger_id), given);
    return { view: viewJson(world, view) };
  },
  'views.push': ({ world }, args) => {
    const given = givenView(args, 'modal');
    const user = exchangeTrigger(world, args.trigger_id);
    if (topModal(world, user) === undefined) return refuse('not_found');
    if ((world.modals.get(user) ?? []).length >= MOST_MODALS) return refuse('push_limit_reached');
    return { view: viewJson(world, pushModal(world, user, given)) };
  },
  'views.update': update,
  'views.publish': publish,
};

/** The view of a call, checked. */
function givenView(args: JsonObject, type: 'modal' | 'home'): JsonObject {
  const view = jsonArgument(args.view);
  if (!isObject(view)) {
    return refuseWith('invalid_arguments', ['[ERROR] missing required field: view']);
  }
  const errors = [...viewErrors(view), ...typeErrors(view, type)];
  if (errors.length > 0) return refuseWith('invalid_arguments', errors);
  if (JSON.stringify(view).length > LIMITS.view.bytes) return refuse('view_too_large');
  return view;
}

const typeErrors = (view: JsonObject, type: string): readonly string[] =>
  view.type === type ? [] : [`[ERROR] must be a ${type} [json-pointer:/view/type]`];

/** Uses up a trigger id and says whose it was. */
function exchangeTrigger(world: World, value: unknown): string {
  const id = textOf(value);
  const trigger = world.triggers.get(id);
  if (trigger === undefined) return refuse('invalid_trigger_id');
  if (trigger.exchanged) return refuse('exchanged_trigger_id');
  if (world.now() > trigger.expires) return refuse('expired_trigger_id');
  world.triggers.set(id, { ...trigger, exchanged: true });
  return trigger.user;
}

function update({ world }: Platform, args: JsonObject): JsonObject {
  const view = knownView(world, args);
  const given = givenView(args, view.given.type === 'home' ? 'home' : 'modal');
  const isOpen = (world.modals.get(view.user) ?? []).includes(view.id);
  if (given.type === 'modal' && !isOpen) return refuse('not_found');
  checkHash(view, args);
  return { view: viewJson(world, replaceView(world, view, given)) };
}

function knownView(world: World, args: JsonObject): View {
  const external = textOf(args.external_id);
  const byExternal = (view: View): boolean =>
    external !== '' && view.given.external_id === external;
  const found = world.views.get(textOf(args.view_id)) ?? [...world.views.values()].find(byExternal);
  return found ?? refuse('not_found');
}

function checkHash(view: View, args: JsonObject): void {
  const hash = textOf(args.hash);
  if (hash !== '' && hash !== view.hash) refuse('hash_conflict');
}

function publish({ world }: Platform, args: JsonObject): JsonObject {
  if (!world.app.hasHome) return refuse('not_enabled');
  const user = textOf(args.user_id);
  if (!world.users.has(user)) return refuse('user_not_found');
  const given = givenView(args, 'home');
  const published = world.views.get(world.homes.get(user) ?? '');
  if (published) {
    checkHash(published, args);
    return { view: viewJson(world, replaceView(world, published, given)) };
  }
  const view = createView(world, given, { user });
  world.homes.set(user, view.id);
  tell(world, { kind: 'home', user });
  return { view: viewJson(world, view) };
}
