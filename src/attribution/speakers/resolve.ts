import { namesakes } from './cast.ts';
import { resolveCommon } from './common.ts';
import { type Moment, NOBODY, type Resolution } from './discourse.ts';
import { isFunctionWord } from './function-words.ts';
import { isAcronym } from './name-runs.ts';
import { resolveName, resolveNamed, resolveTogether } from './named.ts';
import type { NameMention } from './names.ts';
import { resolveOwned } from './owned.ts';
import { countriesOf, type NounPhrase } from './phrase.ts';
import { resolvePossessive, resolvePronoun } from './pronouns.ts';
import type { Word } from './words.ts';

/** Who the noun phrase of a source is: the first reading that fits. */
export function resolve(moment: Moment, source: NounPhrase): Resolution {
  const [first] = source.words;
  if (!first) return NOBODY;
  if (isSurname(moment, source)) return resolveName(moment, source, soleName(first));
  const pronoun = isPronounAlone(source) ? resolvePronoun(moment, first.lower) : null;
  if (pronoun) return pronoun;
  const owner = resolvePossessive(moment, first.lower);
  if (owner) return resolveOwned(moment, source, owner, 1);
  return (
    resolveTogether(moment, source) ??
    resolveOwner(moment, source) ??
    resolveNamed(moment, source) ??
    resolveCommon(moment, source)
  );
}

/** One word, or a pronoun and what an annotator or a tagger took along: "he himself". */
const isPronounAlone = ({ words }: NounPhrase): boolean =>
  (words.length === 1 && !isAcronym(words[0]?.text ?? '')) ||
  (/^(?:he|she|they|it|who|which|i|we)$/.test(words[0]?.lower ?? '') &&
    words.length < 4 &&
    !words.some((word, at) => at > 0 && word.capital));

/** "May", "Will": one word of the language that is a surname of the article. */
const isSurname = ({ scene }: Moment, { words }: NounPhrase): boolean =>
  words.length === 1 &&
  /^\p{Lu}\p{Ll}/u.test(words[0]?.text ?? '') &&
  isFunctionWord(words[0]?.lower ?? '') &&
  namesakes(scene.cast, words[0]?.text ?? '').some(
    ({ certain, names }) => certain && names.length > 1,
  );

const soleName = (word: Word): NameMention => ({
  start: word.start,
  end: word.end,
  names: [word],
  kind: 'single',
  described: word,
  lead: [],
  modifies: false,
  sex: null,
});

/** "The ministry's statement", "Smith's lawyer"; "Russia's Ministry of Defense" is one name, its country told by it. */
function resolveOwner(moment: Moment, source: NounPhrase): Resolution | null {
  const { owner } = source;
  if (!owner || countriesOf(owner).length > 0) return null;
  return resolveOwned(
    moment,
    source,
    moment.resolve(owner),
    source.words.indexOf(source.owned[0] ?? source.head),
  );
}
