import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/answer/archive.ts';
import { MARA, MODES, type Stage, stagedForATest } from './on-workspace.ts';
import { article, smallArchive } from './small-archive.ts';

const archive = smallArchive([
  article('The harbour of Veldt will reopen on Monday, the mayor said.\nThe harbour was closed.'),
]);
const stage = stagedForATest();

/** What reaches the person in their direct message. */
const direct = ({ workspace }: Stage) =>
  workspace.until(() => {
    const found = workspace.messages('D0MARA0001').filter(({ botId }) => botId);
    return found.length > 0 && found;
  }, 20_000);

describe.each(MODES)('over %s, nobody hears nothing', (mode) => {
  test('when the search form does not open', async () => {
    const started = await stage(archive, mode);
    started.workspace.fail('views.open', { kind: 'error', code: 'expired_trigger_id' });
    await started.workspace.shortcut(MARA, 'search_quotations');
    const [told] = await direct(started);
    expect(told?.text).toContain('did not open in time');
  });

  test('when the form’s answer cannot be shown in its place', async () => {
    const started = await stage(archive, mode);
    const { workspace } = started;
    await workspace.shortcut(MARA, 'search_quotations');
    await workspace.until(() => workspace.modal(MARA)?.given.callback_id === 'search_form');
    workspace.fail('views.update', { kind: 'error', code: 'not_found' });
    await workspace.submit(MARA, { question: 'harbour' });
    const [told] = await direct(started);
    expect(told?.text).toContain('The harbour of Veldt');
  });

  test('when a modal is slow to be filled', async () => {
    const { workspace, answers } = await stage(archive, mode);
    const { message } = workspace.mention(MARA, 'newsroom', 'harbour?');
    const [answer] = await answers(message);
    if (!answer) throw new Error('no answer');
    workspace.fail('views.update', { kind: 'http', status: 500 });
    await workspace.click(MARA, answer, 'context/0');
    await workspace.until(() =>
      JSON.stringify(workspace.modal(MARA)?.blocks ?? []).includes('The harbour of Veldt'),
    );
  });

  test('when the App Home is refused at first', async () => {
    const { workspace } = await stage(archive, mode);
    workspace.fail('views.publish', { kind: 'http', status: 500 });
    await workspace.openHome(MARA);
    await workspace.until(() => workspace.home(MARA));
  });

  test.each(['more', 'newest', 'context/0', 'delete', 'feedback'])(
    'when the archive fails under the button %s',
    async (button) => {
      let broken = false;
      const failing: Archive = {
        ...archive,
        ask: (...args) => (broken ? Promise.reject(new Error('gone')) : archive.ask(...args)),
        context: (id) => (broken ? Promise.reject(new Error('gone')) : archive.context(id)),
      };
      const many = smallArchive([article('harbour one\nharbour two\nharbour three\nharbour four')]);
      const { workspace, answers } = await stage(
        { ...failing, ask: (...args) => (broken ? failing.ask(...args) : many.ask(...args)) },
        mode,
      );
      const { message } = workspace.mention(MARA, 'newsroom', 'harbour?');
      const [answer] = await answers(message);
      if (!answer) throw new Error('no answer');
      broken = true;
      const before = workspace.replies(message).length;
      await workspace.click(MARA, answer, button);
      await workspace.until(
        () => workspace.ephemerals(MARA).length > 0 || workspace.replies(message).length !== before,
      );
    },
  );

  test('when nothing of a page is left in the articles', async () => {
    let empty = false;
    const vanishing: Archive = {
      ...archive,
      context: async (id) => (empty ? null : archive.context(id)),
    };
    const { workspace, answers } = await stage(vanishing, mode);
    const { message } = workspace.mention(MARA, 'newsroom', 'harbour?');
    const [answer] = await answers(message);
    if (!answer) throw new Error('no answer');
    empty = true;
    await workspace.click(MARA, answer, 'context/0');
    await workspace.until(() =>
      JSON.stringify(workspace.modal(MARA)?.blocks ?? []).includes('no longer in the articles'),
    );
  });
});
