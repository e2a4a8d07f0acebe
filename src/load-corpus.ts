import type { Article, LoadProblem } from './corpus/article.ts';
import { corpusFiles } from './corpus-files.ts';
import { type CorpusItem, type LoadOptions, readCorpusFile } from './read-corpus-file.ts';
import { slice } from './text/span.ts';

/** Words of the site rather than the article: neither quoted nor searched. */
interface SetAside {
  readonly articleId: string;
  readonly path: string;
  readonly text: string;
  readonly why: string;
}

export interface Corpus {
  /** In the order of the paths, files and lines; every id once. */
  readonly articles: readonly Article[];
  readonly problems: readonly LoadProblem[];
  readonly setAside: readonly SetAside[];
}

/**
 * The articles of `paths`: folders, read recursively, or files. Never throws for what a file holds: a file or a
 * record that cannot be read becomes a problem, and the rest is served.
 */
export async function loadCorpus(paths: readonly string[], options: LoadOptions): Promise<Corpus> {
  const articles: Article[] = [];
  const problems: LoadProblem[] = [];
  const setAside: SetAside[] = [];
  for await (const item of readCorpus(paths, options)) {
    if (item.kind === 'problem') problems.push(item.problem);
    else {
      articles.push(item.article);
      setAside.push(...furnitureOf(item.article, item.path));
    }
  }
  return { articles, problems, setAside };
}

function furnitureOf({ id, body, blocks }: Article, path: string): SetAside[] {
  return blocks.flatMap((block) =>
    block.kind === 'furniture'
      ? [{ articleId: id, path, text: slice(body, block.span), why: block.why }]
      : [],
  );
}

/** As `loadCorpus`, one item at a time: nothing is held but the ids met. */
async function* readCorpus(
  paths: readonly string[],
  options: LoadOptions,
): AsyncGenerator<CorpusItem> {
  const { files, problems } = await corpusFiles(paths);
  for (const problem of problems) yield { kind: 'problem', problem };
  const met = new Map<string, { path: string; version: string }>();
  for (const file of files) {
    for await (const item of readCorpusFile(file, options)) {
      yield item.kind === 'article' ? firstOfItsId(item, met) : item;
    }
  }
}

type ArticleItem = Extract<CorpusItem, { kind: 'article' }>;

/** The first article keeps its id; a later one is left out, as nothing could tell their quotations apart. */
function firstOfItsId(
  item: ArticleItem,
  met: Map<string, { path: string; version: string }>,
): CorpusItem {
  const { article, path } = item;
  const earlier = met.get(article.id);
  if (earlier === undefined) {
    met.set(article.id, { path, version: article.version });
    return item;
  }
  const same = earlier.version === article.version;
  const message = same
    ? `The article "${article.id}" stands in ${earlier.path} already, word for word; this copy is left out`
    : `The id "${article.id}" belongs to another article, in ${earlier.path}; this one is left out`;
  const fix = same ? 'Remove one of the two' : 'Give one of the two an id of its own';
  const severity = same ? 'warning' : 'error';
  return { kind: 'problem', problem: { path, field: 'id', message, fix, severity } };
}
