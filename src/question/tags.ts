import { fold } from '../text/fold.ts';
import type { Lexicon } from './lexicon.ts';

const TAG = /[#@][\p{L}\p{N}_]+/gu;
/** Between "Cape" and "Town", "ABC" and "News", "Storm" and "2019", and at an underscore. */
const SEAM =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|_+/u;
/** Letters of each half of a tag without capitals: shorter words are found in everything. */
const SHORTEST_HALF = 3;

/** `text` with its hashtags and handles as the words they are made of: "#CapeTown" is "Cape Town". */
export function tagsSpelledOut(text: string, lexicon: Lexicon): string {
  return text.replace(TAG, (tag) => {
    const name = tag.slice(1);
    const parts = name.split(SEAM).filter((part) => part !== '');
    const words = parts.length > 1 ? parts : halvesOf(fold(name), lexicon);
    const own = words.length < 2 || lexicon.articlesWith(fold(name)) > 0 ? [name] : [];
    return ` ${[...own, ...(words.length < 2 ? [] : words)].join(' ')} `;
  });
}

/** The two words of the corpus that a tag it does not know is made of, the commoner ones where several are. */
function halvesOf(name: string, { articlesWith }: Lexicon): readonly string[] {
  if (articlesWith(name) > 0) return [];
  let best: readonly string[] = [];
  let most = 0;
  for (let at = SHORTEST_HALF; at <= name.length - SHORTEST_HALF; at++) {
    const halves = [name.slice(0, at), name.slice(at)];
    const common = Math.min(...halves.map((half) => articlesWith(half)));
    if (common <= most) continue;
    most = common;
    best = halves;
  }
  return best;
}
