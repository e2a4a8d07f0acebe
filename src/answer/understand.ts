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
  let previous: Understood | null = null;
  for (const earlier of options.previous.slice(-THREAD)) {
    if (smallTalk(earlier) !== null) continue;
    previous = read(index, earlier, previous, options);
  }
  if (smallTalk(text) !== null && !/^\s*more\b/i.test(text)) {
    return { parsed: parseQuestion(text, options, lexicon), words: null, nth: null, without: [] };
  }
  return read(index, text, previous, options);
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
  const quoted = new Set(speakersQuoted(index, previous, options));
  return [...previous.without, ...asked, ...[...quoted].map((name) => quotedAs(index, name))];
}

/** Quotations that every surface shows at once: their speakers have been heard. */
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
