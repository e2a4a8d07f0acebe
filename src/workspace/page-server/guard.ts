import type { IncomingMessage } from 'node:http';

/**
 * Whether a request may come from the workspace's own page. Other pages in the same browser can
 * reach the loopback too: a foreign name in Host means DNS rebinding, a foreign Origin or
 * Sec-Fetch-Site another site, and a body that is not JSON a plain form.
 */
export function isOwnPage(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (!isLoopback(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return request.method !== 'POST' || request.headers['content-type'] === 'application/json';
}

/** A Host header that names this machine. */
export const isLoopback = (host: string | undefined): boolean =>
  /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(host ?? '');

/** The page runs its own scripts and styles, talks to its own server, and nothing else. */
export const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
} as const;
