import type { Span } from '../../text/span.ts';

/** A word of the body; marks and white space lie between words. */
export interface Word extends Span {
  /** Without a possessive "'s"; `end` is before it. */
  readonly text: string;
  /** In lower case. */
  readonly lower: string;
  readonly capital: boolean;
  readonly possessive: boolean;
  /** What stands between this word (its "'s" included) and the next: " " within a phrase. */
  readonly gap: string;
}

/** Initials and dotted abbreviations keep their full stops, other words do not. */
const WORD =
  /(?:\p{L}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|(?:Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Hon|St|Jr|Sr)\.(?=[\s,])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‐‑.&/’'][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*['’]?/gu;

const POSSESSIVE = /(?:['’][sS]|(?<=[sSzx])['’])$/;

/** A capital, or one after the article of an Arabic or French name: "al-Awlaki", "d'Estaing". */
const CAPITAL = /^(?:(?:[aeu][lnrstzd]|ash|d|l|o)[-'’])?\p{Lu}/u;

interface Found {
  readonly start: number;
  readonly raw: string;
}

function wordAt({ start, raw }: Found, gap: string): Word {
  const owner = POSSESSIVE.exec(raw)?.[0] ?? '';
  const text = raw.slice(0, raw.length - owner.length).replace(/['’]$/, '');
  return {
    start,
    end: start + text.length,
    text,
    lower: text.toLowerCase().replace(/’/g, "'"),
    capital: CAPITAL.test(text),
    possessive: owner !== '',
    gap,
  };
}

/** The words of `part` of `body`, in order. */
export function wordsOf(body: string, part: Span): Word[] {
  const found: Found[] = [];
  for (const match of body.slice(part.start, part.end).matchAll(WORD)) {
    found.push({ start: part.start + match.index, raw: match[0] });
  }
  return found.map((word, at) => {
    const next = found[at + 1]?.start ?? part.end;
    return wordAt(word, body.slice(word.start + word.raw.length, next));
  });
}
