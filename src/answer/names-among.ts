import type { Hit } from '../retrieval/retrieve.ts';
import { slice } from '../text/span.ts';

const READ = 40;

/** True where the passages write any of `terms` mostly with a capital: a name has no paraphrase. */
export function namesAmong(terms: readonly string[], hits: readonly Hit[]): boolean {
  const texts = hits
    .slice(0, READ)
    .map(({ passage }) => slice(passage.article.body, passage.paragraph.span))
    .map((text) => ({ text, lower: text.toLowerCase() }));
  return terms.some((term) => isName(term, texts));
}

interface Text {
  readonly text: string;
  readonly lower: string;
}

function isName(term: string, texts: readonly Text[]): boolean {
  // The pattern is slow, and most passages hold few of the terms.
  const holding = texts.filter(({ lower }) => lower.includes(term));
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<=[\\p{L},] )${escaped}`, 'giu');
  const written = holding.flatMap(({ text }) => text.match(pattern) ?? []);
  const capital = written.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capital > written.length / 2;
}
