import { createHash } from 'node:crypto';
import type { Archive, AskOptions } from '../answer/archive.ts';
import {
  commandsWords,
  GONE,
  NO_MORE,
  NOT_SO_MANY,
  NOTHING_BEFORE,
  SHARED,
} from '../render/surface-wording.ts';
import { answerMessage } from './blocks/answer-message.ts';
import { checkMessage } from './blocks/check-message.ts';
import { contextMessage } from './blocks/context-blocks.ts';
import { type Message, noteMessage } from './blocks/message.ts';
import type { Asked, Filters, Page, Surface } from './page.ts';
import { goesOn, type Wish, wishOf } from './request-words.ts';
import type { Memory, Turn } from './state/memory.ts';

/** What a listener knows of somebody who wants something. */
export interface Enquiry {
  /** Names what is answered: an answer made again for the same key replaces itself. */
  readonly key: string;
  readonly text: string;
  readonly asker: string;
  /** The conversation whose earlier turns a follow-up goes on from. */
  readonly conversation: string;
  /**
   * What was asked before outside any thread, which words that plainly go on from it ("and …") go on from: how recent
   * it must be, in milliseconds.
   */
  readonly before?: { readonly conversation: string; readonly within: number };
  readonly surface: Surface;
  readonly filters?: Filters;
  /** What is wanted, where a button or a shortcut says so; else the text tells. */
  readonly wish?: Wish;
  /** A line above the answer. */
  readonly intro?: string;
  /** What people said in the thread before the bot was first called into it, oldest first. */
  readonly talk?: readonly string[];
  /** Nobody mentioned the bot: small talk is left alone. */
  readonly unasked?: boolean;
}

export interface Reply {
  readonly message: Message;
  /** The page of an answer, where there is one. */
  readonly page: Page | null;
  /** Small talk that nobody addressed to the bot: better not said. */
  readonly idle?: boolean;
}

/** What names a reply, and where it is read. */
interface At {
  readonly key: string;
  readonly surface: Surface;
}

export interface Answering {
  /** Answers what somebody typed, whatever it asks for. */
  reply(enquiry: Enquiry): Promise<Reply>;
  /** Another page or another order of an answer given before; null for a page that is forgotten. */
  turn(pageId: string, change: Change, at: At): Promise<Reply | null>;
  /** The same evidence again, for everybody. */
  again(pageId: string, key: string): Promise<Reply | null>;
  help(): Message;
  /** A conversation that began outside any thread goes on in the thread of its answer. */
  moveTo(conversation: string, from: string): void;
}

export type Change =
  | { readonly kind: 'more' }
  /** "only Russia": whoever speaks for it; `byName`: the one that an answer names so. */
  | { readonly kind: 'only'; readonly speaker: string; readonly byName?: boolean }
  | { readonly kind: 'order'; readonly order: 'best' | 'newest' };

interface Parts {
  readonly archive: Archive;
  readonly memory: Memory;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The slash command, for help. */
  readonly command: string;
}

/** Quotations on one message. */
const PER_PAGE = 3;

export function answering(parts: Parts): Answering {
  return {
    reply: (enquiry) => reply(parts, enquiry),
    turn: (pageId, change, at) => turn(parts, pageId, change, at),
    again: (pageId, key) => again(parts, pageId, key),
    help: () => help(parts),
    moveTo: (conversation, from) => {
      for (const one of parts.memory.turns(from)) parts.memory.addTurn(conversation, one);
    },
  };
}

async function reply(parts: Parts, enquiry: Enquiry): Promise<Reply> {
  const { memory } = parts;
  const turns = earlierTurns(memory, enquiry);
  const wish = enquiry.wish ?? wishIn(enquiry);
  const answer = await fulfilled(parts, wish, enquiry, turns);
  if (answer.page !== null) {
    remember(memory, enquiry, answer.page);
  }
  return answer;
}

/** A bare mention under somebody's words asks about those words. */
function wishIn({ text, talk = [] }: Enquiry): Wish {
  const last = talk.at(-1);
  return text === '' && last !== undefined ? { kind: 'ask', question: last } : wishOf(text);
}

/** The same turn as seen from outside its thread. */
const beforeKey = (key: string): string => `${key}:before`;

function remember(memory: Memory, { key, conversation, before }: Enquiry, page: Page): void {
  const question = page.asked.text;
  memory.addTurn(conversation, { key, question, page: page.id });
  if (!before) return;
  memory.addTurn(before.conversation, { key: beforeKey(key), question, page: page.id });
}

/** Those before this enquiry: one that is answered again, after a crash, finds itself among them. */
function earlierTurns(memory: Memory, enquiry: Enquiry): readonly Turn[] {
  const { key, conversation, before, text } = enquiry;
  const others = (turns: readonly Turn[]) =>
    turns.filter((turn) => turn.key !== key && turn.key !== beforeKey(key));
  const own = others(memory.turns(conversation));
  if (own.length > 0 || !before || !goesOn(text)) return own;
  return others(memory.turns(before.conversation, before.within));
}

async function fulfilled(
  parts: Parts,
  wish: Wish,
  enquiry: Enquiry,
  turns: readonly Turn[],
): Promise<Reply> {
  switch (wish.kind) {
    case 'help':
      return { message: help(parts), page: null };
    case 'check':
      return check(parts, wish.quotation, enquiry);
    case 'ask':
      return ask(parts, wish.question, enquiry, turns);
    case 'context':
      return nth(parts, wish.index, turns.at(-1));
    case 'more':
    case 'order':
    case 'only':
      return goOn(parts, wish, enquiry, turns);
  }
}

const help = ({ archive, command }: Parts): Message => {
  const overview = archive.overview();
  return noteMessage(commandsWords(command, overview), overview.suggestions);
};

const today = (now: number): string => new Date(now).toISOString().slice(0, 10);

function ask(parts: Parts, text: string, enquiry: Enquiry, turns: readonly Turn[]): Promise<Reply> {
  const { key, asker, surface, intro, unasked = false } = enquiry;
  const { order } = parts.memory.settings(asker);
  const filters = { ...(order === 'newest' ? { order } : {}), ...enquiry.filters };
  const previous = turns.length > 0 ? turns.map(({ question }) => question) : (enquiry.talk ?? []);
  const asked = { text, previous, filters, asOf: today(parts.now()), asker };
  return page(parts, { asked, before: [], key, surface, ...(intro ? { intro } : {}), unasked });
}

interface PageRequest {
  readonly asked: Asked;
  readonly before: readonly string[];
  readonly key: string;
  readonly surface: Surface;
  readonly intro?: string;
  readonly unasked?: boolean;
}

async function page(parts: Parts, request: PageRequest): Promise<Reply> {
  const { archive, memory } = parts;
  const { asked, before, key, surface, intro } = request;
  const answer = await archive.ask(asked.text, options(asked, before.length + PER_PAGE));
  const seen = new Set(before);
  const fresh = answer.kind === 'quoted' && answer.quotations.some(({ id }) => !seen.has(id));
  if (before.length > 0 && !fresh) return { message: noteMessage(NO_MORE), page: null };
  const draft = { id: pageIdFor(key), asked, before };
  const { suggestions } = archive.overview();
  const { message, shown } = answerMessage(answer, { page: draft, surface, suggestions, intro });
  const made = { ...draft, shown };
  if (answer.kind === 'no-question') return { message, page: null, idle: request.unasked ?? false };
  memory.savePage(made);
  return { message, page: made };
}

function options({ asOf, previous, filters }: Asked, limit: number): AskOptions {
  return { asOf, previous, limit, ...filters };
}

const pageIdFor = (key: string): string =>
  createHash('sha256').update(key).digest('base64url').slice(0, 20);

async function turn(
  parts: Parts,
  pageId: string,
  change: Change,
  { key, surface }: At,
): Promise<Reply | null> {
  const earlier = parts.memory.page(pageId);
  if (earlier === null) return null;
  return page(parts, { ...changed(earlier, change), key, surface });
}

function changed({ asked, before, shown }: Page, change: Change): Pick<Page, 'asked' | 'before'> {
  const { filters } = asked;
  switch (change.kind) {
    case 'more':
      return { asked, before: [...before, ...shown] };
    case 'only':
      return { asked: { ...asked, filters: { ...filters, ...toOne(change) } }, before: [] };
    case 'order':
      return { asked: { ...asked, filters: { ...filters, order: change.order } }, before: [] };
  }
}

const toOne = ({ speaker, byName }: Extract<Change, { kind: 'only' }>): Filters =>
  byName ? { only: speaker } : { speaker };

/** "more", "newest first", "only X": on from the last answer. "only X" without one is a question like any other. */
async function goOn(
  parts: Parts,
  wish: Extract<Wish, { kind: 'more' | 'order' | 'only' }>,
  enquiry: Enquiry,
  turns: readonly Turn[],
): Promise<Reply> {
  const last = turns.at(-1);
  const reply = last && (await turn(parts, last.page, wish, enquiry));
  if (reply) return reply;
  if (wish.kind === 'only') return ask(parts, enquiry.text, enquiry, turns);
  return { message: noteMessage(NOTHING_BEFORE), page: null };
}

async function nth(parts: Parts, index: number, last: Turn | undefined): Promise<Reply> {
  const page = last ? parts.memory.page(last.page) : null;
  const id = page?.shown.at(index);
  if (page && id === undefined) {
    return { message: noteMessage(NOT_SO_MANY(page.shown.length)), page: null };
  }
  if (id === undefined) return { message: noteMessage(NOTHING_BEFORE), page: null };
  const context = await parts.archive.context(id);
  return { message: context ? contextMessage(context) : noteMessage(GONE), page: null };
}

async function check(parts: Parts, quotation: string, enquiry: Enquiry): Promise<Reply> {
  const { archive, memory, now } = parts;
  const verification = await archive.verify(quotation);
  const { key, asker } = enquiry;
  const asked = {
    text: `verify “${quotation}”`,
    previous: [],
    filters: {},
    asOf: today(now()),
    asker,
  };
  const page = { id: pageIdFor(key), asked, before: [] };
  const { message, shown } = checkMessage(verification, archive.overview(), page.id);
  memory.savePage({ ...page, shown });
  return { message, page: null };
}

/** The evidence of a page, found again by its ids: nothing that has left the articles comes back. */
async function again(parts: Parts, pageId: string, key: string): Promise<Reply | null> {
  const earlier = parts.memory.page(pageId);
  if (earlier === null) return null;
  const { asked, before } = earlier;
  const intro = SHARED(asked.text);
  return page(parts, { asked, before, key, surface: 'thread', intro });
}
