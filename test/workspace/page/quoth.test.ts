import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, visit } from './browser.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Spawns `quoth start` as a newcomer does: no tokens, the corpus that ships with it. */
async function startQuoth(state: string): Promise<{ child: ChildProcess; url: string }> {
  const { SLACK_BOT_TOKEN: _bot, SLACK_APP_TOKEN: _app, ...environment } = process.env;
  const child = spawn(process.execPath, ['src/quoth.mjs', 'start'], {
    cwd: ROOT,
    env: { ...environment, PORT: '0', STATE_DIR: state, LOG_LEVEL: 'error' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (words) => {
      printed += String(words);
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//u.exec(printed) ?? [];
      if (found) resolve(found);
    });
    child.on('exit', () => reject(new Error(`quoth start ended, having said: ${printed}`)));
  });
  return { child, url };
}

/** Its exit code after an interrupt; its input stays open. */
function interrupted(running: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => running.once('exit', resolve));
  running.kill('SIGINT');
  return ended;
}

let browser: Browser;
let child: ChildProcess;
let url: string;
let state: string;
let page: Page;
let complaints: string[];

const composer = (): Locator => page.locator('.channel .composer-field');
const thread = (): Locator => page.locator('.thread');
const dialog = (): Locator => page.locator('dialog.modal[open]');

async function ask(words: string): Promise<void> {
  await composer().fill(words);
  await composer().press('Enter');
}

/** Another channel for each test: they share one workspace. */
async function goTo(channel: string): Promise<void> {
  await page.getByRole('link', { name: channel, exact: true }).click();
  await page.getByRole('heading', { name: channel, exact: true, level: 1 }).waitFor();
}

describe.runIf(hasBrowser)('the bot itself, on the page', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    state = mkdtempSync(join(tmpdir(), 'quoth-page-'));
    [browser, { child, url }] = await Promise.all([openBrowser(), startQuoth(state)]);
  });

  afterAll(async () => {
    await browser.close();
    await interrupted(child);
    rmSync(state, { recursive: true, force: true });
  });

  beforeEach(async () => {
    ({ page, complaints } = await visit(browser, url));
  });

  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  test('a mention is answered in its thread, and a follow-up there too', async () => {
    await goTo('newsroom');
    await ask('@quoth what did Russia claim about ATACMS?');
    await page.locator('.thread-foot', { hasText: '1 reply' }).click();
    await thread().locator('blockquote').first().waitFor();
    const field = thread().locator('.composer-field');
    await field.fill('@quoth and Ukraine?');
    await field.press('Enter');
    await thread()
      .getByText(/Understood as/u)
      .waitFor();
  });

  test('“In context” shows the paragraphs around a quotation', async () => {
    await goTo('newsroom');
    await ask('@quoth what did Russia say about drones?');
    await page.locator('.thread-foot').last().click();
    const words = await thread().locator('blockquote').first().textContent();
    await thread().getByRole('button', { name: 'In context' }).first().click();
    await dialog().getByRole('heading', { name: 'In context' }).waitFor();
    await dialog().locator('blockquote').first().waitFor();
    expect(await dialog().locator('blockquote').first().textContent()).toContain(words);
  });

  test('“More” brings further quotations', async () => {
    await goTo('general');
    await ask('@quoth what did Russia say?');
    await page.locator('.thread-foot').last().click();
    const more = thread().getByRole('button', { name: /^More \(\d+\)$/u });
    await more.first().waitFor();
    const before = await thread().locator('blockquote').count();
    await more.first().click();
    await expect
      .poll(() => thread().locator('blockquote').count(), { timeout: 20_000 })
      .toBeGreaterThan(before);
  });

  test('a command is answered for one, and shared with all by its button', async () => {
    await goTo('fact-check');
    await ask('/quoth what did Russia claim about ATACMS?');
    await page.getByText('Only visible to you').first().waitFor();
    await page.getByRole('button', { name: 'Share in channel' }).click();
    const shared = page.locator('.channel .message:not(.ephemeral) blockquote');
    await shared.first().waitFor();
  });

  test('feedback opens a short form, and takes it', async () => {
    await goTo('fact-check');
    await ask('@quoth what did Russia say about Crimea?');
    await page.locator('.thread-foot').last().click();
    await thread().locator('.feedback button').last().click();
    await dialog().waitFor();
    await dialog().getByRole('radio').first().check();
    await dialog().locator('.button.primary').click();
    await dialog().locator('.button.primary').waitFor({ state: 'detached' });
    expect(await dialog().getByRole('radio').count()).toBe(0);
  });

  test('its messages tab offers questions that have answers', async () => {
    await goTo('Quoth');
    await page.locator('.prompt').first().click();
    await thread().locator('blockquote').first().waitFor();
  });

  test('its Home tells what the corpus holds', async () => {
    await goTo('Quoth');
    await page.getByRole('link', { name: 'Home' }).click();
    await page
      .locator('.home')
      .getByText(/Articles/u)
      .first()
      .waitFor();
  });
});

test('an interrupt ends the bot and its workspace, though the input is still open', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-stop-'));
  const started = await startQuoth(folder);
  const answer = await fetch(started.url);
  expect(answer.status).toBe(200);
  expect(await interrupted(started.child)).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});
