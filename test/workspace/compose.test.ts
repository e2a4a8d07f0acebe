import { afterAll, beforeAll, expect, test } from 'vitest';
import { compose } from '../../src/workspace/compose.ts';
import { storedText } from '../../src/workspace/normal-text.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await startWorkspace();
});

afterAll(() => workspace.stop());

test.each([
  ['a name becomes a mention', '@quoth who?', '<@U0QUOTHBOT> who?'],
  ['whatever its case', 'hi @Quoth', 'hi <@U0QUOTHBOT>'],
  ['an unknown name stays', '@nobody there', '@nobody there'],
  ['an address in a word stays', 'me@quoth', 'me@quoth'],
  ['a channel becomes a link', 'see #newsroom', 'see <#C0NEWSROOM|newsroom>'],
  [
    'an address becomes a link',
    'at https://example.org/a?b=1&c',
    'at <https://example.org/a?b=1&amp;c>',
  ],
  ['control characters become entities', 'a < b & c', 'a &lt; b &amp; c'],
  ['a quoted line keeps its mark', '> said\nso', '&gt; said\nso'],
])('%s', (_, typed, text) => {
  expect(compose(workspace.world, typed).text).toBe(text);
});

test('a quoted line becomes a quotation in the blocks, its words untouched', () => {
  expect(compose(workspace.world, '> a < b\nso').blocks).toMatchObject([
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'a < b' }] },
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'so' }] },
      ],
    },
  ]);
});

test.each([
  ['a bare ampersand', 'a & b', 'a &amp; b'],
  ['an entity', 'a &amp; b', 'a &amp; b'],
  ['a mention', '<@U1> x', '<@U1> x'],
  ['a link', '<https://example.org|x>', '<https://example.org|x>'],
  ['angle brackets round anything else', '<b>x</b>', '&lt;b&gt;x&lt;/b&gt;'],
])('text is stored as Slack stores it: %s', (_, given, stored) => {
  expect(storedText(given)).toBe(stored);
});
