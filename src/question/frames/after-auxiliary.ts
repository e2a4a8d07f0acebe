import { DETERMINERS } from '../frame-words.ts';
import { type SpeechVerb, speechVerb } from '../speech-verbs.ts';
import type { Word } from '../words.ts';
import type { Frame } from './frame.ts';
import { breaksName, foldedAt, indexes, speakerRange } from './names.ts';

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
/** Verbs that are as often the noun before the verb meant: "Russian state media report". */
const ALSO_NOUNS =
  /^(?:state|report|note|address|view|point|claim|plan|answer|comment|promise|demand|welcome|fear|forecast|estimate|doubt|detail|signal|feel|post|call|caution|hope|praise|request|quote|talk|tweet|pledge|vow|blame|wish|blast|object)s?$/;

/** "what did Russia claim …", "has the Kremlin commented …", "how many drones did Ukraine say …". */
export function afterAuxiliary(words: readonly Word[]): Frame | null {
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

/** "What is X called?" is no question about anybody's words. */
const isNamed = (words: readonly Word[], at: number, forms: readonly string[]): boolean =>
  forms.includes('ing') && foldedAt(words, at) === 'called';

const ends = (words: readonly Word[], at: number, forms: readonly string[]): boolean =>
  breaksClause(words, at - 1) || words[at - 1]?.closes === true || isNamed(words, at, forms);

function verbAfter(
  words: readonly Word[],
  auxiliary: number,
  forms: readonly string[],
): Found | null {
  let found: Found | null = null;
  for (let at = auxiliary + 2; at < Math.min(words.length, auxiliary + LONGEST_NAME + 1); at += 1) {
    if (ends(words, at, forms)) return found;
    const verb = speechVerb(foldedAt(words, at));
    if (!verb || !fits(verb, forms) || onlyDeterminers(words, auxiliary + 1, at)) continue;
    found = { at, verb };
    if (!ALSO_NOUNS.test(foldedAt(words, at))) return found;
  }
  return found;
}

interface Found {
  readonly at: number;
  readonly verb: SpeechVerb;
}

const fits = (verb: SpeechVerb, forms: readonly string[]): boolean =>
  verb.forms.some((form) => forms.includes(form));

const onlyDeterminers = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).every(({ folded }) => DETERMINERS.has(folded));

/** "what does Putin have to say": its "have to" parts no clause. */
function breaksClause(words: readonly Word[], at: number): boolean {
  if (foldedAt(words, at) === 'have' && foldedAt(words, at + 1) === 'to') return false;
  return breaksName(words, at);
}
