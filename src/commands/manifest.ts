import { UsageError } from '../input-error.ts';
import { manifest } from '../slack/manifest.ts';
import type { Terminal } from '../terminal-io.ts';

/** `quoth manifest`: what to paste where Slack asks for an app manifest. */
export function printManifest(
  { mode, url }: { readonly mode: string; readonly url?: string },
  terminal: Terminal,
): void {
  if (mode !== 'socket' && mode !== 'http') {
    throw new UsageError(`--mode must be socket or http, not "${mode}".`);
  }
  if (mode === 'http' && !isPublicAddress(url)) {
    throw new UsageError(
      '--mode http needs --url, the public https address of this bot, such as https://quoth.example.org.',
    );
  }
  const made = mode === 'http' ? manifest({ mode, url: url ?? '' }) : manifest({ mode });
  terminal.print(JSON.stringify(made, null, 2));
}

const isPublicAddress = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:';
