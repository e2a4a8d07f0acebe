/** What somebody wants of the bot, told from the words alone. */
export type Wish =
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'check'; readonly quotation: string }
  | { readonly kind: 'more' }
  | { readonly kind: 'order'; readonly order: 'best' | 'newest' }
  | { readonly kind: 'only'; readonly speaker: string }
  /** "the second one": 0-based among what the last answer showed; -1 for the last. */
  | { readonly kind: 'context'; readonly index: number };

const HELP = /^(?:help|commands?|usage|\?)[.!?]*$/i;
const CHECK =
  /^(?:verify|check(?: (?:the )?(?:quote|quotation))?)\s*:?\s+["“«„'‘](.+)["”»“'’]\s*$/is;
const CHECK_BARE = /^verify\s*:?\s+(.+)$/is;
const MORE = /^(?:show )?(?:me )?more(?: please| quotations| quotes| results)?[.!?]*$/i;
const NEXT = /^next(?: page)?[.!?]*$/i;
const NEWEST = /^(?:show )?(?:the )?(?:newest|latest|most recent)(?: first)?[.!?]*$/i;
const BEST = /^best first[.!?]*$/i;
const ONLY = /^(?:and )?only (?:by |from )?(.{2,80}?)[.!?]*$/i;
const ORDINAL =
  /^(?:show )?(?:me )?(?:the )?(first|second|third|fourth|fifth|last|[1-9](?:st|nd|rd|th))(?: (?:one|quote|quotation|passage))?(?: in context)?[.!?]*$/i;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Text as people type it, already freed of Slack's markup. */
export function wishOf(text: string): Wish {
  const words = text.trim();
  if (words === '' || HELP.test(words)) return { kind: 'help' };
  const quotation = CHECK.exec(words)?.[1] ?? CHECK_BARE.exec(words)?.[1];
  if (quotation !== undefined) return { kind: 'check', quotation: quotation.trim() };
  return turning(words) ?? { kind: 'ask', question: words };
}

/** The longest passage within quotation marks, of three words or more; the whole text where there is none. */
export function quotedIn(text: string): string {
  const passages = [...text.matchAll(/["“„«]([^"“”„«»]+)["”“»]/g)]
    .map((match) => (match[1] ?? '').trim())
    .filter((passage) => passage.split(/\s+/).length >= 3)
    .sort((a, b) => b.length - a.length);
  return passages[0] ?? text;
}

const LEAD =
  /^(?:and|but|so|or|what about|how about|why|when|where|who else|anyone else|what else|since|until|before|after|only|more|next|newest|latest|best first|(?:show (?:me )?)?the (?:first|second|third|fourth|fifth|last|next))\b/i;

/** Whether words plainly go on from something before: outside a thread, others are taken as they stand. */
export const goesOn = (text: string): boolean =>
  LEAD.test(text.trim()) || turning(text.trim()) !== null;

/** Wishes that go on from the answer before. */
function turning(words: string): Wish | null {
  if (MORE.test(words) || NEXT.test(words)) return { kind: 'more' };
  if (NEWEST.test(words)) return { kind: 'order', order: 'newest' };
  if (BEST.test(words)) return { kind: 'order', order: 'best' };
  const ordinal = ORDINAL.exec(words)?.[1]?.toLowerCase();
  if (ordinal !== undefined) return { kind: 'context', index: indexOf(ordinal) };
  const speaker = ONLY.exec(words)?.[1];
  return speaker === undefined ? null : { kind: 'only', speaker };
}

function indexOf(ordinal: string): number {
  if (ordinal === 'last') return -1;
  const index = ORDINALS.indexOf(ordinal);
  return index >= 0 ? index : Number.parseInt(ordinal, 10) - 1;
}
