import type { JsonObject } from '../json.ts';
import type { PageNotice, PageState } from '../page-state.ts';

/** Who sits at the page; the server takes the first person when nobody is named. */
const me = new URLSearchParams(location.search).get('as') ?? '';
const query = me === '' ? '' : `?as=${encodeURIComponent(me)}`;

/** All there is to show. A page that has just been opened starts without the modals of an earlier one. */
export async function fetchState(opened: boolean): Promise<PageState> {
  if (opened) await act('arrive', {});
  const response = await fetch(`/client/state${query}`);
  if (!response.ok) throw new Error(`the workspace answered ${response.status}`);
  return (await response.json()) as PageState;
}

/** Does something at the workspace; the promise is rejected when it could not be done. */
export async function act(name: string, body: JsonObject): Promise<JsonObject> {
  const response = await fetch(`/client/${name}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as JsonObject;
  if (!response.ok) throw new Error(String(answer.error));
  return answer;
}

interface Feed {
  readonly onNotice: (notice: PageNotice) => void;
  /** The stream is open, for the first time or again after a gap. */
  readonly onOpen: () => void;
  readonly onGap: () => void;
}

/** Everything that changes, as it changes. The browser reconnects by itself. */
export function listen({ onNotice, onOpen, onGap }: Feed): void {
  const source = new EventSource(`/client/feed${query}`);
  source.addEventListener('message', (event) => {
    onNotice(JSON.parse(String(event.data)) as PageNotice);
  });
  source.addEventListener('open', onOpen);
  source.addEventListener('error', onGap);
}
