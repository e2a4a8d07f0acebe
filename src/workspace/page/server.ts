import type { JsonObject } from '../json.ts';
import type { PageNotice, PageState } from '../page-state.ts';

/** Who sits at the page; the server takes the first person when nobody is named. */
const me = new URLSearchParams(location.search).get('as') ?? '';
const query = me === '' ? '' : `?as=${encodeURIComponent(me)}`;

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
  /** All there is to show: at first, and again after a gap. */
  readonly onState: (state: PageState) => void;
  readonly onNotice: (notice: PageNotice) => void;
  readonly onGap: () => void;
}

/** What there is, then everything that changes, as it changes. The browser reconnects by itself. */
export function listen({ onState, onNotice, onGap }: Feed): void {
  const source = new EventSource(`/client/feed${query}`);
  source.addEventListener('state', (event) => {
    onState(JSON.parse(String(event.data)) as PageState);
  });
  source.addEventListener('message', (event) => {
    onNotice(JSON.parse(String(event.data)) as PageNotice);
  });
  source.addEventListener('error', onGap);
}
