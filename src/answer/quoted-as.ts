import type { AskedSpeaker } from '../question/question.ts';
import { askedSpeaker } from '../question/speaker-names.ts';
import { wordsOf } from '../question/words.ts';
import type { CorpusIndex } from '../retrieval/retrieve.ts';

/** The speaker whom answers call `name`, under every name that the corpus has for it. */
export function quotedAs({ lexicon }: CorpusIndex, name: string): AskedSpeaker {
  const asked = askedSpeaker(wordsOf(name));
  const { type, aliases = [] } = lexicon.speakerCalled(name)?.speaker ?? {};
  const names = type === 'person' ? aliases.filter((alias) => alias.includes(' ')) : aliases;
  return { ...asked, aliases: [...new Set([...asked.aliases, ...names])] };
}
