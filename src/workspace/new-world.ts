import { randomBytes } from 'node:crypto';
import type { JsonObject } from './json.ts';
import { readManifest } from './manifest.ts';
import { SLACKBOT } from './messages.ts';
import { channelsOf, type Seed } from './seed.ts';
import type { User, World } from './world.ts';

interface Beginning {
  readonly now: () => number;
  readonly seed: Seed;
  readonly manifest: JsonObject;
  readonly baseUrl: string;
}

const BOT_USER = 'U0QUOTHBOT';

/** A workspace on its first morning: people, channels, one app, nothing said. */
export function newWorld({ now, seed, manifest, baseUrl }: Beginning): World {
  const app = { ...readManifest(manifest), id: 'A0QUOTHAPP' };
  const users = [...seed.people, botUser(app.botName), slackbot];
  let counter = 100;
  return {
    now,
    baseUrl,
    team: { id: 'T0WORKSPCE', name: 'Local workspace', domain: 'local-workspace' },
    app,
    bot: { id: 'B0QUOTHBOT', user: BOT_USER },
    secrets: {
      botToken: `xoxb-${secret()}`,
      appToken: `xapp-1-${app.id}-${secret()}`,
      signingSecret: secret(),
      clientId: `${app.id}.client`,
      clientSecret: secret(),
    },
    users: new Map(users.map((user) => [user.id, user])),
    channels: new Map(channelsOf(seed, BOT_USER).map((channel) => [channel.id, channel])),
    messages: new Map(),
    views: new Map(),
    homes: new Map(),
    modals: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    prompts: new Map(),
    statuses: new Map(),
    titles: new Map(),
    calls: [],
    faults: new Map(),
    watchers: new Set(),
    count: () => counter++,
  };
}

const secret = (): string => randomBytes(16).toString('hex');

const botUser = (name: string): User => ({
  id: BOT_USER,
  name: name.toLowerCase().replaceAll(' ', '-'),
  realName: name,
  title: 'App',
  isBot: true,
});

const slackbot: User = {
  id: SLACKBOT,
  name: 'slackbot',
  realName: 'Slackbot',
  title: 'Tells what the workspace itself has to say',
  isBot: true,
};
