import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** QUOTH_BROWSER names another place. */
const PLACES = process.env.QUOTH_BROWSER
  ? [process.env.QUOTH_BROWSER]
  : [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ];
const executablePath = PLACES.find((path) => existsSync(path));

if (executablePath === undefined && process.env.QUOTH_REQUIRE_BROWSER === '1') {
  throw new Error(`Page tests need a browser; expected one of ${PLACES.join(', ')}`);
}
if (executablePath === undefined) {
  process.stderr.write(
    'page tests: skipped, no Chromium here (on Debian: apt-get install chromium)\n',
  );
}

/** Whether this machine has a browser. Without one the page tests are skipped, and say so. */
export const hasBrowser = executablePath !== undefined;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: FLAGS });
}

/** Milliseconds a step may take, on a busy machine too. */
const PATIENCE = 30_000;

interface Visit {
  readonly width?: number;
  readonly dark?: boolean;
  /** Lets a checker put its own scripts and styles into the page. */
  readonly withChecker?: boolean;
}

/** #general, on a page that fails its test when it logs an error or breaks its own security policy. */
export async function visit(
  browser: Browser,
  url: string,
  { width = 1280, dark = false, withChecker = false }: Visit = {},
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    bypassCSP: withChecker,
    colorScheme: dark ? 'dark' : 'light',
  });
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin)) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(`${url}#/C0GENERAL1`);
  await page.locator('.channel .composer-field').waitFor();
  return { page, complaints };
}
