import type { SlackAccess } from '../config.ts';
import type { ConnectionOptions } from '../slack/connection.ts';

type Credentials = Pick<ConnectionOptions, 'botToken' | 'appToken' | 'signingSecret' | 'oauth'>;

/** What a connection takes to be let in. */
export function credentialsOf(access: SlackAccess): Credentials {
  switch (access.mode) {
    case 'socket':
      return { botToken: access.botToken, appToken: access.appToken };
    case 'http':
      return { botToken: access.botToken, signingSecret: access.signingSecret };
    case 'distributed': {
      const { signingSecret, clientId, clientSecret, stateSecret } = access;
      return { signingSecret, oauth: { clientId, clientSecret, stateSecret } };
    }
  }
}
