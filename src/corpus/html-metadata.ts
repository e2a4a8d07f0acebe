import type { PageDocument } from './dom.ts';

type Raw = Record<string, unknown>;

/**
 * What a page states about its article: schema.org JSON-LD first, then meta tags, then the marks in its text (time,
 * rel=author). Keys as in a JSONL record. A page that states nothing gives nothing: no date is read out of prose.
 */
export function htmlMetadata(document: PageDocument): Raw {
  const news = newsArticleOf(document);
  const meta = (...names: readonly string[]) => metaContent(document, names);
  return {
    headline:
      news.headline ??
      headingOf(document) ??
      meta('og:title', 'twitter:title') ??
      titleOf(document),
    publisher: nameOf(news.publisher) ?? meta('og:site_name', 'publisher', 'dc.publisher'),
    author:
      nameOf(news.author) ??
      meta('author', 'byl', 'dc.creator', 'parsely-author') ??
      bylineOf(document),
    date: news.datePublished ?? meta(...DATE_NAMES) ?? timeOf(document),
    url: canonicalOf(document) ?? meta('og:url'),
    language: language(news.inLanguage) ?? language(document.documentElement.getAttribute('lang')),
  };
}

const DATE_NAMES = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'pubdate',
  'publish-date',
  'publication_date',
  'sailthru.date',
] as const;

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first article among the page's JSON-LD, or an empty record. */
function newsArticleOf(document: PageDocument): Raw {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = records(parsed(script.textContent ?? '')).find(isArticle);
    if (found !== undefined) return found;
  }
  return {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** A JSON-LD value is one record, a list of them, or a graph of them. */
function records(value: unknown): Raw[] {
  if (Array.isArray(value)) return value.flatMap(records);
  if (!isRecord(value)) return [];
  return [value, ...records(value['@graph']), ...records(value.mainEntity)];
}

const isArticle = (value: Raw): boolean =>
  [value['@type']].flat().some((type) => /Article$|Report$|BlogPosting$/u.test(String(type)));

/** Names are strings, records with a name, or lists of either. */
function nameOf(value: unknown): string | undefined {
  const names = [value].flat().flatMap((one) => {
    const name = isRecord(one) ? one.name : one;
    return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
  });
  return names.length > 0 ? names.join(', ') : undefined;
}

/** The first of `names` that a meta tag gives. An address is no answer where a name is asked: some sites give one. */
function metaContent(document: PageDocument, names: readonly string[]): string | undefined {
  const stated = metaTags(document);
  const name = names.find((one) => stated.has(one));
  const content = name === undefined ? undefined : stated.get(name);
  return name !== 'og:url' && /^https?:/u.test(content ?? '') ? undefined : content;
}

function metaTags(document: PageDocument): Map<string, string> {
  const stated = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim();
    for (const key of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(key)?.toLowerCase();
      if (name && content && !stated.has(name)) stated.set(name, content);
    }
  }
  return stated;
}

/** The words of the page's only h1. */
function headingOf(document: PageDocument): string | undefined {
  const [only, second] = document.querySelectorAll('h1');
  const text = only?.textContent?.replace(/\s+/gu, ' ').trim();
  return second === undefined && text ? text : undefined;
}

/** The page's title without the site's name behind a bar. */
function titleOf(document: PageDocument): string | undefined {
  const title = document
    .querySelector('title')
    ?.textContent?.replace(/\s+\|[^|]*$/u, '')
    .trim();
  return title || undefined;
}

const BYLINES =
  '[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline, .author-name';

function bylineOf(document: PageDocument): string | undefined {
  const text = document.querySelector(BYLINES)?.textContent?.replace(/\s+/gu, ' ').trim();
  return text ? text.replace(/^by\s+/iu, '') : undefined;
}

const TIMES =
  'time[itemprop="datePublished"], time[pubdate], article header time, article time, header time, main time';

function timeOf(document: PageDocument): string | undefined {
  const time = document.querySelector(TIMES);
  return time?.getAttribute('datetime') ?? undefined;
}

function canonicalOf(document: PageDocument): string | undefined {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return href?.startsWith('http') ? href : undefined;
}

const language = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
