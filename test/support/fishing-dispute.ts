import type { AttributionSpans } from '../../src/attribution/attribution.ts';
import type { Article } from '../../src/corpus/article.ts';
import { articleOfText } from '../../src/corpus/plain-text.ts';
import { buildIndex } from '../../src/retrieval/build-index.ts';
import { readArticle } from '../../src/retrieval/read-article.ts';
import type { CorpusIndex, Reading } from '../../src/retrieval/retrieve.ts';

/*
 * An invented dispute over fish. Statements are marked in the prose: {source}, <cue>, [content]; the marks are taken
 * out, and speakers are resolved from the spans as they are for any article.
 */
const NETS = `---
id: nets
headline: Norway Accuses Iceland of Cutting Cod Nets off Brannholm
publisher: The Harbour Gazette
date: 2024-03-05
---
Norway Accuses Iceland of Cutting Cod Nets off Brannholm

{Norway} <said> on Tuesday [Icelandic trawlers had cut 14 nets off the island of Brannholm]. The raid is the latest in a series of quarrels over cod.

[A Seaglint sonar was lost near the Skarv bank], {the fisheries ministry} <said>. {The ministry} <added> [that 31 boats took part in the raid, and another nine were turned back with electronic warfare].

{Icelandic Prime Minister Runa Halldal} <denied> [the accusation, calling it “a fairy tale for the evening news.”] The claim could not be independently verified. {The Norwegian prime minister, Arne Vestrheim}, <told> a conference [that Oslo’s goal was to reopen the strait].

Economic Costs

In a separate incident, a storm sank the ferry Maren last week. {Harbour master Tove Lindqvar} <reported> [nine boats damaged in the storm].

{Norwegian officials} <say> [they are preparing a blockade of the strait].
`;

const VESSELS = `---
id: vessels
headline: Iceland Opens Talks on Unmanned Surface Vessels
publisher: Northern Courier
date: 2024-06-10
---
Iceland Opens Talks on Unmanned Surface Vessels

{Iceland’s coast guard} <has announced> [tests of unmanned surface vessels (USVs) near Grimsvik]. The vessels can reach targets 40 kilometers away.

“[We will not cut a single net],” <said> {Icelandic Prime Minister Runa Halldal}, who flew to Grimsvik on June 4.

{Norway} <has not commented> on [the tests].

The trial damaged a pier in the village of Holmvik. Iceland launched 12 vessels overnight.
`;

const REPRINT = `---
id: reprint
headline: Brannholm nets cut, says Oslo
publisher: Fjord Post
date: 2024-03-06
---
Brannholm nets cut, says Oslo

{Norway} <said> on Tuesday [Icelandic trawlers had cut 14 nets off the island of Brannholm].
`;

/** Three articles, the third a reprint of the first. */
export const fishingDispute = (): CorpusIndex => buildIndex(fishingReadings());

/** The first two alone: a corpus as small as they come. */
export const twoArticles = (): CorpusIndex => buildIndex(fishingReadings().slice(0, 2));

export const fishingReadings = (): Reading[] => readingsOf([NETS, VESSELS, REPRINT]);

/** The articles of which `marked` is the prose, marked as above. */
export const readingsOf = (marked: readonly string[]): Reading[] =>
  marked.map((text, at) => {
    const article = articleFrom(text.replace(/[[\]{}<>]/g, ''), at);
    return readArticle(article, () => statementsOf(text, article.body));
  });

function articleFrom(text: string, at: number): Article {
  const { value } = articleOfText(text, { id: `article-${at}`, today: '2024-12-31' });
  if (value === null) throw new Error(`The article does not load: ${text.slice(0, 60)}`);
  return value;
}

const MARKS = /[[\]{}<>]/g;
const MARKED = /\{[^}]*\}|<[^>]*>|\[[^\]]*\]/gu;
const BETWEEN_SENTENCES = /(?<=[.”\]])\s+(?=[“{[A-Z])|\n+/u;

/** One statement for each sentence with a marked cue. */
function statementsOf(marked: string, body: string): AttributionSpans[] {
  const statements: AttributionSpans[] = [];
  let from = 0;
  for (const sentence of marked.split(BETWEEN_SENTENCES)) {
    const start = body.indexOf(sentence.replace(MARKS, ''), from);
    if (start < 0 || !sentence.includes('<')) continue;
    statements.push(statementAt(sentence, body, start));
    from = start;
  }
  return statements;
}

function statementAt(sentence: string, body: string, from: number): AttributionSpans {
  const parts = [...sentence.matchAll(MARKED)].map(([part]) => part);
  const place = (opening: string) =>
    parts
      .filter((part) => part.startsWith(opening))
      .map((part) => {
        const words = part.slice(1, -1);
        const start = body.indexOf(words, from);
        return { start, end: start + words.length };
      });
  return { source: place('{'), cue: place('<'), content: place('[') };
}
