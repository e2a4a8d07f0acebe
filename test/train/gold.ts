import { type Analysis, analyse } from '../../src/attribution/extraction/analysis.ts';
import type { Lexeme } from '../../src/attribution/extraction/lexeme.ts';
import type { LanguageModel } from '../../src/attribution/extraction/model.ts';
import { type Paragraph, paragraphOf } from '../../src/attribution/extraction/paragraph.ts';
import { beginOf, ROLES, type Role } from '../../src/attribution/extraction/roles.ts';
import { type GoldArticle, type GoldAttribution, paragraphsOf } from './polnear.ts';

/** A paragraph of an article with what annotators marked in it, as ranges of tokens. */
export interface GoldParagraph {
  readonly article: string;
  readonly analysis: Analysis;
  readonly attributions: readonly Record<Role, readonly (readonly [number, number])[]>[];
}

/** The paragraphs of `articles`; an attribution counts in the paragraph of its cue. */
export function goldParagraphs(
  articles: readonly GoldArticle[],
  language: LanguageModel,
  lexemeOf: (form: string) => Lexeme,
): GoldParagraph[] {
  return articles.flatMap(({ id, text, attributions }) => {
    const paragraphs = paragraphsOf(text).map((sentences, index) =>
      paragraphOf({ body: text, sentences, first: index === 0 }, lexemeOf),
    );
    return analyse(paragraphs, language).map((analysis) => {
      const inside = attributions
        .map((attribution) => rangesIn(analysis.paragraph, attribution))
        .filter(({ cue }) => cue.length > 0);
      return { article: id, analysis, attributions: inside };
    });
  });
}

function rangesIn({ tokens }: Paragraph, attribution: GoldAttribution) {
  const ranges = (role: Role) =>
    attribution[role].flatMap(([start, end]): [number, number][] => {
      const first = tokens.findIndex((token) => token.end > start);
      const after = tokens.findIndex((token) => token.start >= end);
      const last = after < 0 ? tokens.length : after;
      return first < 0 || first >= last ? [] : [[first, last]];
    });
  return { cue: ranges('cue'), source: ranges('source'), content: ranges('content') };
}

/** One label per token: cue over source over content, later attributions over earlier ones. */
export function labelsOf(
  length: number,
  attributions: readonly Record<Role, readonly (readonly [number, number])[]>[],
): Uint8Array {
  const labels = new Uint8Array(length);
  for (const role of ROLES.toReversed()) {
    for (const attribution of attributions) {
      for (const [first, end] of attribution[role]) {
        labels.fill(beginOf(role) + 1, first, end);
        labels[first] = beginOf(role);
      }
    }
  }
  return repaired(labels);
}

/** What an overlap cut off from its beginning begins anew. */
export function repaired(labels: Uint8Array): Uint8Array {
  for (let token = 0; token < labels.length; token++) {
    const label = labels[token] ?? 0;
    if (label === 0 || label % 2 === 1) continue;
    const before = token === 0 ? 0 : labels[token - 1];
    if (before !== label && before !== label - 1) labels[token] = label - 1;
  }
  return labels;
}
