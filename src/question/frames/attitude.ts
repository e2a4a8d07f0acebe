import type { SpeechAct } from '../../attribution/attribution.ts';
import type { Word } from '../words.ts';
import type { Frame } from './frame.ts';
import { breaksName, foldedAt, indexes, speakerRange } from './names.ts';

const ATTITUDES: readonly (readonly [RegExp, SpeechAct])[] = [
  [/^(?:worried|concerned|afraid|fearful|anxious|alarmed|apprehensive|nervous)$/, 'expect'],
  [
    /^(?:confident|sure|certain|convinced|sceptical|skeptical|doubtful|hopeful|optimistic)$/,
    'believe',
  ],
  [/^(?:critical|angry|furious|unhappy|outraged)$/, 'criticise'],
  [/^(?:opposed|hostile)$/, 'oppose'],
  [/^(?:willing|ready|prepared|keen|eager|determined)$/, 'want'],
];
const BE = /^(?:is|are|was|were|isn't|aren't|wasn't|weren't)$/;
const LATEST = 3;
const LONGEST_NAME = 8;

/** "What is Kyiv worried about", "Why are business leaders opposed to …": no act of speaking, but somebody's mind. */
export function attitude(words: readonly Word[]): Frame | null {
  const be = words.findIndex(({ folded }) => BE.test(folded));
  const at = be < 0 || be > LATEST ? -1 : attitudeAfter(words, be);
  const act = actAt(words, at);
  const speaker = act && speakerRange(words, be + 1, at);
  if (!act || !speaker || foldedAt(words, at + 1) === 'by') return null;
  return { speaker, act, used: [be, ...indexes(speaker.to, at + 1)], asksWho: false, soft: true };
}

/** Where the attitude stands that is said of the name after `be`; -1 where none does. */
function attitudeAfter(words: readonly Word[], be: number): number {
  const rest = words.slice(be + 2, be + LONGEST_NAME);
  const at = be + 2 + rest.findIndex((_, index) => actAt(words, be + 2 + index) !== null);
  const isName = (index: number) => !breaksName(words, index);
  return at > be + 1 && indexes(be + 1, at).every(isName) ? at : -1;
}

const actAt = (words: readonly Word[], at: number): SpeechAct | null =>
  ATTITUDES.find(([pattern]) => pattern.test(foldedAt(words, at)))?.[1] ?? null;
