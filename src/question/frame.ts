import type { SpeechAct } from '../attribution/attribution.ts';
import { ANYBODY, AUXILIARIES, DETERMINERS, PREPOSITIONS, WH_WORDS } from './frame-words.ts';
import { type SpeechVerb, speechNoun, speechVerb } from './speech-verbs.ts';
import type { Word } from './words.ts';

/** Half-open range of indexes into a question's words. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** The part of a question that asks for somebody's words; the rest is its topic. */
export interface Frame {
  /** The words that name the speaker; null where anybody may speak. */
  readonly speaker: WordRange | null;
  readonly act: SpeechAct;
  /** Indexes of the words that make the frame, beside those of the speaker. */
  readonly used: readonly number[];
  /** "Who said …": the speaker is what is asked. */
  readonly asksWho: boolean;
  /** The words may as well be about a deed, or about the named one: worth a second reading without the speaker. */
  readonly soft: boolean;
}

/** Tells whether words name somebody who speaks in the corpus, or a country. */
export type Knows = (words: readonly Word[]) => 'speaker' | 'country' | 'seat' | null;

const IN_NAMES: ReadonlySet<string> = new Set(['of', 'in', 'for', 'at', 'from', 'and', 'to']);
const LONGEST_NAME = 9;
const FORMS_AFTER: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(?:do|does|did|will|would|can|could|should|may|might|must|don't|doesn't|didn't|won't|wouldn't|dont|doesnt|didnt)$/,
    ['base'],
  ],
  [/^(?:has|have|had|hasn't|haven't|hadn't|hasnt|havent|hadnt)$/, ['participle']],
  [
    /^(?:is|are|was|were|isn't|aren't|wasn't|weren't|isnt|arent|wasnt|werent|been|being)$/,
    ['ing', 'participle'],
  ],
];
const BE = /^(?:is|are|was|were|been|being|be|isn't|aren't|wasn't|weren't)$/;
/** Verbs that are as often the noun before the verb meant: "Russian state media report". */
const ALSO_NOUNS =
  /^(?:state|report|note|address|view|point|claim|plan|answer|comment|promise|demand|welcome|fear|forecast|estimate|doubt|detail|signal|feel|post|call|caution|hope|praise|request|quote|talk|tweet|pledge|vow|blame|wish|blast|object)s?$/;

/** The frame of a question, by the first of its patterns that fits; null for a question about deeds or things. */
export function frameOf(words: readonly Word[], knows: Knows): Frame | null {
  return (
    accordingTo(words) ??
    passive(words) ??
    whoSpeaks(words) ??
    afterAuxiliary(words) ??
    clause(words, knows) ??
    nounFrame(words, knows) ??
    speakerOnTopic(words, knows) ??
    keywords(words, knows)
  );
}

const foldedAt = (words: readonly Word[], at: number): string => words[at]?.folded ?? '';
const isAuxiliary = (word: string): boolean => AUXILIARIES.has(word);

/** Ends a name: a word that cannot stand inside one. */
function breaksName(words: readonly Word[], at: number): boolean {
  const word = foldedAt(words, at);
  return (PREPOSITIONS.has(word) && !IN_NAMES.has(word)) || isAuxiliary(word) || WH_WORDS.has(word);
}

/** The speaker's words without determiners, adverbs and "the ministry's [statement]"; null where nobody is named. */
function speakerRange(words: readonly Word[], from: number, to: number): WordRange | null {
  let first = from;
  let last = to;
  while (first < last && DETERMINERS.has(foldedAt(words, first))) first += 1;
  while (last > first && isAdverb(foldedAt(words, last - 1))) last -= 1;
  const owned = words[last - 2]?.possessive && speechNoun(foldedAt(words, last - 1));
  if (owned && last - 1 > first) last -= 1;
  const named = words.slice(first, last);
  if (named.length === 0 || named.every(({ folded }) => ANYBODY.has(folded))) return null;
  return { from: first, to: last };
}

const ADVERBS =
  /^(?:ever|also|not|never|yet|just|already|really|again|still|once|first|then|now|else|all|both|so far|together|later|before|since|even|only|have|to|then)$/;
const isAdverb = (word: string): boolean =>
  ADVERBS.test(word) || /^(?!italy$|july$|family$).{3,}ly$/.test(word);

const indexes = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** "according to Zelensky, …", "…, according to the Kremlin", "per the ministry". */
function accordingTo(words: readonly Word[]): Frame | null {
  const at = words.findIndex(
    ({ folded }, index) => folded === 'according' && foldedAt(words, index + 1) === 'to',
  );
  const start = at >= 0 ? at + 2 : words.findIndex(({ folded }) => folded === 'per') + 1;
  if (start === 0 || start >= words.length) return null;
  const end = nameEnd(words, start);
  const speaker = speakerRange(words, start, end);
  const used = indexes(at >= 0 ? at : start - 1, start);
  return speaker && { speaker, act: 'say', used, asksWho: false, soft: false };
}

/** Where a name that starts at `start` ends: at punctuation, a verb of speaking or a word that no name holds. */
function nameEnd(words: readonly Word[], start: number): number {
  for (let at = start; at < words.length; at += 1) {
    if (at > start && breaksName(words, at)) return at;
    if (at > start && /^(?:to|and|for)$/.test(foldedAt(words, at))) return at;
    if (words[at]?.closes) return at + 1;
  }
  return words.length;
}

/** "what was said by Putin about …", "what is Ukraine accused of", "what has been said about …". */
function passive(words: readonly Word[]): Frame | null {
  for (let at = 0; at < Math.min(words.length, 8); at += 1) {
    if (!BE.test(foldedAt(words, at))) continue;
    const verb = participleAfter(words, at);
    if (verb !== null) return passiveFrame(words, at, verb);
  }
  return null;
}

function participleAfter(words: readonly Word[], be: number): number | null {
  for (let at = be + 1; at < Math.min(words.length, be + 7); at += 1) {
    const verb = speechVerb(foldedAt(words, at));
    if (verb?.forms.includes('participle')) return at;
    if (breaksName(words, at) && !BE.test(foldedAt(words, at))) return null;
  }
  return null;
}

function passiveFrame(words: readonly Word[], be: number, at: number): Frame | null {
  const verb = speechVerb(foldedAt(words, at));
  if (!verb) return null;
  const quotedAsSaying =
    /^(?:quoted|cited|reported)$/.test(foldedAt(words, at)) && foldedAt(words, at + 1) === 'as';
  if (quotedAsSaying) {
    const speaker = speakerRange(words, be + 1, at);
    return {
      speaker,
      act: 'say',
      used: [...indexes(0, be + 1), at, at + 1, at + 2],
      asksWho: false,
      soft: false,
    };
  }
  const by = words.findIndex(({ folded }, index) => index > at && folded === 'by');
  const speaker = by > 0 ? speakerRange(words, by + 1, nameEnd(words, by + 1)) : null;
  return {
    speaker,
    act: verb.act,
    used: [be, at, ...(by > 0 ? [by] : [])],
    asksWho: false,
    soft: false,
  };
}

/** "who said …", "who has denied …", "which country claimed …". */
function whoSpeaks(words: readonly Word[]): Frame | null {
  const which =
    /^(?:which|what)$/.test(foldedAt(words, 0)) && SPEAKING_SORTS.test(foldedAt(words, 1));
  if (!which && !/^(?:who|whoever)$/.test(foldedAt(words, 0))) return null;
  let at = which ? 2 : 1;
  while (at < 6 && (isAuxiliary(foldedAt(words, at)) || isAdverb(foldedAt(words, at)))) at += 1;
  const verb = speechVerb(foldedAt(words, at));
  if (!verb || !spokenForm(words, at, verb)) return null;
  const used = indexes(which ? 2 : 0, at + 1);
  return { speaker: null, act: verb.act, used, asksWho: true, soft: false };
}

const SPEAKING_SORTS =
  /^(?:country|countries|government|official|officials|person|people|president|leader|leaders|governor|minister|ministry|spokesman|spokeswoman|spokesperson|side|party|company|agency|organisation|organization|newspaper|politician|politicians|senator|expert|experts|analyst|analysts)$/;

/** After auxiliaries any form may stand ("who has said", "who is saying"), else a finite one. */
const spokenForm = (words: readonly Word[], at: number, verb: SpeechVerb): boolean =>
  isAuxiliary(foldedAt(words, at - 1)) ||
  verb.forms.some((form) => form === 'past' || form === 's');

/** "what did Russia claim …", "has the Kremlin commented …", "how many drones did Ukraine say …". */
function afterAuxiliary(words: readonly Word[]): Frame | null {
  for (let at = 0; at < Math.min(words.length, 12); at += 1) {
    const [, forms] = FORMS_AFTER.find(([pattern]) => pattern.test(foldedAt(words, at))) ?? [];
    const found = forms && verbAfter(words, at, forms);
    if (!found) continue;
    const speaker = speakerRange(words, at + 1, found.at);
    const used = [at, found.at, ...indexes(speaker?.to ?? at + 1, found.at)];
    const { act, soft } = found.verb;
    return { speaker, act, used: speaker ? used : indexes(at, found.at + 1), asksWho: false, soft };
  }
  return null;
}

function verbAfter(
  words: readonly Word[],
  auxiliary: number,
  forms: readonly string[],
): { at: number; verb: SpeechVerb } | null {
  let found: { at: number; verb: SpeechVerb } | null = null;
  for (let at = auxiliary + 1; at < Math.min(words.length, auxiliary + LONGEST_NAME + 1); at += 1) {
    const verb = at > auxiliary + 1 ? speechVerb(foldedAt(words, at)) : null;
    const fits =
      verb?.forms.some((form) => forms.includes(form)) &&
      !onlyDeterminers(words, auxiliary + 1, at);
    if (verb && fits) {
      found = { at, verb };
      if (!ALSO_NOUNS.test(foldedAt(words, at))) return found;
    } else if (breaksClause(words, at) || words[at]?.closes) return found;
  }
  return found;
}

const onlyDeterminers = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).every(({ folded }) => DETERMINERS.has(folded));

/** "what does Putin have to say": its "have to" parts no clause. */
function breaksClause(words: readonly Word[], at: number): boolean {
  if (foldedAt(words, at) === 'have' && foldedAt(words, at + 1) === 'to') return false;
  return breaksName(words, at);
}

/** "what Putin said about …" (after "tell me"), "Russia claims that …". */
function clause(words: readonly Word[], knows: Knows): Frame | null {
  const wh = words.findIndex(
    ({ folded }) => WH_WORDS.has(folded) || /^(?:if|whether)$/.test(folded),
  );
  const start = wh >= 0 ? wh + 1 : 0;
  for (let at = start + 1; at < Math.min(words.length, start + LONGEST_NAME); at += 1) {
    const verb = speechVerb(foldedAt(words, at));
    if (verb && clauseVerb(words, at, verb) && named(words.slice(start, at), knows)) {
      const speaker = speakerRange(words, start, at);
      return {
        speaker,
        act: verb.act,
        used: [...(wh >= 0 ? [wh] : []), at],
        asksWho: false,
        soft: verb.soft || wh < 0,
      };
    }
    if (breaksName(words, at - 1)) return null;
  }
  return null;
}

const clauseVerb = (words: readonly Word[], at: number, verb: SpeechVerb): boolean =>
  verb.forms.some((form) => form === 'past' || form === 's') ||
  (verb.forms.includes('base') && /s$/.test(foldedAt(words, at - 1)));

const named = (words: readonly Word[], knows: Knows): boolean =>
  knows(words.filter(({ folded }) => !DETERMINERS.has(folded))) !== null;

const BETWEEN_NAME_AND_NOUN =
  /^(?:latest|recent|first|last|public|official|original|own|full|exact|initial|formal|main|previous|strong)$/;

/** "Putin's reaction to …", "the Russian response", "statements by Kovalenko on …". */
function nounFrame(words: readonly Word[], knows: Knows): Frame | null {
  for (let at = 0; at < words.length; at += 1) {
    const act = speechNoun(foldedAt(words, at));
    const speaker = act && (speakerBefore(words, at, knows) ?? speakerAfter(words, at, knows));
    if (act && speaker) {
      const used = [at, ...indexes(speaker.to, at)];
      return { speaker, act, used, asksWho: false, soft: true };
    }
  }
  return null;
}

function speakerBefore(words: readonly Word[], noun: number, knows: Knows): WordRange | null {
  let to = noun;
  while (to > 0 && BETWEEN_NAME_AND_NOUN.test(foldedAt(words, to - 1))) to -= 1;
  if (to === 0) return null;
  let from = to;
  while (from > 0 && !breaksName(words, from - 1) && !words[from - 1]?.closes && to - from < 7)
    from -= 1;
  for (; from < to; from += 1) {
    const range = speakerRange(words, from, to);
    if (range && knows(words.slice(range.from, range.to))) return range;
  }
  const owner = words[to - 1];
  return owner?.possessive ? speakerRange(words, to - 1, to) : null;
}

function speakerAfter(words: readonly Word[], noun: number, knows: Knows): WordRange | null {
  if (!/^(?:by|from|of)$/.test(foldedAt(words, noun + 1))) return null;
  const end = nameEnd(words, noun + 2);
  const range = speakerRange(words, noun + 2, end);
  if (!range) return null;
  const sure = foldedAt(words, noun + 1) === 'by' || knows(words.slice(range.from, range.to));
  return sure ? range : null;
}

/** "MoD on ATACMS", "Zelensky: Crimea", "Emmanuel Macron on nuclear power". */
function speakerOnTopic(words: readonly Word[], knows: Knows): Frame | null {
  for (let at = 1; at < Math.min(words.length, 7); at += 1) {
    const on = /^(?:on|about|re|regarding|vs|over)$/.test(foldedAt(words, at));
    if (!on && !words[at - 1]?.closes) {
      if (breaksName(words, at - 1)) return null;
      continue;
    }
    const speaker = speakerRange(words, 0, at);
    const names = speaker && words.slice(speaker.from, speaker.to);
    const sure = names && (knows(names) !== null || (on && looksLikeName(names)));
    return sure ? { speaker, act: 'say', used: on ? [at] : [], asksWho: false, soft: !on } : null;
  }
  return null;
}

const looksLikeName = (words: readonly Word[]): boolean =>
  words.length > 1 && words.length < 5 && words.every(({ text }) => /^\p{Lu}/u.test(text));

/** "Kremlin Crimea", "Putin Oreshnik": a person, an organisation or a seat of government leads, no verb. */
function keywords(words: readonly Word[], knows: Knows): Frame | null {
  if (words.some(({ folded }) => WH_WORDS.has(folded) || isAuxiliary(folded))) return null;
  for (let to = Math.min(words.length, 6); to > 0; to -= 1) {
    const kind = knows(words.slice(0, to));
    if (kind === 'country') return null;
    if (kind) return { speaker: { from: 0, to }, act: 'say', used: [], asksWho: false, soft: true };
  }
  return null;
}
