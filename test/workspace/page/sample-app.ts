import type { App } from '@slack/bolt';
import type { JsonObject } from '../../../src/workspace/json.ts';
import { DEFAULT_MANIFEST } from '../../../src/workspace/manifest.ts';
import type { Workspace } from '../../../src/workspace/start-workspace.ts';
import { boltApp } from '../bolt-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** The workspace's default app with a shortcut of each kind. */
export const SAMPLE_MANIFEST: JsonObject = {
  ...DEFAULT_MANIFEST,
  features: {
    ...(DEFAULT_MANIFEST.features as JsonObject),
    shortcuts: [
      { name: 'Find quotations', type: 'global', callback_id: 'find', description: 'With a form' },
      { name: 'Check this', type: 'message', callback_id: 'check', description: 'Is it there?' },
    ],
  },
};

const FORM = {
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('Find quotations'),
  submit: plain('Search'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'words',
      label: plain('Question'),
      element: { type: 'plain_text_input' as const, action_id: 'words' },
    },
    {
      type: 'input' as const,
      block_id: 'kind',
      optional: true,
      label: plain('How it was said'),
      element: {
        type: 'radio_buttons' as const,
        action_id: 'kind',
        options: [
          { text: plain('Directly'), value: 'direct' },
          { text: plain('Reported'), value: 'reported' },
        ],
      },
    },
    {
      type: 'input' as const,
      block_id: 'outlet',
      optional: true,
      label: plain('Outlet'),
      element: {
        type: 'static_select' as const,
        action_id: 'outlet',
        options: [{ text: plain('The Invented Post'), value: 'post' }],
      },
    },
    {
      type: 'input' as const,
      block_id: 'since',
      optional: true,
      label: plain('Since'),
      element: { type: 'datepicker' as const, action_id: 'since' },
    },
  ],
};

/** Text that would be markup, a mention or a script if anything read it as such. */
export const HOSTILE = '<img src=x onerror=alert(1)> <@U0MARA0001> *not bold* &lt;';

const ANSWER = [
  {
    type: 'rich_text' as const,
    elements: [
      {
        type: 'rich_text_quote' as const,
        elements: [
          { type: 'text' as const, text: HOSTILE },
          { type: 'text' as const, text: 'harbour', style: { bold: true } },
        ],
      },
    ],
  },
  {
    type: 'context' as const,
    elements: [
      { type: 'mrkdwn' as const, text: '*Mayor* · <https://example.org/a|The ferry> <!here>' },
    ],
  },
  {
    type: 'actions' as const,
    elements: [
      { type: 'button' as const, action_id: 'open_form', text: plain('Open form') },
      { type: 'button' as const, action_id: 'silent', text: plain('Nobody listens') },
    ],
  },
];

/** What the app heard, for the test to look at. */
export interface Heard {
  readonly app: App;
  readonly submissions: unknown[];
  readonly shortcuts: string[];
}

/** A small app that uses every surface. */
export async function sampleApp(workspace: Workspace): Promise<Heard> {
  const app = boltApp(workspace);
  const submissions: unknown[] = [];
  const shortcuts: string[] = [];
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'An answer', blocks: ANSWER, thread_ts: event.thread_ts ?? event.ts });
  });
  app.event('message', async ({ event, say }) => {
    if (event.subtype !== undefined || event.channel_type !== 'im') return;
    await say({ text: 'An answer', blocks: ANSWER, thread_ts: event.thread_ts ?? event.ts });
  });
  app.command('/quoth', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'An answer', blocks: ANSWER });
  });
  app.action('open_form', async ({ ack, body, client }) => {
    await ack();
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: FORM });
  });
  app.view('form', async ({ ack, view }) => {
    submissions.push(view.state.values);
    const words = view.state.values.words?.words?.value ?? '';
    if (words !== 'nonsense') await ack();
    else await ack({ response_action: 'errors', errors: { words: 'Ask a question.' } });
  });
  app.shortcut('find', async ({ ack, shortcut, client }) => {
    await ack();
    shortcuts.push('find');
    await client.views.open({ trigger_id: shortcut.trigger_id, view: FORM });
  });
  app.shortcut('check', async ({ ack, shortcut }) => {
    await ack();
    shortcuts.push('message' in shortcut ? `check ${shortcut.message.text}` : 'check');
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') {
      const blocks = [{ type: 'header' as const, text: plain('Welcome home') }];
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
      return;
    }
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: event.channel,
      title: 'Ask away',
      prompts: [{ title: 'The ferry', message: 'What about the ferry?' }],
    } as never);
  });
  await app.init();
  await app.start();
  return { app, submissions, shortcuts };
}
