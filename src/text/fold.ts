/**
 * `text` for comparing: no case, no accents, straight quotation marks, plain dashes and spaces.
 * The result may differ in length: never use it for offsets.
 */
export const fold = (text: string): string => (ODD.test(text) ? folded(text) : text.toLowerCase());

/** What folding changes beside capitals; most words have none of it. */
const ODD = /[^\x20-\x7e]| {2}|``|''/;

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/[“”„‟″«»]|``|''/gu, '"')
    .replace(/[‐-―−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
