import type { JsonObject } from '../../src/workspace/json.ts';
import type { Workspace } from '../../src/workspace/start-workspace.ts';

interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: JsonObject;
}

/** Calls a Web API method with a JSON body, as the app unless another token is given. */
export async function callApi(
  workspace: Workspace,
  method: string,
  args: JsonObject = {},
  token: string = workspace.botToken,
): Promise<ApiAnswer> {
  const response = await fetch(`${workspace.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(args),
  });
  const json = (await response.json()) as JsonObject;
  return { status: response.status, headers: response.headers, json };
}

/** The error code of a call that is refused, 'ok' for one that is not. */
export async function errorOf(
  workspace: Workspace,
  method: string,
  args: JsonObject = {},
  token?: string,
): Promise<unknown> {
  const { json } = await callApi(workspace, method, args, token);
  return json.ok === true ? 'ok' : json.error;
}

export const section = (text: string): JsonObject => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
});

export const modal = (fields: JsonObject = {}): JsonObject => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'A modal' },
  blocks: [section('inside')],
  ...fields,
});

export const MARA = 'U0MARA0001';
export const TOMAS = 'U0TOMAS002';
