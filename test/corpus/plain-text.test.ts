import { describe, expect, test } from 'vitest';
import { articleOfText } from '../../src/corpus/plain-text.ts';

const BODY = 'The harbour of Port Ellery closed on Monday, the mayor said.\n';
const read = (text: string) => articleOfText(text, { id: 'harbour', today: '2026-03-02' });

test('front matter states what it states and is not part of the body', () => {
  const { value, faults } = read(
    `---\ntitle: "Harbour: closed"\noutlet: The Daily Example\nbyline: [Ada Quill, Tomas Belder]\ndate: 2026-03-01\nurl: https://news.example/harbour\nlanguage: en-GB\nid: h1\nspeaker: Orla Finch\n---\n${BODY}`,
  );
  expect(faults).toEqual([]);
  expect(value).toMatchObject({
    id: 'h1',
    headline: 'Harbour: closed',
    headlineFrom: 'stated',
    publisher: 'The Daily Example',
    author: 'Ada Quill, Tomas Belder',
    datePublished: '2026-03-01',
    url: 'https://news.example/harbour',
    language: 'en-GB',
    speaker: 'Orla Finch',
    body: BODY,
  });
});

test('without a headline the first words stand in, marked as such', () => {
  expect(read(`${BODY.trim()} It will stay closed for at least a week.`).value).toMatchObject({
    headline: 'The harbour of Port Ellery closed on Monday, the mayor said. It will …',
    headlineFrom: 'first-words',
  });
});

test('a date in the text is no publication date', () => {
  expect(read('On March 1, 2026 the harbour closed.').value).not.toHaveProperty('datePublished');
});

describe('a field that cannot be read is left out, and named with its line', () => {
  test.each([
    ['date: 5/1/2026', 'date', 'YYYY-MM-DD'],
    ['date: 2026-03-04', 'date', 'YYYY-MM-DD'],
    ['url: javascript:alert(1)', 'url', 'https://'],
    ['headline: {a: b}', 'headline', 'plain words'],
    ['language: English', 'language', 'en-GB'],
  ])('%s', (line, field, fix) => {
    const { value, faults } = read(`---\n\n${line}\n---\n${BODY}`);
    expect(value?.body).toBe(BODY);
    expect(faults).toMatchObject([{ line: 3, field, severity: 'warning' }]);
    expect(faults[0]?.fix).toContain(fix);
  });
});

test('tomorrow is no future: it has begun somewhere', () => {
  expect(read(`---\ndate: 2026-03-03\n---\n${BODY}`).value?.datePublished).toBe('2026-03-03');
});

test.each([
  ['that is not YAML', `---\nid: a\nheadline: Harbour: closed\n---\n${BODY}`, 3, 'headline'],
  ['that never closes', `---\nheadline: Harbour\n${BODY}`, 1, 'front matter'],
  ['that is a list', `---\n- headline: Harbour\n---\n${BODY}`, 1, 'front matter'],
])('front matter %s leaves the article out', (_, text, line, field) => {
  expect(read(text)).toMatchObject({
    value: null,
    faults: [{ field, line, severity: 'error' }],
  });
});

test('a dashed line that opens no front matter belongs to the text', () => {
  const text = `---\nThe harbour closed.\n---\n${BODY}`;
  expect(read(text).value?.body).toBe(text);
});

test.each(['', ' \n\n', 'Advertisement\n', '---\nheadline: Harbour\n---\n'])(
  'nothing to quote in %j is an error',
  (text) => {
    expect(read(text)).toMatchObject({ value: null, faults: [{ severity: 'error' }] });
  },
);

test('the version changes with the headline and with the body, and with nothing else', () => {
  const version = (matter: string, body: string) =>
    read(`---\n${matter}\n---\n${body}`).value?.version;
  const first = version('headline: Harbour', BODY);
  expect(version('headline: Harbour\ndate: 2026-03-01', BODY)).toBe(first);
  expect(version('headline: Harbours', BODY)).not.toBe(first);
  expect(version('headline: Harbour', `${BODY} `)).not.toBe(first);
});
