import { AUXILIARIES, DETERMINERS, isFrameWord, PRONOUNS, WH_WORDS } from './frame-words.ts';
import type { Parsed } from './parse-question.ts';
import { speechVerb } from './speech-verbs.ts';
import type { Word } from './words.ts';

/** Part of a question that only a thread makes whole: "and Ukraine?", "about Crimea?", "by Putin?". */
export interface Fragment {
  /** As typed, without what leads in. */
  readonly text: string;
  readonly words: readonly Word[];
  /** What its preposition says it is: "by Putin" a speaker, "on Crimea" a topic. */
  readonly marks: 'speaker' | 'topic' | null;
  readonly preposition: string | null;
}

const LEAD_IN =
  /^(?:(?:and|but|or|so|also|ok|okay|then|now|well|hmm)\b[, ]*)*(?:(?:what|how|and) about\b|and\b|or\b|also\b|only\b|just\b)?[ ,]*/i;
const SPEAKER_MARK = /^(?:by|from|according to|says)$/;
const TOPIC_MARK = /^(?:about|on|over|in|at|near|regarding|concerning|of|with|for|to|towards)$/;
/** Longer texts without a lead-in are questions of their own. */
const MOST_BARE_WORDS = 3;

/** The fragment that a question is; null for one with a verb of its own, or with both a speaker and a topic. */
export function fragmentOf({ question, words, frame, topic }: Parsed): Fragment | null {
  const { text } = question;
  const lead = LEAD_IN.exec(text)?.[0] ?? '';
  const own = words.filter(
    ({ start }) => start >= lead.trimEnd().length && start >= lead.length - 1,
  );
  if (own.length === 0 || own.some(isVerbal)) return null;
  const bare = lead.trim() === '';
  const whole = frame !== null && frame.speaker !== null && topic.length > 0;
  if (whole || (bare && own.length > MOST_BARE_WORDS)) return null;
  return cut(text, own);
}

function isVerbal({ folded }: Word, at: number): boolean {
  if (WH_WORDS.has(folded) || AUXILIARIES.has(folded)) return true;
  const verb = speechVerb(folded);
  return at > 0 && verb !== null && !verb.forms.includes('base');
}

function cut(text: string, words: readonly Word[]): Fragment | null {
  const lead = words[0]?.folded ?? '';
  const marked = SPEAKER_MARK.test(lead) || TOPIC_MARK.test(lead);
  const rest = words.slice(marked ? 1 : 0);
  const named = rest.slice(rest.findIndex(({ folded }) => !DETERMINERS.has(folded)));
  const [first] = rest;
  const last = named.at(-1);
  if (
    !first ||
    !last ||
    !named.some(({ text, folded }) => !isFrameWord(text) || PRONOUNS.has(folded))
  )
    return null;
  const marks = SPEAKER_MARK.test(lead) ? 'speaker' : TOPIC_MARK.test(lead) ? 'topic' : null;
  return {
    text: text.slice(first.start, last.end),
    words: named,
    marks,
    preposition: marks === 'topic' ? lead : null,
  };
}
