import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { articleOfHtml } from '../../src/corpus/html.ts';
import { articleOfMarkdown } from '../../src/corpus/markdown.ts';
import { pageReader } from '../../src/page-reader.ts';
import { slice } from '../../src/text/span.ts';

const source = { id: 'ferry', today: '2026-03-02' };
const markdown = (text: string) => articleOfMarkdown(text, source, fromMarkdown).value;
const html = (text: string) => articleOfHtml(text, source, pageReader).value;

const outline = (article: Article | null): string[] =>
  article?.blocks.map(({ kind, span }) => `${kind}: ${slice(article.body, span)}`) ?? [];

test('Markdown loses its marks, its paragraphs keep their words and line ends', () => {
  const article = markdown(
    [
      '# Ferry strike ends',
      'Crews of the **Norrin** line went back to work,\nthe [company](https://n.example) said.',
      '- Trending Now: Five ferries',
      '## The union',
      '> “We got *all* of it,” said Belder &amp; Sons.',
      '**What comes next**',
      '1. Talks.\n2. More talks.',
      '<div>markup</div>',
    ].join('\n\n'),
  );
  expect(article?.headline).toBe('Ferry strike ends');
  expect(outline(article)).toEqual([
    'headline: Ferry strike ends',
    'paragraph: Crews of the Norrin line went back to work,\nthe company said.',
    'furniture: Trending Now: Five ferries',
    'heading: The union',
    'paragraph: “We got all of it,” said Belder & Sons.',
    'heading: What comes next',
    'paragraph: Talks.',
    'paragraph: More talks.',
  ]);
});

test('unmarked Markdown prose is the file’s, character for character', () => {
  const prose = 'Crews went back to work.  It was “time”,\nthey said.\n\nNobody\u00a0knows why.';
  expect(markdown(prose)?.body).toBe(prose);
});

test('headings without marks are told as in plain text, unless others have marks', () => {
  const line = 'The harbour of Port Ellery closed on Monday, the mayor said.';
  const blocks = (text: string) => markdown(text)?.blocks.map(({ kind }) => kind);
  const unmarked = ['Harbour closes', line, 'What the mayor says', line].join('\n\n');
  expect(blocks(unmarked)).toEqual(['headline', 'paragraph', 'heading', 'paragraph']);
  expect(blocks(`${unmarked}\n\n## More\n\n${line}`)?.[2]).toBe('paragraph');
});

test('plain text under a Markdown name, a paragraph a line, is read as plain text', () => {
  const line = 'The harbour of Port Ellery closed on Monday, the mayor said. '.repeat(3).trim();
  const text = `${line}\n- Trending Now: Five ferries\n${line}\n${line}\n`;
  expect(markdown(text)?.body).toBe(text);
  expect(outline(markdown(text))).toEqual([
    `paragraph: ${line}`,
    'furniture: - Trending Now: Five ferries',
    `paragraph: ${line}`,
    `paragraph: ${line}`,
  ]);
});

const PARAGRAPHS = [
  'Ferry crews of the <b>Norrin</b>&nbsp;line went back to work on Tuesday after nine days on strike, the company said.',
  '&ldquo;We got what we asked for,&rdquo; said Tomas Belder, who leads the union.<br><br>He did not say more.',
];

const page = (head: string, before = '') => `<!doctype html><html lang="en-GB"><head>
<title>Ferry strike ends | The Daily Example</title>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav>
<article>${before}<h1>Ferry strike ends</h1><p>${PARAGRAPHS[0]}</p><div class="ad">Advertisement</div>
<h2>What the union says</h2><p>${PARAGRAPHS[1]}</p></article>
<aside><p>Read more: Five ferries to see before you are forty</p></aside><footer>© The Daily Example</footer></body></html>`;

test('a web page gives its article, section headings included, and nothing around it', () => {
  const article = html(page(''));
  expect(outline(article)).toEqual([
    'headline: Ferry strike ends',
    'paragraph: Ferry crews of the Norrin\u00a0line went back to work on Tuesday after nine days on strike, the company said.',
    'furniture: Advertisement',
    'heading: What the union says',
    'paragraph: “We got what we asked for,” said Tomas Belder, who leads the union.',
    'paragraph: He did not say more.',
  ]);
  expect(article).toMatchObject({ headline: 'Ferry strike ends', language: 'en-GB' });
});

const STATED = {
  publisher: 'The Daily Example',
  author: 'Ada Quill',
  datePublished: '2026-02-03',
};

test.each([
  [
    'JSON-LD',
    page(`<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
      {"@type":["NewsArticle"],"headline":"Ferry strike ends","datePublished":"2026-02-03T10:00:00Z",
      "author":[{"@type":"Person","name":"Ada Quill"}],"publisher":{"name":"The Daily Example"}}]}</script>`),
  ],
  [
    'meta tags',
    page(`<meta property="og:site_name" content="The Daily Example"><meta name="author" content="Ada Quill">
      <meta property="article:published_time" content="2026-02-03T10:00:00Z">`),
  ],
  [
    'marks in the text',
    page(
      '<meta property="og:site_name" content="The Daily Example"><script type="application/ld+json">{broken</script>',
      '<header><p class="byline">By Ada Quill</p><time datetime="2026-02-03">Tuesday</time></header>',
    ),
  ],
])('publisher, author and date are read from %s', (_, text) => {
  expect(html(text)).toMatchObject(STATED);
});

test('a bare fragment is a page too', () => {
  expect(outline(html('<p>The harbour closed.</p><p>Nobody said why.</p>'))).toEqual([
    'paragraph: The harbour closed.',
    'paragraph: Nobody said why.',
  ]);
});
