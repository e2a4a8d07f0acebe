import type { JsonObject } from './json.ts';
import type { World } from './world.ts';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** How a delivery to the app ended: acknowledged, perhaps with a payload, or not. */
export type Delivered =
  | { readonly acked: true; readonly payload: JsonObject }
  | { readonly acked: false; readonly reason: 'no-connection' | 'timeout' | 'refused' };

export interface Attempt {
  readonly number: number;
  readonly reason: string;
}

/** The way to the app: Socket Mode or signed HTTP requests. */
export interface AppLink {
  readonly deliver: (
    type: EnvelopeType,
    payload: JsonObject,
    attempt?: Attempt,
  ) => Promise<Delivered>;
  readonly connected: () => boolean;
}

export interface Platform {
  readonly world: World;
  readonly link: AppLink;
}
