/** Which quotation of an answer: counted from 0; 'more' for the page after the first. */
export type Nth = number | 'last' | 'more';

const LEAD = String.raw`^(?:(?:and|ok|okay|so|now|please|show(?: me)?|give me|tell me(?: more)?(?: about)?|open|what about|how about|expand|more (?:on|about))\s+)*`;
const THING = '(?: (?:one|quote|quotation|result|passage|answer|statement|hit))?';
const NUMBERED = new RegExp(
  `${LEAD}(?:the |number |no\\.? |#)?(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th|[1-9]|one|two|three|four|five)${THING}[?.! ]*$`,
  'i',
);
const MORE =
  /^(?:and |ok )?(?:(?:show me |any ?|give me )?more(?: please| quotes| quotations| results)?|next(?: one| page)?|what else|anything else|another(?: one)?|go on|continue)[?.! ]*$/i;
const ORDER = [
  ['first', '1st', '1', 'one'],
  ['second', '2nd', '2', 'two'],
  ['third', '3rd', '3', 'three'],
  ['fourth', '4th', '4', 'four'],
  ['fifth', '5th', '5', 'five'],
  ['6'],
  ['7'],
  ['8'],
  ['9'],
];

/** "the second one", "more"; null where `text` asks for neither. */
export function nthAsked(text: string): Nth | null {
  if (MORE.test(text)) return 'more';
  const [, word] = NUMBERED.exec(text) ?? [];
  if (word === undefined) return null;
  const at = ORDER.findIndex((words) => words.includes(word.toLowerCase()));
  return at < 0 ? 'last' : at;
}
