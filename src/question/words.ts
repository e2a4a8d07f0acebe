import { fold } from '../text/fold.ts';

/** A word of a question, where it stands in the text as asked (UTF-16, half-open). */
export interface Word {
  /** As typed, without a possessive ending. */
  readonly text: string;
  readonly folded: string;
  readonly possessive: boolean;
  readonly start: number;
  readonly end: number;
  /** Punctuation that parts phrases (, ; : ? ! or a dash between blanks) follows it. */
  readonly closes: boolean;
  /** Belongs to a name, whatever else the word may mean: "Will", "May". */
  readonly inName?: true;
}

/** "U.S.", "1,500", "S-200", "Ukraine's". */
const WORD =
  /(?:\p{L}\.){2,}|\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’&/-][\p{L}\p{N}\p{M}]+)*/gu;

const CONTRACTIONS: Readonly<Record<string, readonly string[]>> = {
  "what's": ['what', 'is'],
  "who's": ['who', 'is'],
  "where's": ['where', 'is'],
  "when's": ['when', 'is'],
  "how's": ['how', 'is'],
  "it's": ['it', 'is'],
  "that's": ['that', 'is'],
  "he's": ['he', 'is'],
  "she's": ['she', 'is'],
  whats: ['what', 'is'],
  whos: ['who', 'is'],
  "i'm": ['i', 'am'],
  "what'd": ['what', 'did'],
  "who'd": ['who', 'did'],
};

/** The stop after these ends no sentence: "James B. Comey", "Sen. Cruz". */
const ABBREVIATED =
  /^(?:\p{L}|mr|mrs|ms|mx|dr|prof|rev|sen|rep|gov|lt|gen|col|capt|sgt|adm|pres|st|jr|sr|min|amb)$/iu;

/** The words of `text`, in order: contractions opened, possessives noted and taken off. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap((match) => wordsAt(text, match[0], match.index));
}

function wordsAt(text: string, token: string, start: number): Word[] {
  const end = start + token.length;
  const closes =
    !ABBREVIATED.test(token) &&
    /^['’"”]?\s*(?:[,;:?!()]|\s[-–—]+\s|\.\s|—)/u.test(text.slice(end, end + 4));
  const opened = CONTRACTIONS[fold(token)];
  if (opened) {
    return opened.map((part) => ({
      text: part,
      folded: part,
      possessive: false,
      start,
      end,
      closes,
    }));
  }
  const bare = token.replace(/['’]s$/iu, '');
  const possessive =
    bare !== token || (/s$/iu.test(token) && /^['’](?!\p{L})/u.test(text.slice(end)));
  return [{ text: bare, folded: folded(bare), possessive, start, end, closes }];
}

/** "US" is a country and "us" a pronoun: capitals are the only thing that tells them apart. */
const folded = (word: string): string => (word === 'US' ? 'u.s.' : fold(word));
