import type { HttpTarget } from './delivery/http-sender.ts';
import { createLink } from './delivery/link.ts';
import { createSocketHub, type SocketHub } from './delivery/socket-hub.ts';
import type { JsonObject } from './json.ts';
import type { AppLink, Delivered, EnvelopeType, Platform } from './platform.ts';
import { note, tell, type World } from './world.ts';

export interface ConnectionOptions {
  /** Milliseconds the app has to acknowledge: 3,000 in Slack. */
  readonly ackTimeout?: number;
  /** Milliseconds before each further try of an event: at once, 1 and 5 minutes over HTTP. */
  readonly retryDelays?: readonly number[];
}

const RETRY_DELAYS = [0, 60_000, 300_000];

/** Something that was sent to the app, and how it took it. */
export interface Sent {
  readonly type: EnvelopeType;
  readonly payload: JsonObject;
  readonly outcome: Promise<Delivered>;
}

/** The workspace joined to its app. */
export interface Connected {
  readonly platform: Platform;
  readonly hub: SocketHub;
  readonly sent: Sent[];
  /** Sends over HTTP from now on; null goes back to Socket Mode. */
  readonly deliverTo: (url: string | null) => void;
  readonly close: () => void;
}

/** Ready for the app to connect over Socket Mode, or to be sent to over HTTP. */
export function connectApp(
  world: World,
  { ackTimeout = 3_000, retryDelays = RETRY_DELAYS }: ConnectionOptions,
): Connected {
  const sent: Sent[] = [];
  let requestUrl: string | null = null;
  const target = (): HttpTarget | null =>
    requestUrl === null
      ? null
      : { url: requestUrl, signingSecret: world.secrets.signingSecret, ackTimeout, now: world.now };
  const hub = createSocketHub({
    appId: world.app.id,
    ackTimeout,
    onChange: (connected) => {
      if (connected) link.flush();
      tell(world, { kind: 'connection', connected });
    },
  });
  const link = createLink({ hub, target, retryDelays });
  const recording: AppLink = {
    connected: link.connected,
    deliver: (type, payload, attempt) => {
      const outcome = link.deliver(type, payload, attempt);
      note(sent, { type, payload, outcome });
      return outcome;
    },
  };
  return {
    platform: { world, link: recording },
    hub,
    sent,
    deliverTo: (url) => {
      requestUrl = url;
      tell(world, { kind: 'connection', connected: link.connected() });
    },
    close: () => {
      link.close();
      hub.close();
    },
  };
}
