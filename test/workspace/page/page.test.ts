import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/workspace/start-workspace.ts';
import { callApi, MARA, TOMAS } from '../call-api.ts';
import { hasBrowser, openBrowser, visit } from './browser.ts';
import { type Heard, HOSTILE, SAMPLE_MANIFEST, sampleApp } from './sample-app.ts';

let browser: Browser;
let workspace: Workspace;
let heard: Heard;
let page: Page;
let complaints: string[];

async function open(options: Parameters<typeof visit>[2] = {}, query = ''): Promise<void> {
  ({ page, complaints } = await visit(browser, `${workspace.url}${query}`, options));
}

const composer = (): Locator => page.locator('.channel .composer-field');
const messages = (): Locator => page.locator('.channel .message');
const thread = (): Locator => page.locator('.thread');
const dialog = (): Locator => page.locator('dialog.modal[open]');

async function write(text: string): Promise<void> {
  await composer().fill(text);
  await composer().press('Enter');
}

/** Asks in #general and opens the thread of the answer. */
async function askInThread(): Promise<void> {
  await write('@quoth what about the ferry?');
  await page.locator('.thread-foot').click();
  await thread().getByRole('button', { name: 'Open form' }).waitFor();
}

describe.runIf(hasBrowser)('the page', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    workspace = await startWorkspace({ manifest: SAMPLE_MANIFEST });
    heard = await sampleApp(workspace);
  });

  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
    await heard.app.stop();
    await workspace.stop();
  });

  test('a mention is completed with the keyboard, sent, and answered in its thread', async () => {
    await open();
    await composer().pressSequentially('@Qu');
    await page.getByRole('option', { name: /Quoth/u }).waitFor();
    await composer().press('Enter');
    await composer().pressSequentially('what about the ferry?');
    await composer().press('Enter');
    await page.locator('.thread-foot', { hasText: '1 reply' }).waitFor();
    expect(workspace.messages('general')[0]?.text).toBe(
      `<@${workspace.world.bot.user}> what about the ferry?`,
    );
  });

  test('a command shows its hint, and its answer only to the one who gave it', async () => {
    await open();
    await composer().fill('/quoth ');
    await page.getByText('what did Russia claim about ATACMS?').waitFor();
    await write('/quoth anything');
    await page.getByText('Only visible to you').waitFor();
    const other = await visit(browser, `${workspace.url}?as=${TOMAS}`);
    expect(await other.page.getByText('Only visible to you').count()).toBe(0);
    await other.page.close();
  });

  test('what an app sends is text, never markup', async () => {
    await open();
    await askInThread();
    const quotation = thread().locator('blockquote');
    expect(await quotation.textContent()).toBe(`${HOSTILE}harbour`);
    expect(await quotation.locator('strong').textContent()).toBe('harbour');
    expect(await thread().locator('img').count()).toBe(0);
    const link = thread().getByRole('link', { name: 'The ferry' });
    expect(await link.getAttribute('href')).toBe('https://example.org/a');
  });

  test('plain_text is not read as mrkdwn, and a script address is no link', async () => {
    await open();
    await callApi(workspace, 'chat.postMessage', {
      channel: 'general',
      text: 'x',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: '*stars* and _lines_' } },
        {
          type: 'section',
          text: { type: 'mrkdwn', text: '*bold* a*b*c <javascript:alert(1)|click>' },
        },
      ],
    });
    await page.getByRole('heading', { name: '*stars* and _lines_' }).waitFor();
    const text = messages().last().locator('.section');
    expect(await text.locator('strong').allInnerTexts()).toEqual(['bold']);
    expect(await text.locator('a').count()).toBe(0);
    expect(await text.textContent()).toContain('a*b*c');
  });

  test('a form is filled in, corrected and sent', async () => {
    await open();
    await askInThread();
    await thread().getByRole('button', { name: 'Open form' }).click();
    await dialog().getByRole('button', { name: 'Search' }).click();
    await dialog().getByText('Please complete this required field.').waitFor();
    await dialog().getByLabel('Question').fill('nonsense');
    await dialog().getByLabel('Reported').check();
    await dialog().getByLabel('Outlet').selectOption('post');
    await dialog().getByLabel('Since').fill('2025-01-05');
    await dialog().getByRole('button', { name: 'Search' }).click();
    await dialog().getByText('Ask a question.').waitFor();
    await dialog().getByLabel('Question').fill('who said so?');
    await dialog().getByRole('button', { name: 'Search' }).click();
    await dialog().waitFor({ state: 'hidden' });
    expect(heard.submissions.at(-1)).toMatchObject({
      words: { words: { value: 'who said so?' } },
      kind: { kind: { selected_option: { value: 'reported' } } },
      outlet: { outlet: { selected_option: { value: 'post' } } },
      since: { since: { selected_date: '2025-01-05' } },
    });
  });

  test('Escape closes a form, and the workspace knows', async () => {
    await open();
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: /Find quotations/u }).click();
    await dialog().waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect(workspace.modal(MARA)).toBeUndefined();
  });

  test('a page that is opened anew starts without the form of the old one', async () => {
    await open();
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: /Find quotations/u }).click();
    await dialog().waitFor();
    await page.reload();
    await composer().waitFor();
    await write('free to write');
    await messages().getByText('free to write').waitFor();
    expect(workspace.modal(MARA)).toBeUndefined();
  });

  test('a button that nobody listens to says that the app did not respond', async () => {
    await open();
    await askInThread();
    await thread().getByRole('button', { name: 'Nobody listens' }).click();
    await page.getByText('The app did not respond.').waitFor();
  });

  test('own messages are edited and deleted, with the keyboard too', async () => {
    await open();
    await write('frist');
    await messages().getByText('frist').waitFor();
    await composer().press('ArrowUp');
    await page.getByLabel('Edit message').fill('first');
    await page.getByLabel('Edit message').press('Enter');
    await page.getByText('(edited)').waitFor();
    expect(workspace.messages('general').map(({ text }) => text)).toEqual(['first']);
    await messages().first().hover();
    await messages().first().getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete message…' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await workspace.until(() => workspace.messages('general').length === 0);
    await messages().waitFor({ state: 'detached' });
  });

  test('a message shortcut reaches the app with its message', async () => {
    await open();
    await write('the ferry sails');
    await messages().first().hover();
    await messages().first().getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /Check this/u }).click();
    await workspace.until(() => heard.shortcuts[0] === 'check the ferry sails');
  });

  test('the JSON that was sent stands beside its message', async () => {
    await open();
    await write('/quoth x');
    await page.getByText('Only visible to you').waitFor();
    await messages().last().hover();
    await messages().last().getByRole('button', { name: 'JSON' }).click();
    const json = await page.getByRole('region', { name: 'JSON' }).textContent();
    expect(JSON.parse(json ?? '')).toMatchObject({
      text: 'An answer',
      blocks: [{ type: 'rich_text' }, {}, {}],
    });
  });

  test('messages are walked through with the arrows, and Enter opens the thread', async () => {
    await open();
    await write('one');
    await write('two');
    await messages().nth(1).waitFor();
    await messages().nth(1).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await thread().getByText('one').waitFor();
    expect(
      await thread()
        .locator('.composer-field')
        .evaluate((field) => field.matches(':focus')),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await thread().waitFor({ state: 'hidden' });
  });

  test('a command in a thread is refused in Slack’s words and kept', async () => {
    await open();
    await askInThread();
    const field = thread().locator('.composer-field');
    await field.fill('/quoth and then?');
    await field.press('Enter');
    await page.getByText('/quoth is not supported in threads. Sorry!').waitFor();
    expect(await field.inputValue()).toBe('/quoth and then?');
  });

  test('a reply may also go to the channel', async () => {
    await open();
    await askInThread();
    await thread().getByLabel('Also send to #general').check();
    await thread().locator('.composer-field').fill('for everybody');
    await thread().locator('.composer-field').press('Enter');
    await page.locator('.channel').getByText('replied to a thread').waitFor();
    await page.locator('.channel').getByText('for everybody').waitFor();
    expect(workspace.messages('general').at(-1)?.subtype).toBe('thread_broadcast');
    expect(await thread().getByLabel('Also send to #general').isChecked()).toBe(false);
  });

  test('the app’s messages tab pins its prompts; one click asks and opens the conversation', async () => {
    await open();
    await page.getByRole('link', { name: 'Quoth', exact: true }).click();
    await page.getByRole('button', { name: 'The ferry' }).click();
    await thread().getByText('What about the ferry?').waitFor();
    await thread().getByRole('button', { name: 'Open form' }).waitFor();
  });

  test('the app’s Home is published when it is opened', async () => {
    await open();
    await page.getByRole('link', { name: 'Quoth', exact: true }).click();
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { name: 'Welcome home' }).waitFor();
  });

  test('where the app is not invited it can be, and answers from then on', async () => {
    await open();
    await page.getByRole('link', { name: 'random' }).click();
    await write('@quoth hello');
    await messages().getByText('@Quoth is not in this channel.').waitFor();
    await page.getByRole('button', { name: 'Invite Quoth' }).click();
    await page.getByRole('button', { name: 'Invite Quoth' }).waitFor({ state: 'detached' });
    await write('@quoth hello again');
    await page.locator('.thread-foot').waitFor();
  });

  test('a newcomer begins with the app itself', async () => {
    await open();
    await page.goto('about:blank');
    await page.goto(workspace.url);
    await page.getByRole('button', { name: 'The ferry' }).waitFor();
  });

  test('what happens while the page opens is there once it is open', async () => {
    await open();
    await page.route('**/client/feed*', async (route) => {
      workspace.say(TOMAS, 'general', 'in between');
      await route.continue();
    });
    await page.reload();
    await messages().getByText('in between').waitFor();
  });

  test('what another person says appears by itself and is read out', async () => {
    await open();
    workspace.say(TOMAS, 'general', 'good morning');
    await messages().getByText('good morning').waitFor();
    expect(await page.locator('#live').textContent()).toContain('Tomas Inkwell: good morning');
    workspace.say(TOMAS, 'newsroom', 'over here');
    await page
      .getByRole('link', { name: /newsroom/u })
      .getByText('1')
      .waitFor();
  });

  test('one may be somebody else', async () => {
    await open();
    await page.getByRole('button', { name: /Mara Quill/u }).click();
    await page.getByRole('menuitem', { name: /Tomas Inkwell/u }).click();
    await page.getByRole('button', { name: /Tomas Inkwell/u }).waitFor();
    await write('it is me');
    await messages().getByText('it is me').waitFor();
    expect(workspace.messages('general')[0]?.user).toBe(TOMAS);
  });

  describe.each([
    { width: 360, dark: false },
    { width: 800, dark: true },
    { width: 1440, dark: false },
  ])('at $width px, dark: $dark', (options) => {
    test('nothing is wider than the screen, and nothing keeps people out', async () => {
      await open({ ...options, withChecker: true });
      await write('a-very-long-word-'.repeat(30));
      await askInThread();
      expect((await thread().boundingBox())?.height).toBe(800);
      await checkAccess();
      await thread().getByRole('button', { name: 'Open form' }).click();
      await dialog().waitFor();
      await checkAccess();
      await page.keyboard.press('Escape');
      await page.goto(`${workspace.url}#/D${MARA.slice(1)}/home`);
      await page.getByRole('heading', { name: 'Welcome home' }).waitFor();
      await checkAccess();
      await page.goto(`${workspace.url}#/D${MARA.slice(1)}`);
      await page.getByRole('button', { name: 'The ferry' }).waitFor();
      await checkAccess();
    });
  });
});

/** What axe finds wrong, and whether the page scrolls sideways. */
async function checkAccess(): Promise<void> {
  await page.evaluate(axe.source);
  const run =
    'axe.run().then(({ violations }) => violations.map((found) => [found.id, found.nodes.map((node) => node.html)]))';
  expect(await page.evaluate(run)).toEqual([]);
  const width = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(width).toBeLessThanOrEqual(0);
}
