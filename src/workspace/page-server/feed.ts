import type { ServerResponse } from 'node:http';
import type { Platform } from '../platform.ts';
import type { Notice } from '../world.ts';
import { PAGE_HEADERS } from './guard.ts';
import { pageNotice, snapshot } from './snapshot.ts';

/** Milliseconds between the signs of life that keep a quiet stream open. */
const BEAT = 20_000;

/**
 * Server-sent events for one person: a `state` event with all there is, then everything that changes. One stream for
 * both, so that nothing falls between them.
 */
export function serveFeed(platform: Platform, me: string, response: ServerResponse): void {
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': 'text/event-stream' });
  response.write(`event: state\ndata: ${JSON.stringify(snapshot(platform, me))}\n\n`);
  const watch = (notice: Notice): void => {
    const shown = pageNotice(platform, me, notice);
    if (shown !== null) response.write(`data: ${JSON.stringify(shown)}\n\n`);
  };
  const beat = setInterval(() => response.write(': still here\n\n'), BEAT);
  beat.unref();
  platform.world.watchers.add(watch);
  response.on('close', () => {
    clearInterval(beat);
    platform.world.watchers.delete(watch);
  });
}
