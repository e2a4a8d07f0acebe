import { type FollowUp, followUp } from '../question/follow-up.ts';
import { type Parsed, parseQuestion } from '../question/parse-question.ts';
import type { AskedSpeaker } from '../question/question.ts';
import { smallTalk } from '../question/small-talk.ts';
import type { CorpusIndex } from '../retrieval/retrieve.ts';
import type { AskOptions } from './archive.ts';
import { bestAttempt } from './best-attempt.ts';
import { quotedAs } from './quoted-as.ts';

/** A question made whole from its thread. */
export interface Understood {
  readonly parsed: Parsed;
  /** The full question of a follow-up, in words; null for a question that stands alone. */
  readonly words: string | null;
  readonly nth: FollowUp['nth'];
  /** "who else?": these have been heard. */
  readonly without: readonly AskedSpeaker[];
}

/** Questions of a thread that are read again; older ones hardly matter to a follow-up. */
const THREAD = 12;

/** `text` as asked in its thread: what a follow-up leaves out is taken from the questions before it. */
export function understand(index: CorpusIndex, text: string, options: AskOptions): Understood {
  const { lexicon } = index;
  const thread = options.previous.filter((earlier) => smallTalk(earlier) === null).slice(-THREAD);
  const previous = understoodThread(index, thread, options);
  if (smallTalk(text) !== null && !/^\s*more\b/i.test(text)) {
    return { parsed: parseQuestion(text, options, lexicon), words: null, nth: null, without: [] };
  }
  return read(index, text, previous, options);
}

/** The latest question of a thread, understood in the light of those before it. */
function understoodThread(
  index: CorpusIndex,
  thread: readonly string[],
  options: AskOptions,
): Understood | null {
  const text = thread.at(-1);
  if (text === undefined) return null;
  const key = JSON.stringify([options.asOf, ...thread]);
  const known = knownIn(index);
  const before = known.get(key);
  if (before !== undefined) return before;
  const previous = understoodThread(index, thread.slice(0, -1), options);
  const understood = read(index, text, previous, options);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, understood);
  return understood;
}

/** Threads are taken up again and again, each time longer by a question. */
const MOST_KNOWN = 500;
const knownThreads = new WeakMap<CorpusIndex, Map<string, Understood>>();

function knownIn(index: CorpusIndex): Map<string, Understood> {
  const known = knownThreads.get(index) ?? new Map<string, Understood>();
  knownThreads.set(index, known);
  return known;
}

function read(
  index: CorpusIndex,
  text: string,
  previous: Understood | null,
  options: AskOptions,
): Understood {
  const { lexicon } = index;
  const asked = parseQuestion(text, options, lexicon);
  const alone = { parsed: asked, words: null, nth: null, without: [] };
  if (!previous) return alone;
  const lastSpeaker = () => speakersQuoted(index, previous, options)[0] ?? null;
  const found = followUp(asked, { previous: previous.parsed, lexicon, lastSpeaker });
  if (!found) return alone;
  return {
    parsed: parseQuestion(found.text, options, lexicon),
    words: found.text,
    nth: found.nth,
    without: found.others ? heard(index, previous, options) : [],
  };
}

/** Everybody heard so far: asked for by name, quoted in answer, or left out already by an earlier "who else?". */
function heard(index: CorpusIndex, previous: Understood, options: AskOptions): AskedSpeaker[] {
  const { speaker, alsoSpeakers = [] } = previous.parsed.question;
  const asked = speaker ? [speaker, ...alsoSpeakers] : [];
  const isAboutSpeakers = speaker !== undefined || previous.parsed.frame?.asksWho === true;
  const seen = isAboutSpeakers ? SEEN : 1;
  const quoted = new Set(speakersQuoted(index, previous, options).slice(0, seen));
  return [...previous.without, ...asked, ...[...quoted].map((name) => quotedAs(index, name))];
}

/**
 * Quotations that every surface shows at once: to a question of who speaks, all their speakers have been heard. To any
 * other the first is the answer, and "who else?" asks who bears it out.
 */
const SEEN = 3;

/** Who is quoted first in the answer, in order. */
function speakersQuoted(
  index: CorpusIndex,
  { parsed, without }: Understood,
  { asOf }: AskOptions,
): string[] {
  const questions = [parsed.question, ...parsed.otherwise] as const;
  const { answers } = bestAttempt(index, questions, { asOf, without });
  return answers
    .slice(0, SEEN)
    .map(({ hit }) => hit.attribution?.speaker?.name)
    .filter((name) => name !== undefined);
}
