import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, answerText, bodyOf } from '../http.ts';
import { objectOf, parsedJson } from '../json.ts';
import type { World } from '../world.ts';
import { PAGE_ACTIONS, type Site } from './actions.ts';
import { serveFeed } from './feed.ts';
import { serveFile } from './files.ts';
import { isOwnPage, PAGE_HEADERS } from './guard.ts';

/** Answers everything that the page in the browser asks for. */
export async function servePage(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOwnPage(request)) return answerText(response, 403, 'only for the page of the workspace');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const me = personOf(site.platform.world, searchParams.get('as'));
  const asked = `${request.method} ${pathname}`;
  if (asked === 'GET /client/feed') {
    serveFeed(site.platform, me, response);
  } else if (asked.startsWith('POST /client/')) {
    await act(site, me, request, response);
  } else if (asked.startsWith('GET ')) {
    await serveFile(pathname.startsWith('/archives/') ? '/' : pathname, response);
  } else {
    answerText(response, 404, 'not found');
  }
}

/** Who sits at the page: the person asked for, or the first. */
function personOf(world: World, asked: string | null): string {
  const people = [...world.users.values()].filter((user) => !user.isBot);
  return (people.find((user) => user.id === asked) ?? people[0])?.id ?? '';
}

async function act(
  site: Site,
  me: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = (request.url ?? '').split('?')[0]?.replace('/client/', '') ?? '';
  const action = Object.hasOwn(PAGE_ACTIONS, name) ? PAGE_ACTIONS[name] : undefined;
  if (action === undefined) return answerText(response, 404, 'not found');
  const body = objectOf(parsedJson((await bodyOf(request)) ?? ''));
  try {
    const done = await action(site, me, body);
    answerJson(response, 200, done ?? {}, PAGE_HEADERS);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    answerJson(response, 400, { error: message }, PAGE_HEADERS);
  }
}
