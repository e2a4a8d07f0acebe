import { storedBlocks, storedLabel } from './block-kit/normal-blocks.ts';
import { type JsonObject, objectsOf, textOf } from './json.ts';
import { nextId, tell, type View, type World } from './world.ts';

/** Where a view hangs: alone, or on top of another. */
interface Place {
  readonly user: string;
  readonly previous?: View;
}

export function createView(world: World, given: JsonObject, place: Place): View {
  const id = nextId(world, 'V');
  const view: View = {
    id,
    user: place.user,
    hash: newHash(world),
    rootId: place.previous?.rootId ?? id,
    previousId: place.previous?.id ?? null,
    ...contentsOf(world, given),
  };
  world.views.set(id, view);
  return view;
}

const newHash = (world: World): string =>
  `${Math.floor(world.now() / 1000)}.${world.count().toString(36)}`;

function contentsOf(world: World, given: JsonObject): Pick<View, 'given' | 'blocks'> {
  const blocks = storedBlocks(objectsOf(given.blocks), () => nextId(world, 'b').toLowerCase());
  return { given, blocks };
}

/** The view with new contents and a new hash, under its old id. */
export function replaceView(world: World, view: View, given: JsonObject): View {
  const next: View = { ...view, hash: newHash(world), ...contentsOf(world, given) };
  world.views.set(view.id, next);
  const kind = given.type === 'home' ? 'home' : 'modals';
  tell(world, { kind, user: view.user });
  return next;
}

export function openModal(world: World, user: string, given: JsonObject): View {
  const view = createView(world, given, { user });
  setModals(world, user, [view.id]);
  return view;
}

/** Puts a view on top of a person's open modals. */
export function pushModal(world: World, user: string, given: JsonObject): View {
  const open = world.modals.get(user) ?? [];
  const previous = topModal(world, user);
  const view = createView(world, given, previous ? { user, previous } : { user });
  setModals(world, user, [...open, view.id]);
  return view;
}

export function topModal(world: World, user: string): View | undefined {
  const top = (world.modals.get(user) ?? []).at(-1);
  return top === undefined ? undefined : world.views.get(top);
}

/** Closes the topmost modal, or all of them. */
export function closeModals(world: World, user: string, which: 'top' | 'all'): void {
  const open = world.modals.get(user) ?? [];
  setModals(world, user, which === 'all' ? [] : open.slice(0, -1));
}

function setModals(world: World, user: string, ids: readonly string[]): void {
  world.modals.set(user, ids);
  tell(world, { kind: 'modals', user });
}

/** A view as Slack's payloads show it; `values` is what the person has filled in. */
export function viewJson(world: World, view: View, values: JsonObject = {}): JsonObject {
  const { given } = view;
  return {
    id: view.id,
    team_id: world.team.id,
    type: given.type,
    blocks: view.blocks,
    private_metadata: textOf(given.private_metadata),
    callback_id: textOf(given.callback_id),
    state: { values },
    hash: view.hash,
    title: storedLabel(given.title) ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: given.clear_on_close === true,
    notify_on_close: given.notify_on_close === true,
    close: storedLabel(given.close),
    submit: storedLabel(given.submit),
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: world.app.id,
    external_id: textOf(given.external_id),
    app_installed_team_id: world.team.id,
    bot_id: world.bot.id,
  };
}
