import type { App, BlockAction, webApi } from '@slack/bolt';
import { PROMPTS_TITLE } from '../../render/surface-wording.ts';
import { ACTIONS } from '../blocks/action-values.ts';
import { homeView } from '../blocks/home-view.ts';
import { faultsOf } from '../check-blocks.ts';
import { clipped } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import { persistently } from '../slack-calls.ts';
import type { Settings } from '../state/memory.ts';
import type { Parts } from './parts.ts';

const RECENT = 5;

/** The App Home and the prompts above the agent's messages: both computed from the corpus. */
export function listenToHome(app: App, parts: Parts): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'messages') await prompt(parts, client, event.channel);
    else await publish(parts, client, event.user);
  });
  choose(app, parts, ACTIONS.settingOrder, (value) => ({
    order: value === 'newest' ? 'newest' : 'best',
  }));
  choose(app, parts, ACTIONS.settingCommands, (value) => ({
    commands: value === 'shared' ? 'shared' : 'private',
  }));
}

function choose(
  app: App,
  { memory }: Parts,
  action: string,
  change: (value: string | undefined) => Partial<Settings>,
): void {
  app.action<BlockAction>(action, async ({ ack, body, payload }) => {
    await ack();
    const value = 'selected_option' in payload ? payload.selected_option : null;
    const chosen = value && 'value' in value ? value.value : undefined;
    memory.saveSettings(body.user.id, change(chosen));
  });
}

async function publish(parts: Parts, client: webApi.WebClient, user: string): Promise<void> {
  const { archive, memory, command, logger } = parts;
  const view = homeView({
    overview: archive.overview(),
    recent: memory.recentQuestions(user, RECENT),
    settings: memory.settings(user),
    command,
  });
  const faults = faultsOf(view.blocks, 'view');
  if (faults.length > 0) logger.error('the App Home breaks a limit of Slack', { faults });
  await persistently(() => client.views.publish({ user_id: user, view }), parts.post.patience);
}

/** Decoration: what Slack says against it is only logged. With a thread, the call would do nothing for an agent. */
async function prompt(
  { archive, logger }: Parts,
  client: webApi.WebClient,
  channel: string,
): Promise<void> {
  const [first, ...others] = archive
    .overview()
    .suggestions.slice(0, LIMITS.suggestedPrompts)
    .map((question) => ({ title: clipped(question, LIMITS.promptTitle), message: question }));
  if (!first) return;
  try {
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: PROMPTS_TITLE,
      prompts: [first, ...others],
    });
  } catch (error) {
    logger.debug('suggested prompts were not taken', { error });
  }
}
