import type { Channel, User } from './world.ts';

/** Who and what a workspace starts with. All of it is invented. */
export interface Seed {
  readonly people: readonly User[];
  readonly channels: readonly SeedChannel[];
}

interface SeedChannel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  /** Whether the app has been invited. */
  readonly withBot: boolean;
  readonly isShared?: boolean;
}

export const DEFAULT_SEED: Seed = {
  people: [
    person('U0MARA0001', 'mara', 'Mara Quill', 'Reporter'),
    person('U0TOMAS002', 'tomas', 'Tomas Inkwell', 'Fact-checker'),
    person('U0IDA00003', 'ida', 'Ida Press', 'Press officer'),
  ],
  channels: [
    room('C0GENERAL1', 'general', 'What everybody should know', true),
    room('C0NEWSROOM', 'newsroom', 'Stories in progress', true),
    room('C0FACTS003', 'fact-check', 'Who said what, and where', true),
    room('C0RANDOM04', 'random', 'Quoth has not been invited here', false),
  ],
};

function person(id: string, name: string, realName: string, title: string): User {
  return { id, name, realName, title, isBot: false };
}

function room(id: string, name: string, topic: string, withBot: boolean): SeedChannel {
  return { id, name, topic, withBot };
}

/** The channels of a seed, and a direct message with the app for each person. */
export function channelsOf(seed: Seed, botUser: string): readonly Channel[] {
  const everybody = seed.people.map((user) => user.id);
  const rooms = seed.channels.map(
    ({ withBot, ...channel }): Channel => ({
      ...channel,
      kind: 'channel',
      members: withBot ? [...everybody, botUser] : everybody,
    }),
  );
  return [...rooms, ...seed.people.map((user) => directMessage(user, botUser))];
}

const directMessage = (user: User, botUser: string): Channel => ({
  id: `D${user.id.slice(1)}`,
  kind: 'im',
  name: user.name,
  topic: '',
  members: [user.id, botUser],
});
