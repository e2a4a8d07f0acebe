import { isStopWord } from '../text/stop-words.ts';
import { asking } from './answer-type.ts';
import type { Question } from './question.ts';
import { type Word, wordsOf } from './words.ts';

/** What would answer a question: something of this kind, told by its look; `other` has no look of its own. */
export interface Wanted {
  readonly kind: Kind;
  /** "how many viewers": the word after it, folded; '' where nothing is counted. */
  readonly counted: string;
}

export type Kind =
  | 'country'
  | 'state'
  | 'name'
  | 'year'
  | 'percentage'
  | 'amount'
  | 'number'
  | 'other';

/** By the word that asks and the nouns after it. */
export function wantedBy({ text, answerType }: Pick<Question, 'text' | 'answerType'>): Wanted {
  const words = wordsOf(text);
  const at = asking(words);
  const [asks, next, counted = ''] = words.slice(at, at + 3).map(({ folded }) => folded);
  if (asks === 'how') {
    if (next === 'much') return { kind: 'amount', counted: '' };
    return { kind: 'number', counted: next === 'many' ? counted : '' };
  }
  const nouns = asks === 'which' || asks === 'what' ? nounsFrom(words, at + 1) : [];
  const kinds = nouns.map((noun) => KINDS.find(([pattern]) => pattern.test(noun))?.[1]);
  const kind = kinds.find((one) => one !== undefined) ?? BY_TYPE[answerType] ?? 'other';
  return { kind, counted: '' };
}

const BY_TYPE: Readonly<Partial<Record<Question['answerType'], Kind>>> = {
  when: 'year',
  where: 'name',
  who: 'name',
};

/** Words after the one that asks among which its noun stands. */
const NEAREST = 5;
/** "what type of medication", "which member of the band": the noun that tells may come after "of". */
const LINKS = /^(?:type|kind|group|sort|species|member|brand|name) of$/;

/** The words up to the next that a noun phrase does not hold, without names ("NBA team") where there are others. */
function nounsFrom(words: readonly Word[], start: number): string[] {
  const links = (at: number) => LINKS.test(`${words[at - 1]?.folded} ${words[at]?.folded}`);
  const parts = ({ text }: Word, at: number) => isStopWord(text) && !links(start + at);
  const near = words.slice(start, start + NEAREST);
  const to = near.findIndex(parts);
  const phrase = to < 0 ? near : near.slice(0, to);
  const closes = phrase.findIndex((word) => word.closes);
  const nouns = closes < 0 ? phrase : phrase.slice(0, closes + 1);
  const common = nouns.filter(({ text }) => !/^\p{Lu}/u.test(text));
  return (common.length > 0 ? common : nouns).map(({ folded }) => folded);
}

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:countr(?:y|ies)|nations?)$/, 'country'],
  [/^states?$/, 'state'],
  [/^(?:year|month|day|date)$/, 'year'],
  [/^percentage$/, 'percentage'],
  [/^(?:city|town|place|island|county|destination|location)$/, 'name'],
  [
    /^(?:star|celebrity|politician|actor|actress|singer|musician|comedian|golfer|athlete|quarterback|player|host|figure|lawmaker|candidate|senator|author|dancer|president|nominee|mp|king|queen|member|gymnast|driver|coach|veteran|judge|minister|billionaire|governor|director|rapper|artist|man|woman|person|leader|legend)$/,
    'name',
  ],
  [
    /^(?:film|movie|show|song|book|novel|game|series|sitcom|musical|comic|ballad|anime|strip|album)$/,
    'name',
  ],
  [
    /^(?:company|team|brand|airline|chain|network|app|platform|university|automaker|broadcaster|agency|institution|league|club|band|group|union|retailer|bank|organi[sz]ation|party|newspaper|franchise|service|engine)$/,
    'name',
  ],
];
