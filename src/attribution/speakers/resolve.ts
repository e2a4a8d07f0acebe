import { namesakes } from './cast.ts';
import { resolveCommon } from './common.ts';
import { type Moment, NOBODY, type Resolution } from './discourse.ts';
import { resolveNamed, resolveTogether } from './named.ts';
import { resolveOwned } from './owned.ts';
import { countriesOf, type NounPhrase } from './phrase.ts';
import { resolvePossessive, resolvePronoun } from './pronouns.ts';

/** Who the noun phrase of a source is: the first reading that fits. */
export function resolve(moment: Moment, source: NounPhrase): Resolution {
  const [first] = source.words;
  if (!first) return NOBODY;
  const pronoun =
    isPronounAlone(source) && !isSurname(moment, source)
      ? resolvePronoun(moment, first.lower)
      : null;
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
  words.length === 1 ||
  (/^(?:he|she|they|it|who|which|i|we)$/.test(words[0]?.lower ?? '') &&
    words.length < 4 &&
    !words.some((word, at) => at > 0 && word.capital));

/** "May", "Will": a surname of the article before a word of the language. */
const isSurname = ({ scene }: Moment, { words }: NounPhrase): boolean =>
  /^\p{Lu}\p{Ll}/u.test(words[0]?.text ?? '') &&
  namesakes(scene.cast, words[0]?.text ?? '').length > 0;

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
