import type { Hit } from '../retrieval/retrieve.ts';
import { slice } from '../text/span.ts';

const READ = 40;

/** True where the passages write any of `terms` mostly with a capital: a name has no paraphrase. */
export function namesAmong(terms: readonly string[], hits: readonly Hit[]): boolean {
  const texts = hits.slice(0, READ).map(({ passage }): Text => {
    const written = slice(passage.article.body, passage.paragraph.span);
    const lower = written.toLowerCase();
    // A few letters become two: then only what is in lower case already is found.
    return { written, lower: lower.length === written.length ? lower : written };
  });
  return terms.some((term) => isName(term, texts));
}

interface Text {
  readonly written: string;
  /** Position by position the same. */
  readonly lower: string;
}

/** Within a sentence: a word or a comma before it. */
const WITHIN = /[\p{L},] $/u;

function isName(term: string, texts: readonly Text[]): boolean {
  let capital = 0;
  let all = 0;
  for (const { written, lower } of texts) {
    for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + 1)) {
      if (!WITHIN.test(written.slice(Math.max(0, at - 3), at))) continue;
      all++;
      if (/^\p{Lu}/u.test(written.slice(at, at + 2))) capital++;
    }
  }
  return capital > all / 2;
}
