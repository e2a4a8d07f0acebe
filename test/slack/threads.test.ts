import { describe, expect, test } from 'vitest';
import { manifest } from '../../src/slack/manifest.ts';
import { MARA, MODES, stagedForATest, TOMAS } from './on-workspace.ts';
import { article, smallArchive } from './small-archive.ts';

const archive = smallArchive([
  article(
    'The harbour of Veldt will reopen on Monday, the mayor said.\nFerries will return in June, she said.',
  ),
]);
const stage = stagedForATest();

const quiet = () => new Promise((resolve) => setTimeout(resolve, 300));
const hearing = { workspace: { manifest: manifest({ mode: 'socket', threads: true }) } };

describe.each(MODES)('over %s', (mode) => {
  test('an edited question is offered to be asked again, and never answered a second time unasked', async () => {
    const { workspace, answers, ephemerals } = await stage(archive, mode);
    const { message } = workspace.dm(MARA, 'harbour?');
    await answers(message);
    workspace.edit(message, 'ferries?');
    const [offer] = await ephemerals(MARA);
    if (!offer) throw new Error('no offer');
    await quiet();
    expect(await answers(message)).toHaveLength(1);
    await workspace.click(MARA, offer, 'ask_again');
    const found = await workspace.until(() => {
      const told = [...workspace.replies(message), ...workspace.ephemerals(MARA)];
      return told.find(({ text }) => text.includes('Ferries will return'));
    });
    expect(found.threadTs).toBe(message.ts);
  });

  test('an edit that changes no words, or one of a message that was never answered, offers nothing', async () => {
    const { workspace, answers } = await stage(archive, mode, hearing);
    const { message } = workspace.dm(MARA, 'harbour?');
    await answers(message);
    workspace.edit(message, 'harbour?');
    const talk = workspace.say(MARA, 'newsroom', 'something');
    workspace.edit(talk.message, 'something else');
    await quiet();
    expect(workspace.ephemerals(MARA)).toEqual([]);
  });

  test('without the scopes, a thread is followed by mention only', async () => {
    const { workspace, answers } = await stage(archive, mode);
    const { message } = workspace.mention(MARA, 'newsroom', 'harbour?');
    await answers(message);
    workspace.say(MARA, 'newsroom', 'and ferries?', { threadTs: message.ts });
    await quiet();
    expect(await answers(message)).toHaveLength(1);
  });

  test('with the scopes, asker and bot alone in a thread go on without a mention, until somebody joins', async () => {
    const { workspace, answers } = await stage(archive, mode, hearing);
    const { message } = workspace.mention(MARA, 'newsroom', 'harbour?');
    await answers(message);
    workspace.say(MARA, 'newsroom', 'and ferries?', { threadTs: message.ts });
    const [, second] = await answers(message, 2);
    expect(second?.text).toContain('Ferries will return');
    workspace.say(TOMAS, 'newsroom', 'what about ferries?', { threadTs: message.ts });
    workspace.say(MARA, 'newsroom', 'and the harbour?', { threadTs: message.ts });
    await quiet();
    expect(await answers(message, 2)).toHaveLength(2);
  });

  test('a bare mention under somebody’s words asks about those words, where the bot may read them', async () => {
    const { workspace, answers } = await stage(archive, mode, hearing);
    const { message } = workspace.say(TOMAS, 'newsroom', 'I hear that ferries return soon');
    workspace.mention(MARA, 'newsroom', '', { threadTs: message.ts });
    const [answer] = await answers(message);
    expect(answer?.text).toContain('Ferries will return');
  });

  test('a bare mention elsewhere is answered with help that shows a question', async () => {
    const { workspace, answers } = await stage(archive, mode);
    const { message } = workspace.mention(MARA, 'newsroom', '');
    const [answer] = await answers(message);
    expect(answer?.text).toContain('what did the mayor say about the harbour?');
  });

  test('every command also works as words: help, verify, more, newest first, the second one', async () => {
    const { workspace, answers } = await stage(archive, mode);
    const { message } = workspace.mention(MARA, 'newsroom', 'ferries harbour');
    await answers(message);
    const tell = (text: string) =>
      workspace.mention(MARA, 'newsroom', text, { threadTs: message.ts });
    tell('the second one');
    const [, second] = await answers(message, 2);
    expect(second?.text).toContain('Ferries will return');
    tell('more');
    const [, , more] = await answers(message, 3);
    expect(more?.text).toContain('all there is');
    tell('newest first');
    const [, , , newest] = await answers(message, 4);
    expect(newest?.text).toMatch(/Ferries[\s\S]*harbour of Veldt/);
    tell('verify "The harbour of Veldt will reopen"');
    const [, , , , checked] = await answers(message, 5);
    expect(checked?.text).toContain('Verbatim');
    tell('help');
    const [, , , , , help] = await answers(message, 6);
    expect(help?.text).toContain('Ways to ask');
  });
});
