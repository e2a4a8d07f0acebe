import type { CorpusIndex } from '../retrieval/retrieve.ts';
import type { Overview } from './archive.ts';
import { searchedIn } from './searched.ts';
import { suggestionsFor } from './suggestions.ts';

/** What the corpus holds, and what may surely be asked of it. */
export function overviewOf(index: CorpusIndex): Overview {
  const passages = index.articles.flatMap((article) => index.passagesOf(article));
  return {
    ...searchedIn(index.articles),
    paragraphs: passages.length,
    attributions: new Set(passages.flatMap(({ attributions }) => attributions)).size,
    publishers: publishersOf(index),
    speakers: speakersOf(index),
    suggestions: suggestionsFor(index),
  };
}

function publishersOf({ articles }: CorpusIndex): Overview['publishers'] {
  const counts = new Map<string, number>();
  for (const { publisher } of articles) {
    if (publisher) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, articles]) => ({ name, articles }))
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}

const speakersOf = ({ lexicon }: CorpusIndex): Overview['speakers'] =>
  lexicon.speakers
    .filter(({ speaker }) => speaker.type !== 'unnamed')
    .map(({ speaker, statements }) => ({ name: speaker.name, attributions: statements }));
