import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { consentTo } from './api/access.ts';
import { serveApi } from './api/web-api.ts';
import type { Connected } from './connect-app.ts';
import { createPeople } from './driver.ts';
import { answerText } from './http.ts';
import { isLoopback } from './page-server/guard.ts';
import { servePage } from './page-server/serve-page.ts';
import type { Platform } from './platform.ts';
import { serveResponseUrl } from './response-url.ts';

/** Answers the app and the page on one server. */
export function serve(server: Server, { platform, hub }: Connected, rateLimits: boolean): void {
  const more = {
    'apps.connections.open': ({ world }: Platform) => ({
      url: `${world.baseUrl.replace('http', 'ws')}/link?ticket=${hub.ticket()}`,
    }),
  };
  const api = { more, rateLimits };
  const site = { platform, people: createPeople(platform) };
  server.on('request', (request, response) => {
    route(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head));

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    if (!isLoopback(request.headers.host)) return answerText(response, 403, 'loopback only');
    if (path.startsWith('/api/')) await serveApi(platform, api, request, response);
    else if (path.startsWith('/oauth/')) serveConsent(platform, request, response);
    else if (path.startsWith('/response/')) await serveResponseUrl(platform, request, response);
    else await servePage(site, request, response);
  };
}

/** Consents at once, as if the person had clicked Allow. */
function serveConsent(
  { world }: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { searchParams } = new URL(request.url ?? '/', world.baseUrl);
  const location = consentTo(world, searchParams);
  if (location === null) answerText(response, 400, 'no such app, or not on this machine');
  else answerText(response, 302, '', { location });
}
