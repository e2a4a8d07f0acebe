import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';

/** A Web API method: gives the fields beside `ok: true`, or refuses. */
type Method = (platform: Platform, args: JsonObject) => JsonObject;

export type Methods = Readonly<Record<string, Method>>;
