import { attribute } from '../attribution/attribute.ts';
import type { Attribution } from '../attribution/attribution.ts';
import type { Article } from '../corpus/article.ts';
import { shippedExtractor } from '../ingest.ts';
import { InputError } from '../input-error.ts';
import { loadCorpus } from '../load-corpus.ts';
import { attributionJson, attributionText } from '../render/attribution.ts';
import { problemWords } from '../render/wording.ts';
import type { Terminal } from '../terminal-io.ts';
import { today } from '../today.ts';

/** `quoth attributions`: who says what in the files, an article after the other. */
export async function attributions(
  files: readonly string[],
  flags: { readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { articles, problems } = await loadCorpus(files, { today: today() });
  for (const problem of problems) terminal.diagnose(`quoth: ${problemWords(problem)}`);
  if (articles.length === 0)
    throw new InputError(`no article could be read from ${files.join(', ')}.`);
  const extractor = await shippedExtractor();
  const show = flags.json ? jsonLine : readable(terminal);
  for (const article of articles) terminal.print(show(article, attribute(article, extractor)));
}

const jsonLine = (article: Article, found: readonly Attribution[]): string =>
  JSON.stringify({ id: article.id, attributions: found.map(attributionJson) });

const readable =
  ({ paint, columns }: Terminal) =>
  (article: Article, found: readonly Attribution[]): string =>
    [
      paint.bold(article.headline),
      ...found.map((one) => attributionText(article, one, { paint, columns })),
      '',
    ].join('\n');
