import { type FollowUp, followUp } from '../question/follow-up.ts';
import { type Parsed, parseQuestion } from '../question/parse-question.ts';
import type { AskedSpeaker } from '../question/question.ts';
import { smallTalk } from '../question/small-talk.ts';
import { askedSpeaker } from '../question/speaker-names.ts';
import { wordsOf } from '../question/words.ts';
import type { CorpusIndex } from '../retrieval/retrieve.ts';
import type { AskOptions } from './archive.ts';
import { bestAttempt } from './best-attempt.ts';

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
  let previous: Parsed | null = null;
  for (const earlier of options.previous.slice(-THREAD)) {
    if (smallTalk(earlier) !== null) continue;
    previous = read(index, earlier, previous, options).parsed;
  }
  if (smallTalk(text) !== null && !/^\s*more\b/i.test(text)) {
    return { parsed: parseQuestion(text, options, lexicon), words: null, nth: null, without: [] };
  }
  return read(index, text, previous, options);
}

function read(
  index: CorpusIndex,
  text: string,
  previous: Parsed | null,
  options: AskOptions,
): Understood {
  const { lexicon } = index;
  const asked = parseQuestion(text, options, lexicon);
  const alone = { parsed: asked, words: null, nth: null, without: [] };
  if (!previous) return alone;
  const lastSpeaker = () => speakerQuoted(index, previous, options);
  const found = followUp(asked, { previous, lexicon, lastSpeaker });
  if (!found) return alone;
  const heard = found.others ? (previous.question.speaker?.text ?? lastSpeaker()) : null;
  return {
    parsed: parseQuestion(found.text, options, lexicon),
    words: found.text,
    nth: found.nth,
    without: heard === null ? [] : [askedSpeaker(wordsOf(heard))],
  };
}

/** Who is quoted first in answer to `parsed`; null for nobody. */
function speakerQuoted(index: CorpusIndex, parsed: Parsed, { asOf }: AskOptions): string | null {
  const { answers } = bestAttempt(index, [parsed.question, ...parsed.otherwise], {
    asOf,
    without: [],
  });
  return answers[0]?.hit.attribution?.speaker?.name ?? null;
}
