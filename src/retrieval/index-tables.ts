import type { Speaker } from '../attribution/attribution.ts';
import type { Article } from '../corpus/article.ts';
import { abbreviationsIn } from './abbreviations.ts';
import type { Census } from './article-list.ts';
import { GrowingNumbers } from './growing-numbers.ts';
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
  /** How many attributions each article has. */
  readonly attributions: Uint32Array;
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
  /** Notes the next article as it stands in earlier tables. */
  addAgain(article: Article, earlier: EarlierArticle): void;
  tables(): IndexTables;
}

/** An article in earlier tables: its position, and its passages from `first` to before `end`. */
export interface EarlierArticle {
  readonly tables: IndexTables;
  readonly at: number;
  readonly first: number;
  readonly end: number;
}

export function gatherTables(place: (speaker: Speaker, position: number) => void): TableGatherer {
  const speakers = gatherSpeakers();
  const articles: Dated[] = [];
  const expansions = new Map<string, string[]>();
  const attributions = new GrowingNumbers();
  let paragraphs = 0;
  const note = ({ publisher, datePublished, body }: Article, all: number) => {
    articles.push({ publisher, datePublished });
    expand(expansions, body);
    attributions.push(all);
  };
  return {
    addAgain: (article, { tables, at, first, end }) => {
      note(article, tables.attributions[at] ?? 0);
      for (let passage = first; passage < end; passage++) {
        speakers.noteAgain(paragraphs++, { tables: tables.speakers, at: passage });
      }
    },
    add: (article, passages) => {
      note(article, new Set(passages.flatMap((passage) => passage.attributions)).size);
      for (const passage of passages) {
        for (const { speaker } of passage.attributions) {
          if (speaker !== null) place(speaker, speakers.note(speaker, paragraphs));
        }
        paragraphs++;
      }
    },
    tables: () => {
      const made = speakers.tables(paragraphs);
      const each = attributions.values().slice();
      const all = each.reduce((sum, count) => sum + count, 0);
      const counts = { articles: articles.length, paragraphs, attributions: all };
      const census = { ...counts, ...summary(articles) };
      const about = { census, expansions: [...expansions] };
      const days = Int32Array.from(articles, ({ datePublished }) => dayOf(datePublished));
      return { speakers: made, lexicon: lexiconTables(made), days, attributions: each, about };
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
