import { UsageError } from '../input-error.ts';
import { type ManifestOptions, manifest } from '../slack/manifest.ts';
import type { Terminal } from '../terminal-io.ts';

interface ManifestFlags {
  readonly mode: string;
  readonly url?: string;
  readonly threads?: boolean;
  readonly distributed?: boolean;
}

/** `quoth manifest`: what to paste where Slack asks for an app manifest. */
export function printManifest(flags: ManifestFlags, terminal: Terminal): void {
  terminal.print(JSON.stringify(manifest(optionsOf(flags)), null, 2));
}

function optionsOf({
  mode,
  url,
  threads = false,
  distributed = false,
}: ManifestFlags): ManifestOptions {
  if (mode === 'socket') {
    if (distributed)
      throw new UsageError(
        '--distributed needs --mode http: Slack lets sockets into one workspace only.',
      );
    return { mode, threads };
  }
  if (mode !== 'http') throw new UsageError(`--mode must be socket or http, not "${mode}".`);
  if (url === undefined || !isPublicAddress(url)) {
    throw new UsageError(
      '--mode http needs --url, the public https address of this bot, such as https://quoth.example.org.',
    );
  }
  return { mode, url, threads, distributed };
}

const isPublicAddress = (url: string): boolean =>
  URL.canParse(url) && new URL(url).protocol === 'https:';
