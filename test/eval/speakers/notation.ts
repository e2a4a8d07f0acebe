import type { AttributionSpans } from '../../../src/attribution/attribution.ts';
import type { Span } from '../../../src/text/span.ts';

/*
 * Annotated prose. A block begins with "# headline"; its paragraphs mark spans as [1s source], [1c cue], [1x content],
 * the number being the attribution's, nested where the text nests. Lines that begin with "=" say who is meant:
 *
 *   = 3 Estonia                    whom a question for "Estonia" must reach as the same speaker
 *   = 3 "A second official"        exactly this description; alternatives after |
 *   = 3 none Anna Berg / Tom Berg  nobody is to be chosen; these are the candidates, if any are listed
 *   … for EE kremlin               countries and bodies for which the speaker speaks;  not EE: for which not
 *   … act warn · kind direct · via state media · name "the fullest description"|"or this"
 */

/** What an annotator expects of one attribution. */
export interface Expected {
  readonly id: string;
  /** Null where nobody is to be chosen. */
  readonly who: readonly string[] | null;
  readonly candidates: readonly string[];
  readonly memberOf: readonly string[];
  readonly notMemberOf: readonly string[];
  readonly act: string | null;
  readonly kind: string | null;
  readonly via: string | null;
  readonly names: readonly string[];
}

export interface AnnotatedArticle {
  readonly headline: string;
  readonly body: string;
  readonly spans: ReadonlyMap<string, AttributionSpans>;
  readonly expected: readonly Expected[];
}

type Role = 'source' | 'cue' | 'content';
const ROLES: Readonly<Record<string, Role>> = { s: 'source', c: 'cue', x: 'content' };

/** The blocks of an annotated file. */
export const annotated = (file: string): AnnotatedArticle[] =>
  file
    .split(/^(?=# )/m)
    .filter((block) => block.startsWith('# '))
    .map(articleOf);

function articleOf(block: string): AnnotatedArticle {
  const [title = '', ...lines] = block.trim().split('\n');
  const prose = lines.filter((line) => line !== '' && !line.startsWith('='));
  const expected = lines
    .filter((line) => line.startsWith('= '))
    .map((line) => expectedOf(line.slice(2)));
  return { headline: title.slice(2), ...unmarked(prose.join('\n')), expected };
}

interface Opened {
  readonly id: string;
  readonly role: Role;
  readonly start: number;
}

/** The text without its marks, and the spans they stood around. */
function unmarked(marked: string): { body: string; spans: Map<string, AttributionSpans> } {
  const open: Opened[] = [];
  const found: (Opened & Span)[] = [];
  let body = '';
  for (const [token, id, letter] of marked.matchAll(/\[(\d+)([scx])(?: |(?=\]))|\]|[^[\]]+/g)) {
    const role = ROLES[letter ?? ''];
    if (id !== undefined && role) open.push({ id, role, start: body.length });
    else if (token === ']') found.push({ ...closing(open, body), end: body.length });
    else body += token;
  }
  return { body, spans: grouped(found) };
}

function closing(open: Opened[], body: string): Opened {
  const last = open.pop();
  if (!last) throw new Error(`Expected an opening mark before "]" after: ${body.slice(-60)}`);
  return last;
}

function grouped(found: readonly (Opened & Span)[]): Map<string, AttributionSpans> {
  const spans = new Map<string, AttributionSpans>();
  for (const { id } of found) {
    const of = (role: Role): Span[] =>
      found
        .filter((one) => one.id === id && one.role === role && one.end > one.start)
        .map(({ start, end }) => ({ start, end }))
        .sort((a, b) => a.start - b.start);
    spans.set(id, { source: of('source'), cue: of('cue'), content: of('content') });
  }
  return spans;
}

const KEYS = /(?<=^|\s)(for|not|act|kind|via|name)(?=\s)(?=(?:[^"]*"[^"]*")*[^"]*$)/;

function expectedOf(line: string): Expected {
  const [head = '', ...rest] = line.split(KEYS);
  const fields = new Map<string, string>();
  for (let at = 0; at < rest.length; at += 2)
    fields.set(rest[at] ?? '', (rest[at + 1] ?? '').trim());
  const [id = '', who = ''] = head.trim().split(/ (.*)/s);
  const nobody = /^none\b ?(.*)$/.exec(who);
  const list = (key: string, by: string) => listed(fields.get(key) ?? '', by);
  return {
    id,
    who: nobody ? null : who.split('|'),
    candidates: listed(nobody?.[1] ?? '', ' / '),
    memberOf: list('for', ' '),
    notMemberOf: list('not', ' '),
    names: list('name', '|').map(unquoted),
    act: fields.get('act') ?? null,
    kind: fields.get('kind') ?? null,
    via: fields.get('via') ?? null,
  };
}

const listed = (text: string, by: string): string[] => text.split(by).filter((name) => name !== '');

const unquoted = (text: string): string => text.replace(/^"|"$/g, '');

/** True for an expectation that asks for these very words. */
export const isExact = (who: string): boolean => who.startsWith('"');

export const exactly = unquoted;
