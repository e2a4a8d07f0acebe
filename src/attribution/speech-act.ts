import type { SpeechAct } from './attribution.ts';
import { SPEECH_ACTS } from './speech-acts.ts';

const byWord = new Map<string, SpeechAct>();
const byPair: { readonly first: string; readonly second: string; readonly act: SpeechAct }[] = [];
for (const [act, entries] of SPEECH_ACTS) {
  for (const entry of entries.split(' ')) {
    const [first = '', second] = entry.split('*');
    if (second !== undefined) byPair.push({ first, second, act });
    else if (!byWord.has(first)) byWord.set(first, act);
  }
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['said', 'say'],
  ['told', 'tell'],
  ['thought', 'think'],
  ['felt', 'feel'],
  ['knew', 'know'],
  ['known', 'know'],
  ['saw', 'see'],
  ['seen', 'see'],
  ['spoke', 'speak'],
  ['spoken', 'speak'],
  ['wrote', 'write'],
  ['written', 'write'],
  ['swore', 'swear'],
  ['sworn', 'swear'],
  ['sought', 'seek'],
  ['found', 'find'],
  ['held', 'hold'],
  ['understood', 'understand'],
  ['forbade', 'forbid'],
  ['foresaw', 'foresee'],
]);

/** Base forms that `word` may be an inflection of, likeliest first. */
function baseForms(word: string): string[] {
  const irregular = IRREGULAR.get(word);
  if (irregular) return [irregular];
  const stem = word.replace(/(?:ing|ed|es|s|d)$/, '');
  const longer = word.replace(/(?:ing|ed|es|s)$/, '');
  const single = longer.replace(/([bdgklmnprt])\1$/, '$1');
  return [word, stem, longer, `${longer}e`, single, longer.replace(/i$/, 'y'), `${stem}e`];
}

/** Words of a cue that do nothing themselves, and must not be taken for an inflection ("not" for "note"). */
const EMPTY = new Set(
  'not no never to be is are was were been being am do does did done has have had having will would can could may might must shall should the a an that of on in for with as it he she they its their his her by at from also and or'.split(
    ' ',
  ),
);

const actOf = (word: string): SpeechAct | undefined =>
  (EMPTY.has(word) ? [] : baseForms(word))
    .map((base) => byWord.get(base))
    .find((act) => act !== undefined);

const SILENCE =
  /\b(?:declin|refus|fail|decline|refuse)\w* (?:to )?(?:immediately |publicly |further )?(?:comment|respond|answer|elaborate|discuss|say|speak|confirm or deny|provide|give|be drawn|talk)|\b(?:no|without|any) (?:immediate |further |public )?(?:comment|response|reply)\b|\bnot (?:immediately |yet |publicly |directly )*(?:comment|respond|repl|return|answer|elaborate|address|provide|give|offer|specify|identify|disclose|explain|name)|\bunavailable for comment|\bnot (?:be )?(?:immediately )?(?:available|reached)|\bsilent\b|\btight-lipped|\bneither confirm/;
const UNVERIFIED =
  /\b(?:not|never|unable to|impossible to|cannot|no) (?:be )?(?:\w+ly |yet |been )*(?:verif|confirmed|corroborat|confirmation|substantiat)|\bunverified|\bunconfirmed|\bwithout (?:providing|offering|giving|citing|presenting|any)\b.*\b(?:evidence|proof|details)/;
const NEGATED: ReadonlyMap<SpeechAct, SpeechAct> = new Map([
  ['deny', 'confirm'],
  ['confirm', 'no-comment'],
  ['believe', 'oppose'],
  ['agree', 'oppose'],
  ['say', 'no-comment'],
  ['want', 'oppose'],
]);
const NEGATION = /\b(?:not|never|no longer|neither|cannot)\b/;
const WEAK: ReadonlySet<SpeechAct> = new Set(['say', 'believe', 'want', 'order']);

/** What the cue does; `say` where no word of it is known. */
export function speechActOf(cue: string): SpeechAct {
  const text = cue
    .toLowerCase()
    .replace(/n['’]t\b/g, ' not')
    .replace(/\bca not\b/g, 'can not')
    .replace(/\s+/g, ' ');
  if (SILENCE.test(text)) return 'no-comment';
  if (UNVERIFIED.test(text)) return 'unverified';
  const words = text.match(/[\p{L}-]+/gu) ?? [];
  const act = pairedAct(words) ?? strongest(words);
  if (!act) return 'say';
  return NEGATION.test(text) ? (NEGATED.get(act) ?? act) : act;
}

const pairedAct = (words: readonly string[]): SpeechAct | undefined =>
  byPair.find(({ first, second }) => {
    const at = words.findIndex((word) => baseForms(word).includes(first));
    return at >= 0 && words.slice(at + 1).some((word) => baseForms(word).includes(second));
  })?.act;

/** "also said he wants" is about wanting no more than saying: the first telling word decides, else the first known. */
function strongest(words: readonly string[]): SpeechAct | undefined {
  const acts = words.map(actOf).filter((act) => act !== undefined);
  return acts.find((act) => !WEAK.has(act)) ?? acts[0];
}
