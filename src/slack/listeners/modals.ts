import type { types, webApi } from '@slack/bolt';
import { waitingView } from '../blocks/views.ts';
import { faultsOf } from '../check-blocks.ts';
import { persistently, slackError } from '../slack-calls.ts';
import type { Parts } from './parts.ts';

/** Nobody looks at "Searching…" for longer. */
const MODAL_PATIENCE = 15_000;

interface Opening {
  readonly client: webApi.WebClient;
  readonly triggerId: string;
  readonly title: string;
  /** On top of an open modal. */
  readonly onTop: boolean;
  readonly make: () => Promise<types.ModalView>;
}

/**
 * Opens a modal at once, before the trigger expires, and fills it when its contents are there. Throws what Slack says
 * where it does not open; where it cannot be filled, too.
 */
export async function openModal(parts: Parts, opening: Opening): Promise<void> {
  const { client, triggerId, title, onTop, make } = opening;
  const args = { trigger_id: triggerId, view: waitingView(title) };
  const { view } = onTop ? await client.views.push(args) : await client.views.open(args);
  await fillModal(parts, client, { id: view?.id ?? '', hash: view?.hash }, await make());
}

/** Replaces what a modal shows. A modal that somebody changed in the meantime is replaced all the same. */
export async function fillModal(
  parts: Parts,
  client: webApi.WebClient,
  { id, hash }: { readonly id: string; readonly hash?: string | undefined },
  view: types.ModalView,
): Promise<void> {
  const faults = faultsOf(view.blocks, 'view');
  if (faults.length > 0) parts.logger.error('a view breaks a limit of Slack', { faults });
  const update = (args: { readonly hash?: string }) =>
    persistently(() => client.views.update({ view_id: id, view, ...args }), {
      ...parts.post.patience,
      atMost: MODAL_PATIENCE,
    });
  try {
    await update(hash ? { hash } : {});
  } catch (error) {
    if (slackError(error) !== 'hash_conflict') throw error;
    await update({});
  }
}
