import type { Speaker } from '../attribution/attribution.ts';
import type { Article } from '../corpus/article.ts';
import { abbreviationsIn } from './abbreviations.ts';
import type { Census } from './article-list.ts';
import { type LexiconTables, lexiconTables } from './lexicon-tables.ts';
import type { Passage } from './retrieve.ts';
import { gatherSpeakers, type SpeakerTables } from './speaker-tables.ts';
import { dayOf } from './time.ts';

/** What an index knows beside its engine. */
export interface IndexTables {
  readonly speakers: SpeakerTables;
  readonly lexicon: LexiconTables;
  /** When each article was published, as `dayOf` counts. */
  readonly days: Int32Array;
  readonly about: About;
}

/** The small rest: plain JSON. */
interface About {
  readonly census: Census;
  /** Folded abbreviation to folded expansions, and back. */
  readonly expansions: readonly (readonly [string, readonly string[]])[];
}

/** Gathers tables article by article. */
export interface TableGatherer {
  /** Notes the next article; `place` is told of every speaker and its position. */
  add(article: Article, passages: readonly Passage[]): void;
  tables(): IndexTables;
}

export function gatherTables(place: (speaker: Speaker, position: number) => void): TableGatherer {
  const speakers = gatherSpeakers();
  const articles: Dated[] = [];
  const expansions = new Map<string, string[]>();
  let paragraphs = 0;
  let attributions = 0;
  return {
    add: (article, passages) => {
      articles.push({ publisher: article.publisher, datePublished: article.datePublished });
      expand(expansions, article.body);
      attributions += new Set(passages.flatMap((passage) => passage.attributions)).size;
      for (const passage of passages) {
        for (const { speaker } of passage.attributions) {
          if (speaker !== null) place(speaker, speakers.note(speaker, paragraphs));
        }
        paragraphs++;
      }
    },
    tables: () => {
      const made = speakers.tables();
      const census = { articles: articles.length, paragraphs, attributions, ...summary(articles) };
      const about = { census, expansions: [...expansions] };
      const days = Int32Array.from(articles, ({ datePublished }) => dayOf(datePublished));
      return { speakers: made, lexicon: lexiconTables(made), days, about };
    },
  };
}

interface Dated {
  readonly publisher: string | undefined;
  readonly datePublished: string | undefined;
}

function summary(articles: readonly Dated[]): Pick<Census, 'from' | 'to' | 'publishers'> {
  const dates = articles.flatMap(({ datePublished }) => datePublished ?? []).sort();
  const from = dates[0];
  const to = dates.at(-1);
  const counts = new Map<string, number>();
  for (const { publisher } of articles) {
    if (publisher) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  }
  const publishers = [...counts]
    .map(([name, articles]) => ({ name, articles }))
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
  return { ...(from && to ? { from, to } : {}), publishers };
}

function expand(expansions: Map<string, string[]>, body: string): void {
  const add = (from: string, to: string) => {
    const known = expansions.get(from) ?? [];
    if (!known.includes(to)) expansions.set(from, [...known, to]);
  };
  for (const [abbreviation, expansion] of abbreviationsIn(body)) {
    add(abbreviation, expansion);
    add(expansion, abbreviation);
  }
}
