import type { JsonObject } from './json.ts';
import { nextId, type World } from './world.ts';

/** What a person typed, as Slack's own clients send it: escaped text and rich text blocks. */
export interface Composed {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
}

interface Piece {
  readonly text: string;
  readonly element: JsonObject;
}

interface Lines {
  readonly quoted: boolean;
  readonly lines: readonly string[];
}

const TOKEN = /(?:(?<=^|\s|\()([@#])([\w][\w.-]*\w|\w))|https?:\/\/[^\s<>]+/gu;

/** "@Quoth what did …?" with names turned into mentions, and lines after ">" into a quotation. */
export function compose(world: World, typed: string): Composed {
  const groups = groupsOf(typed);
  const composed = groups.map((group) => composedGroup(world, group));
  return {
    text: composed.map((group) => group.text).join('\n'),
    blocks: [
      {
        type: 'rich_text',
        block_id: nextId(world, 'b').toLowerCase(),
        elements: composed.map((group) => group.element),
      },
    ],
  };
}

function groupsOf(typed: string): readonly Lines[] {
  const groups: { quoted: boolean; lines: string[] }[] = [];
  for (const line of typed.split('\n')) {
    const quoted = line.startsWith('>');
    const last = groups.at(-1);
    const words = quoted ? line.replace(/^> ?/u, '') : line;
    if (last?.quoted === quoted) last.lines.push(words);
    else groups.push({ quoted, lines: [words] });
  }
  return groups;
}

function composedGroup(world: World, { quoted, lines }: Lines): Piece {
  const pieces = piecesOf(world, lines.join('\n'));
  const text = pieces.map((piece) => piece.text).join('');
  const type = quoted ? 'rich_text_quote' : 'rich_text_section';
  return {
    text: quoted ? text.replace(/^/gmu, '&gt; ') : text,
    element: { type, elements: pieces.map((piece) => piece.element) },
  };
}

function piecesOf(world: World, typed: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of typed.matchAll(TOKEN)) {
    const piece = pieceOf(world, match);
    if (piece === null) continue;
    if (match.index > from) pieces.push(literal(typed.slice(from, match.index)));
    pieces.push(piece);
    from = match.index + match[0].length;
  }
  if (from < typed.length) pieces.push(literal(typed.slice(from)));
  return pieces;
}

function pieceOf(world: World, [whole, sign, name = '']: RegExpMatchArray): Piece | null {
  if (sign === undefined) {
    return { text: `<${escapeText(whole)}>`, element: { type: 'link', url: whole } };
  }
  return sign === '@' ? userPiece(world, name) : channelPiece(world, name);
}

function userPiece(world: World, name: string): Piece | null {
  const wanted = name.toLowerCase();
  if (['channel', 'here', 'everyone'].includes(wanted)) {
    return { text: `<!${wanted}>`, element: { type: 'broadcast', range: wanted } };
  }
  const user = [...world.users.values()].find((known) => known.name.toLowerCase() === wanted);
  return user ? { text: `<@${user.id}>`, element: { type: 'user', user_id: user.id } } : null;
}

function channelPiece(world: World, name: string): Piece | null {
  const channel = [...world.channels.values()].find(
    (known) => known.kind === 'channel' && known.name === name,
  );
  if (channel === undefined) return null;
  return {
    text: `<#${channel.id}|${channel.name}>`,
    element: { type: 'channel', channel_id: channel.id },
  };
}

const literal = (text: string): Piece => ({
  text: escapeText(text),
  element: { type: 'text', text },
});

/** Slack's three control characters as entities. */
const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
