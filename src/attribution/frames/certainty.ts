import { DETERMINERS, PRONOUNS } from './closed-words.ts';
import type { Frame, FrameKind } from './frame.ts';
import { isNounToo, type Verb } from './lexicon.ts';
import {
  isCapital,
  lowerAt,
  type Range,
  sentenceStart,
  someIn,
  type Word,
  wordAt,
} from './words.ts';

const PLURAL =
  /^(?:i|we|you|they|who|people|police|women|men|percent|some|many|others|most|several|few|both|half|and)$|[^s']s$/u;

/** Who can threaten and promise; a storm and a debate do so without speaking. */
const AGENT =
  /^(?:he|she|they|we|i|who)$|(?:ials|ers|ors|ists|ants|ents|ians|government|ministry|president|minister|military)$/u;

/** "could say", "did not say": nobody spoke. */
const HYPOTHETICAL = /^(?:would|could|should|might|may|must|can|will|'ll|'d|not|n't|never)$/u;

interface Told {
  readonly words: readonly Word[];
  readonly source: Range;
  readonly content: Range;
}

type Test = (
  parts: Told & {
    readonly cue: Range;
    readonly kind: FrameKind;
    readonly verb: Verb;
  },
) => boolean;

/** What speaks against a frame. */
const DOUBTS: readonly Test[] = [
  ({ words, cue, kind }) =>
    kind !== 'quotation before' && someIn(words, cue, ({ lower }) => HYPOTHETICAL.test(lower)),
  ({ words, source, cue }) =>
    lowerAt(words, cue[0]) === "'s" && !PRONOUNS.has(lowerAt(words, source[1] - 1)),
  ({ words, source, kind }) =>
    (kind === 'thing' || kind === 'infinitive') && lowerAt(words, source[0]) === 'who',
  ({ words, source, kind, verb, content }) =>
    kind === 'thing' && !(THINGS[verb.lemma]?.({ words, source, content }) ?? true),
  ({ words, source, cue, kind, verb }) =>
    cue[1] - cue[0] === 1 &&
    isNounToo(verb) &&
    !isNameOrPronoun(words, source) &&
    !(verb.form === 's' && OF_VERBS.has(kind) && AGENT.test(lowerAt(words, source[1] - 1))),
  ({ words, source, kind, verb }) =>
    kind === 'infinitive' && PROMISES.test(verb.lemma) && !isAgent(wordAt(words, source[1] - 1)),
  ({ words, source, cue, kind, verb }) =>
    verb.form === 'base' &&
    cue[1] - cue[0] === 1 &&
    !kind.endsWith('inverted') &&
    !someIn(words, source, ({ lower }) => PLURAL.test(lower)),
];

/** What follows or precedes a verb, rather than a noun: "the ministry reports that …", "…, the military claims." */
const OF_VERBS: ReadonlySet<FrameKind> = new Set([
  'that clause',
  'clause before',
  'quotation before',
  'quotation after',
]);

/** True where source and verb go together: "officials say", "he claims", "Russia threatened". */
export function isCertain(words: readonly Word[], frame: Frame, verb: Verb): boolean {
  const { source, cue, kind } = frame;
  const [content = cue] = frame.content;
  return !source || !DOUBTS.some((doubt) => doubt({ words, source, cue, kind, verb, content }));
}

const PROMISES = /^(?:threaten|promise)$/u;

/** "Storms" begins a sentence as "Russia" does. */
function byAgent({ words, source }: Told): boolean {
  const last = wordAt(words, source[1] - 1);
  const first = source[1] - 1 === sentenceStart(words, source[0]);
  return isAgent(last) && (AGENT.test(last.lower) || !first || !last.lower.endsWith('s'));
}

/** Bodies that count in public. */
const INSTITUTION =
  /^(?:command|force|forces|ministry|police|guard|agency|service|authority|authorities|officials|government|military|army|navy|office|department|council|staff|bureau|commission|committee|institute|union|hospital)$/u;

/** What makes speech of a verb that else is a deed: "held the army responsible", "counted 34 of them". */
const THINGS: Readonly<Record<string, (told: Told) => boolean>> = {
  hold: ({ words, content }) =>
    someIn(words, content, ({ lower }) => /^(?:responsible|accountable|liable)$/u.test(lower)),
  count: ({ words, source, content }) =>
    INSTITUTION.test(lowerAt(words, source[1] - 1)) &&
    /^(?:\d.*|at|more|some|about)$/u.test(lowerAt(words, content[0])),
  threaten: byAgent,
  promise: byAgent,
  vow: byAgent,
  pledge: byAgent,
  swear: () => false,
};

const isAgent = (word: Word): boolean =>
  isCapital(word) || AGENT.test(word.lower) || INSTITUTION.test(word.lower);

function isNameOrPronoun(words: readonly Word[], source: Range): boolean {
  const last = wordAt(words, source[1] - 1);
  if (PRONOUNS.has(last.lower)) return true;
  const named = isCapital(last) && last.lower !== 'united';
  return named && !DETERMINERS.has(lowerAt(words, source[0]));
}
