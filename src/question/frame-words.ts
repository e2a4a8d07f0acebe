import { isStopWord } from '../text/stop-words.ts';

/** Words of asking, not of the topic: "find me any quotations about …", "is there anything on …". */
const FRAME_WORDS: ReadonlySet<string> = new Set(
  `article articles bot came come comes coming concerning corpus exactly find gave going happen happened happening
  happens held hello hey hi hold information info know look mention mentioned news okay quote quotes quoted quotation
  quotations quoth regard regarding regards said saw say saying says search show tell thanks took taken takes taking
  tried tries trying words wonder`.split(/\s+/),
);

export const AUXILIARIES: ReadonlySet<string> = new Set(
  `do does did has have had is are was were will would can could should may might must be been being am
  don't doesn't didn't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't
  dont doesnt didnt hasnt havent hadnt isnt arent wasnt werent wont wouldnt`.split(/\s+/),
);

export const WH_WORDS: ReadonlySet<string> = new Set(
  'what who whom whose which when where why how whatever whoever'.split(' '),
);

export const PREPOSITIONS: ReadonlySet<string> = new Set(
  `about on of over regarding concerning to for in at by from with against after before during since until as
  towards toward into onto across near between than amid despite because if that when where while whether around
  following under within without through`.split(/\s+/),
);

export const DETERMINERS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'any',
  'some',
  'its',
]);

export const PRONOUNS: ReadonlySet<string> = new Set(
  'he she it they him her them his its their this that these those'.split(' '),
);

/** Anybody: a question that names one of these asks for no speaker. */
export const ANYBODY: ReadonlySet<string> = new Set(
  `people anybody anyone everybody everyone somebody someone we you it there article articles report reports
  reporter reporters corpus text texts piece pieces story stories media press news newspaper newspapers paper both
  side sides all others other one statement document documents source everybody`.split(/\s+/),
);

/** True for a word, as typed, that no search for a topic needs. */
export const isFrameWord = (word: string): boolean =>
  isStopWord(word) || FRAME_WORDS.has(word.toLowerCase());
