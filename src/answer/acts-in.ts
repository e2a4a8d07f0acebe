import type { SpeechAct } from '../attribution/attribution.ts';
import type { Hit } from '../retrieval/retrieve.ts';
import { contains } from '../text/span.ts';

/** What the speaker of the hit does in it: several statements may stand in one quotation. */
export function actsIn({ passage, span, attribution }: Hit): SpeechAct[] {
  const name = attribution?.speaker?.name;
  return passage.attributions
    .filter(
      ({ speaker, cue }) => speaker?.name === name && cue.some((part) => contains(span, part)),
    )
    .map(({ act }) => act);
}
