import type { Article } from '../corpus/article.ts';
import type { Span } from '../text/span.ts';

/** What an evidence id says, taken apart. */
export interface EvidencePlace {
  readonly articleId: string;
  readonly version: string;
  readonly span: Span;
}

/** Enough of a version to tell the versions of one article apart. */
const VERSION_LENGTH = 12;

/** Names words for good: the same words of the same version have the same id after any restart. */
export const evidenceId = ({ id, version }: Article, { start, end }: Span): string =>
  `${id}@${version.slice(0, VERSION_LENGTH)}:${start}-${end}`;

/** The place that `id` names; null for anything that `evidenceId` never made. */
export function evidencePlace(id: string): EvidencePlace | null {
  const match = /^(.*)@([^@:]*):(\d{1,9})-(\d{1,9})$/su.exec(id);
  if (!match) return null;
  const [, articleId = '', version = '', start, end] = match;
  return { articleId, version, span: { start: Number(start), end: Number(end) } };
}

/** True where `article` still is the version that the id was made from. */
export const isVersion = ({ version }: Article, short: string): boolean =>
  version.slice(0, VERSION_LENGTH) === short;
