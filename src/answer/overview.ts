import type { CorpusIndex } from '../retrieval/retrieve.ts';
import type { Overview } from './archive.ts';
import { searchedIn } from './searched.ts';
import { suggestionsFor } from './suggestions.ts';

/** Speakers that are told of: nobody reads on to the ten thousandth. */
const SPEAKERS = 100;

/** What the corpus holds, and what may surely be asked of it. */
export function overviewOf(index: CorpusIndex): Overview {
  const { census } = index;
  return {
    ...searchedIn(census),
    paragraphs: census.paragraphs,
    attributions: census.attributions,
    publishers: census.publishers,
    speakers: speakersOf(index),
    suggestions: suggestionsFor(index),
  };
}

const speakersOf = ({ lexicon }: CorpusIndex): Overview['speakers'] =>
  lexicon
    .mostQuoted(SPEAKERS)
    .filter(({ speaker }) => speaker.type !== 'unnamed')
    .map(({ speaker, statements }) => ({ name: speaker.name, attributions: statements }));
