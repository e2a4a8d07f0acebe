import type { Article } from './article.ts';
import type { Read } from './fault.ts';
import { frontMatterOf } from './front-matter.ts';
import { layOut } from './lay-out.ts';
import { makeArticle } from './make-article.ts';
import { metadataOf } from './metadata.ts';

export interface Source {
  /** The id of a file that states none. */
  readonly id: string;
  /** ISO date. */
  readonly today: string;
}

/** A .txt file as an article; its body is everything after the front matter, unchanged. */
export function articleOfText(text: string, { id, today }: Source): Read<Article> {
  const matter = frontMatterOf(text);
  if (!('body' in matter)) return { value: null, faults: [matter] };
  const { value: metadata, faults } = metadataOf(matter.raw, today, matter.lineOf);
  const layout = layOut(matter.body, metadata?.headline);
  const made = makeArticle({ id, body: matter.body, layout, metadata: metadata ?? {} });
  return { value: made.value, faults: [...faults, ...made.faults] };
}
