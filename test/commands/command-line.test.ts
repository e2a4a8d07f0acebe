import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = resolve(import.meta.dirname, '../../src/quoth.mjs');
const folder = mkdtempSync(join(tmpdir(), 'quoth-command-line-'));

const harbour = `---
headline: Harbour of Veldt to reopen
publisher: The Daily Example
date: 2026-03-07
---
The harbour of Veldt will reopen on Monday, Mayor Ada Quill said.

Quill denied that the crane had been unsafe. “Nobody was in danger,” she told reporters.

Port engineers said the new crane weighs 90 tonnes.
`;

beforeAll(() => {
  writeFileSync(join(folder, 'harbour.md'), harbour);
  writeFileSync(join(folder, 'broken.jsonl'), '{"text": 7}\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `quoth` as a user would, away from the project's folder. */
function quoth(words: readonly string[], input = '') {
  const environment = { PATH: process.env.PATH, HOME: process.env.HOME };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    env: environment,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const lines = (text: string) => text.split('\n').filter(Boolean);

test('answers a question with JSON on standard output and nothing else', () => {
  const { status, stdout, stderr } = quoth([
    'ask',
    '--json',
    '--corpus',
    'harbour.md',
    'What did Quill say about the harbour?',
  ]);
  const answer = JSON.parse(stdout);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(answer).toMatchObject({
    kind: 'quoted',
    question: 'What did Quill say about the harbour?',
    searched: { articles: 1, from: '2026-03-07', to: '2026-03-07' },
  });
  expect(answer.quotations[0]).toMatchObject({
    text: 'The harbour of Veldt will reopen on Monday, Mayor Ada Quill said.',
    articleId: 'harbour',
    headline: 'Harbour of Veldt to reopen',
    publisher: 'The Daily Example',
    date: '2026-03-07',
    paragraph: 1,
    attribution: { speaker: 'Mayor Ada Quill', cue: 'said', kind: 'indirect' },
  });
});

test('one bad file is named with its line and field, and the others are served', () => {
  const { status, stdout, stderr } = quoth(['ask', '--json', '--corpus', '.', 'Quill harbour']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).kind).toBe('quoted');
  expect(stderr).toMatch(/broken\.jsonl:1 \(text\): /);
});

test('answers a batch in order, follow-ups included', () => {
  const batch = [
    '{"id":"a","question":"What did Quill deny?"}',
    '{"id":"b","question":"hello"}',
    '{"id":"c","question":"and about the harbour?","previous":["What did Quill say about the crane?"]}',
    'What did Quill say about unicorns?',
  ].join('\n');
  const { status, stdout } = quoth(['ask', '--batch', '-', '--corpus', 'harbour.md'], batch);
  const answers = lines(stdout).map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(answers.map(({ id, kind }) => [id, kind])).toEqual([
    ['a', 'quoted'],
    ['b', 'no-question'],
    ['c', 'quoted'],
    [undefined, 'nothing-found'],
  ]);
  expect(answers[2].understood).toMatch(/harbour/);
});

test('answers without colours where standard output is no terminal', () => {
  const { stdout } = quoth(['ask', '--corpus', 'harbour.md', 'how much does the crane weigh?']);
  expect(stdout).toContain('Port engineers said the new crane weighs 90 tonnes.');
  expect(stdout).not.toContain('\u001b');
});

test('lists attributions with offsets into the text as given', () => {
  const { stdout } = quoth(['attributions', '--json', 'harbour.md']);
  const { id, attributions } = JSON.parse(stdout);
  expect(id).toBe('harbour');
  expect(attributions.length).toBeGreaterThanOrEqual(3);
  for (const one of attributions)
    expect(Object.keys(one)).toEqual(expect.arrayContaining(['source', 'cue', 'content', 'kind']));
});

test.each([
  { quotation: '"Nobody was in danger"', kind: 'verbatim' },
  {
    quotation: 'The harbour of Veldt will reopen on Tuesday, Mayor Ada Quill said.',
    kind: 'altered',
  },
  { quotation: 'Bananas are cheaper than ever in Ruritania', kind: 'not-found' },
])('verifies a quotation: $kind', ({ quotation, kind }) => {
  const { status, stdout } = quoth(['verify', '--json', '--corpus', 'harbour.md', quotation]);
  expect({ status, kind: JSON.parse(stdout).kind }).toEqual({ status: 0, kind });
});

test.each([
  {
    fault: 'a corpus that is not there',
    words: ['ask', '--corpus', 'nowhere', 'why?'],
    status: 1,
    says: /nowhere/,
  },
  {
    fault: 'a batch that is not there',
    words: ['ask', '--batch', 'nowhere.jsonl'],
    status: 1,
    says: /nowhere\.jsonl/,
  },
  {
    fault: 'a limit that is no number',
    words: ['ask', '--limit', 'many', 'why?'],
    status: 2,
    says: /--limit/,
  },
  { fault: 'an unknown command', words: ['aks'], status: 2, says: /Did you mean ask/ },
  {
    fault: 'http without an address',
    words: ['manifest', '--mode', 'http'],
    status: 2,
    says: /--url/,
  },
])('says what is wrong and exits with $status: $fault', ({ words, status, says }) => {
  const run = quoth(words);
  expect(run).toMatchObject({ status, stdout: '' });
  expect(run.stderr).toMatch(says);
  expect(run.stderr).not.toMatch(/\n\s+at /);
});

test('help shows examples', () => {
  for (const command of [
    [],
    ['ask'],
    ['attributions'],
    ['corpus', 'check'],
    ['verify'],
    ['manifest'],
    ['start'],
  ]) {
    const { status, stdout } = quoth([...command, '--help']);
    expect({ command, status, examples: stdout.includes('Examples:') }).toEqual({
      command,
      status: 0,
      examples: true,
    });
  }
});
