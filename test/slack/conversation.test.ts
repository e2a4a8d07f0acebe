import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../support/scratch-folder.ts';
import { MARA, MODES, stagedForATest, TOMAS } from './on-workspace.ts';
import { article, smallArchive } from './small-archive.ts';

const BODY = [
  'The harbour of Veldt will reopen on Monday, the mayor said.',
  'Two cranes were repaired before the harbour reopened, she added.',
  'Fishing boats may enter the harbour first, according to the mayor.',
  'The harbour was closed after the flood.',
  'Ferries will use the harbour from June.',
].join('\n');

const archive = smallArchive([article(BODY)]);
const stage = stagedForATest();

const blocks = (shown: { readonly blocks: readonly object[] } | undefined): string =>
  JSON.stringify(shown?.blocks ?? []);

describe.each(MODES)('over %s', (mode) => {
  test('a mention in a channel is answered in its thread', async () => {
    const { workspace, answers } = await stage(archive, mode);
    const { message } = workspace.mention(MARA, 'newsroom', 'what about the harbour?');
    const [answer] = await answers(message);
    expect(answer?.text).toContain('The harbour of Veldt will reopen on Monday, the mayor said.');
    expect(blocks(answer)).toContain('rich_text_quote');
  });

  test('a direct message is answered, and a follow-up in its thread knows the question before', async () => {
    const { workspace, answers } = await stage(archive, mode);
    const { message } = workspace.dm(MARA, 'what about the harbour?');
    await answers(message);
    workspace.dm(MARA, 'and ferries?', { threadTs: message.ts });
    const [, second] = await answers(message, 2);
    expect(second?.text).toContain('Understood as: what about the harbour? and ferries?');
  });

  test('a command is answered to the asker alone, also where the bot is no member, and can be shared', async () => {
    const { workspace, ephemerals } = await stage(archive, mode);
    const delivered = await workspace.command(MARA, 'random', 'harbour');
    expect(delivered).toBeDefined();
    const [answer] = await ephemerals(MARA);
    if (!answer) throw new Error('no answer');
    expect(workspace.messages(answer.channel).filter(({ botId }) => botId)).toEqual([]);
    await workspace.click(MARA, answer, 'share');
    const shared = await workspace.until(() =>
      workspace.messages(answer.channel).find(({ botId }) => botId),
    );
    expect(shared.text).toContain('The harbour of Veldt');
    await workspace.click(MARA, answer, 'share');
    const [, again] = await ephemerals(MARA, 2);
    expect(again?.text).toContain('already been shared');
  });

  test('a command goes on from the one before only where its words say so', async () => {
    const { workspace, ephemerals } = await stage(archive, mode);
    await workspace.command(MARA, 'newsroom', 'harbour');
    await ephemerals(MARA);
    await workspace.command(MARA, 'newsroom', 'and ferries?');
    const [, second] = await ephemerals(MARA, 2);
    expect(second?.text).toContain('Understood as: harbour and ferries?');
    await workspace.command(MARA, 'newsroom', 'cranes');
    const [, , third] = await ephemerals(MARA, 3);
    expect(third?.text).not.toContain('Understood as');
  });

  test('every button works for somebody else, and after a restart', async () => {
    const directory = scratchFolder();
    const { workspace, answers, ephemerals, restart } = await stage(archive, mode, {
      app: { stateDirectory: directory },
    });
    const { message } = workspace.mention(MARA, 'newsroom', 'harbour?');
    const [first] = await answers(message);
    if (!first) throw new Error('no answer');
    await restart();
    await workspace.click(TOMAS, first, 'more');
    const [, second] = await answers(message, 2);
    expect(second?.text).toContain('Ferries will use the harbour from June.');
    expect(second?.text).not.toContain('Two cranes');
    await workspace.click(TOMAS, first, 'more');
    expect(await answers(message, 2)).toHaveLength(2);
    await workspace.click(TOMAS, first, 'context/1');
    const modal = await workspace.until(() => {
      const view = workspace.modal(TOMAS);
      return blocks(view).includes('Two cranes') && view;
    });
    expect(JSON.stringify(modal.given)).toContain('In context');
    await workspace.click(TOMAS, first, 'delete');
    const [refused] = await ephemerals(TOMAS);
    expect(refused?.text).toContain('Only the person who asked');
    await workspace.click(MARA, first, 'delete');
    await workspace.until(() => !workspace.replies(message).some(({ ts }) => ts === first.ts));
  });

  test('thumbs down asks what was wrong, and thanks', async () => {
    const { workspace, answers } = await stage(archive, mode);
    const { message } = workspace.mention(MARA, 'newsroom', 'harbour?');
    const [first] = await answers(message);
    if (!first) throw new Error('no answer');
    await workspace.click(MARA, first, 'feedback', 'negative');
    await workspace.until(() => workspace.modal(MARA)?.given.callback_id === 'feedback_form');
    await workspace.submit(MARA, { reason: 'speaker', comment: 'It was the deputy.' });
    await workspace.until(() => blocks(workspace.modal(MARA)).includes('noted'));
  });

  test('the search form checks its dates and shows the answer in its place', async () => {
    const { workspace } = await stage(archive, mode);
    await workspace.shortcut(MARA, 'search_quotations');
    await workspace.until(() => workspace.modal(MARA)?.given.callback_id === 'search_form');
    const wrong = await workspace.submit(MARA, {
      question: 'harbour',
      from: '2031-05-01',
      to: '2031-04-01',
    });
    expect(JSON.stringify(wrong)).toContain('before the first');
    await workspace.submit(MARA, { question: 'harbour', to: null, from: null });
    await workspace.until(() => blocks(workspace.modal(MARA)).includes('The harbour of Veldt'));
  });

  test('message shortcuts find and check quotations for their user alone', async () => {
    const { workspace, ephemerals } = await stage(archive, mode);
    const { message } = workspace.say(
      TOMAS,
      'newsroom',
      'He said “The harbour was closed” yesterday',
    );
    await workspace.shortcut(MARA, 'find_quotations', message);
    const [found] = await ephemerals(MARA);
    expect(found?.text).toContain('The harbour of Veldt');
    await workspace.shortcut(MARA, 'check_quotation', message);
    const [, checked] = await ephemerals(MARA, 2);
    expect(checked?.text).toContain('Verbatim');
  });

  test('the App Home and the prompts come from the corpus', async () => {
    const { workspace, answers } = await stage(archive, mode);
    await workspace.openHome(MARA);
    const home = await workspace.until(() => workspace.home(MARA));
    expect(JSON.stringify(home.blocks)).toContain('The Veldt Courier');
    await workspace.openMessages(MARA);
    await workspace.until(
      () => workspace.calls('assistant.threads.setSuggestedPrompts').length > 0,
    );
    const [prompts] = [...workspace.world.prompts.values()];
    expect(prompts?.prompts[0]?.message).toBe('what did the mayor say about the harbour?');
    await workspace.clickInView(MARA, home, 'ask/example-0');
    const sent = await workspace.until(() =>
      workspace.messages('D0MARA0001').find(({ botId }) => botId),
    );
    expect(sent.text).toContain('The harbour of Veldt');
    workspace.dm(MARA, 'and ferries?', { threadTs: sent.ts });
    const [followed] = await answers(sent);
    expect(followed?.text).toContain('Understood as: what did the mayor say about the harbour?');
  });

  test('other talk is left alone', async () => {
    const { workspace, answers } = await stage(archive, mode);
    const talk = workspace.say(MARA, 'newsroom', 'what about the harbour?');
    const { message } = workspace.mention(TOMAS, 'newsroom', 'harbour?');
    await answers(message);
    expect(workspace.replies(talk.message)).toEqual([]);
  });
});
