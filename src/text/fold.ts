/**
 * `text` for comparing: no case, no accents, straight quotation marks, plain dashes and spaces.
 * The result may differ in length: never use it for offsets.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/[“”„‟″«»]|``|''/gu, '"')
    .replace(/[‐-―−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
