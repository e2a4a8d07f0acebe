import type { Attribution, Speaker } from '../attribution/attribution.ts';
import type { Article, Block } from '../corpus/article.ts';
import type { Span } from '../text/span.ts';
import type { Passage } from './retrieve.ts';

/**
 * One article with its passages as bytes, laid out so that any part is had without the others:
 *
 *     Uint32: count of passages, whether the body is UTF-16, where each part ends
 *     parts:  what is known of the article (JSON), its blocks (JSON), each passage (JSON), its body
 *
 * A body is Latin-1 where it can be, else UTF-16: both decode by copying, unit by unit, whatever the units are.
 */
export interface OpenRecord {
  readonly article: Article;
  /** In the order of the body. */
  readonly passages: number;
  passage(at: number): Passage;
}

/** The speakers of one article, numbered in the order in which they first speak: its record holds nothing of others. */
export interface SpeakerPlaces {
  at(turn: number): Speaker;
}

const ABOUT = 0;
const BLOCKS = 1;
const FIRST_PASSAGE = 2;
/** Uint32 before the ends of the parts. */
const HEAD = 2;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const json = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

/** `placeOf` gives the same number for the same speaker. */
export function recordOf(
  { body, blocks, ...about }: Article,
  passages: readonly Passage[],
  placeOf: (speaker: Speaker) => number,
): Uint8Array {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of Latin-1, whatever it stands for.
  const narrow = /^[\u0000-\u00ff]*$/.test(body);
  const turns = new Map<number, number>();
  const turnOf = (speaker: Speaker): number => {
    const place = placeOf(speaker);
    const turn = turns.get(place) ?? turns.size;
    turns.set(place, turn);
    return turn;
  };
  const lines = passages.map((passage) => json(packed(passage, turnOf)));
  const words = Buffer.from(body, narrow ? 'latin1' : 'utf16le');
  const parts = [json(about), json(blocks), ...lines, words];
  const head = new Uint32Array(HEAD + parts.length);
  head.set([passages.length, narrow ? 0 : 1]);
  let end = head.byteLength;
  parts.forEach((part, at) => {
    end += part.length;
    head[HEAD + at] = end;
  });
  return Buffer.concat([new Uint8Array(head.buffer), ...parts], end);
}

/** `bytes` must be what `recordOf` made: no more is checked here. */
export function openRecord(bytes: Uint8Array, speakers: SpeakerPlaces): OpenRecord {
  const record = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const passages = record.readUInt32LE(0);
  const headEnd = 4 * (HEAD + FIRST_PASSAGE + passages + 1);
  const endOf = (part: number) => (part < 0 ? headEnd : record.readUInt32LE(4 * (HEAD + part)));
  const part = (at: number) => record.subarray(endOf(at - 1), endOf(at));
  const read = (at: number) => JSON.parse(decoder.decode(part(at)));
  const article = lazily(read(ABOUT), {
    body: () => part(FIRST_PASSAGE + passages).toString(encodingOf(record)),
    blocks: () => read(BLOCKS),
  });
  return {
    article,
    passages,
    passage: (at) => unpacked(article, read(FIRST_PASSAGE + at), speakers),
  };
}

const encodingOf = (record: Buffer): 'latin1' | 'utf16le' =>
  record.readUInt32LE(4) === 0 ? 'latin1' : 'utf16le';

interface Parts {
  readonly body: () => string;
  readonly blocks: () => readonly Block[];
}

/** An article whose body and blocks are decoded when first asked for. */
function lazily(about: Omit<Article, 'body' | 'blocks'>, parts: Parts): Article {
  let body: string | null = null;
  let blocks: readonly Block[] | null = null;
  return Object.defineProperties(about, {
    body: { enumerable: true, get: () => (body ??= parts.body()) },
    blocks: { enumerable: true, get: () => (blocks ??= parts.blocks()) },
  }) as Article;
}

/** Starts and ends, one after the other. */
type Ends = readonly number[];

type PackedAttribution = readonly [
  source: Ends,
  cue: Ends,
  content: Ends,
  kind: Attribution['kind'],
  act: Attribution['act'],
  speaker: number,
  candidates: readonly Speaker[],
  via: readonly Speaker[],
];

type PackedPassage = readonly [
  span: Ends,
  number: number,
  section: string | null,
  sentences: Ends,
  attributions: readonly PackedAttribution[],
];

const NOBODY = -1;

function packed(
  { paragraph, attributions }: Passage,
  turnOf: (speaker: Speaker) => number,
): PackedPassage {
  const { span, number, section = null, sentences } = paragraph;
  const said = attributions.map(
    ({ source, cue, content, kind, act, speaker, candidates, via }): PackedAttribution => {
      const turn = speaker === null ? NOBODY : turnOf(speaker);
      return [ends(source), ends(cue), ends(content), kind, act, turn, candidates, via];
    },
  );
  return [ends([span]), number, section, ends(sentences), said];
}

function unpacked(
  article: Article,
  [span, number, section, sentences, attributions]: PackedPassage,
  speakers: SpeakerPlaces,
): Passage {
  const [whole = { start: 0, end: 0 }] = spans(span);
  const titled = section === null ? {} : { section };
  return {
    article,
    paragraph: { span: whole, number, ...titled, sentences: spans(sentences) },
    attributions: attributions.map(([source, cue, content, kind, act, turn, candidates, via]) => ({
      source: spans(source),
      cue: spans(cue),
      content: spans(content),
      kind,
      act,
      speaker: turn === NOBODY ? null : speakers.at(turn),
      candidates,
      via,
    })),
  };
}

const ends = (all: readonly Span[]): number[] => all.flatMap(({ start, end }) => [start, end]);

function spans(all: Ends): Span[] {
  const found: Span[] = [];
  for (let at = 0; at + 1 < all.length; at += 2) {
    found.push({ start: all[at] ?? 0, end: all[at + 1] ?? 0 });
  }
  return found;
}
