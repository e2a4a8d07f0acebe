import type { Span } from './span.ts';

/**
 * One token by the first alternative that fits: a web address; an e-mail address, handle or hashtag;
 * initials ("U.S.", "a.m."); a title that keeps its full stop; a number; a word before "n't"; "n't"; a clitic
 * ("'s", "’ll"); a word, hyphens inside it; a TeX or doubled quotation mark; an ellipsis; a run of dashes;
 * any other single character.
 */
const TOKEN = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"”’]*[^\s<>"”’.,;:!?)\]]`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`[@#]\w+`,
    String.raw`(?:\p{L}\.){2,}`,
    String.raw`(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Rev|Hon|Pres|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Calif|Conn|Fla|Mich|Minn|Mass|Pa|Va|Wis|Ariz|Ala|Ark|Colo|Ga|Ill|Ind|Kan|Ky|La|Md|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Tenn|Tex|Vt|Wash|Wyo)\.(?=\s|,)`,
    String.raw`\d+(?:[.,:/]\d+)*(?:\p{L}+)?`,
    String.raw`\p{L}+(?=n['’]t(?!\p{L}))`,
    String.raw`n['’]t(?!\p{L})`,
    String.raw`['’](?:s|S|re|ve|ll|d|m)(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{M}\p{N}]+(?:[-‐‑.&_]?[\p{L}\p{M}\p{N}]+|['’](?!(?:s|S|re|ve|ll|d|m)(?![\p{L}\p{N}]))[\p{L}]+)*`,
    "``|''",
    String.raw`…|\.(?:\s?\.){2,}`,
    '[-–—―]+',
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** The words and marks of `part`, in order, none overlapping; only white space lies between them. */
export function tokens(body: string, part: Span): Span[] {
  const found: Span[] = [];
  for (const match of body.slice(part.start, part.end).matchAll(TOKEN)) {
    const start = part.start + match.index;
    found.push({ start, end: start + match[0].length });
  }
  return found;
}
