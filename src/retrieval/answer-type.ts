import type { AnswerType, Question } from '../question/question.ts';
import { type Span, slice } from '../text/span.ts';
import type { Term } from '../text/terms.ts';

const DATE_WORD =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|decade|1[5-9]\d\d|20\d\d)\b/i;
const PLACE = /\b(?:in|at|near|from|to|outside|across)\s+(?:the\s+)?\p{Lu}\p{L}+/u;
const REASON = /\b(?:because|due to|since|in order|so that|after|caused|reason|citing|amid)\b/i;

/** Whether the words of `body` within `span`, whose terms are `terms`, hold the kind of thing that is asked for. */
export function answersType(
  { answerType }: Question,
  { body, span, terms }: { body: string; span: Span; terms: readonly Term[] },
  isAsked: (term: Term) => boolean,
): boolean {
  const text = slice(body, span);
  switch (answerType) {
    case 'who':
    case 'which':
      return terms.some((term) => !isAsked(term) && isName(body, term.span));
    case 'when':
      return DATE_WORD.test(text);
    case 'where':
      return PLACE.test(text);
    case 'how-many':
      return terms.some((term) => /\d/.test(term.stem) && !isAsked(term));
    case 'why':
      return REASON.test(text);
    case 'yes-no':
    case 'what':
      return false;
  }
}

/** Whether one term of a text, by itself, may be what is asked for; always false for what has no look of its own. */
export function mayAnswer(type: AnswerType, body: string, { span, stem }: Term): boolean {
  switch (type) {
    case 'who':
    case 'which':
    case 'where':
      return isCapital(body, span);
    case 'when':
      return DATE_WORD.test(slice(body, span));
    case 'how-many':
      return /^\d/.test(stem) || QUANTITY.test(stem);
    case 'why':
    case 'yes-no':
    case 'what':
      return false;
  }
}

const QUANTITY =
  /^(?:one|hundr|thousand|million|billion|trillion|dozen|half|third|quarter|percent)$/;

const codeOf = (character: string): number => character.charCodeAt(0);
const ASCII = 128;
const CAPITAL = { first: codeOf('A'), last: codeOf('Z'), any: /\p{Lu}/u };
const SMALL = { first: codeOf('a'), last: codeOf('z'), any: /\p{Ll}/u };
const SPACE = codeOf(' ');
const COMMA = codeOf(',');

/** Asked of every term that is read, so without a regular expression where the letter is ASCII, as nearly all are. */
function isAmong({ first, last, any }: typeof CAPITAL, body: string, at: number): boolean {
  const code = body.charCodeAt(at);
  return code < ASCII ? code >= first && code <= last : any.test(body.charAt(at));
}

export const isCapital = (body: string, { start }: Span): boolean => isAmong(CAPITAL, body, start);

/** A capital after a lower-case word or a comma. */
export const isName = (body: string, span: Span): boolean =>
  isCapital(body, span) &&
  body.charCodeAt(span.start - 1) === SPACE &&
  (body.charCodeAt(span.start - 2) === COMMA || isAmong(SMALL, body, span.start - 2));
