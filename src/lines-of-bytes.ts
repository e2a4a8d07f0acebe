import { encodingOf } from './corpus/decode.ts';

const LINE_FEED = 0x0a;

/** The lines of `chunks` in UTF-8, without line feeds and byte order mark; null for one longer than `most` bytes. */
export async function* linesOfBytes(
  chunks: AsyncIterable<Buffer>,
  most: number,
): AsyncGenerator<Buffer | null> {
  let pending: Buffer[] = [];
  let length = 0;
  const take = (): Buffer | null => {
    const line = length > most ? null : Buffer.concat(pending);
    pending = [];
    length = 0;
    return line;
  };
  const add = (part: Buffer) => {
    length += part.length;
    if (length <= most) pending.push(part);
  };
  for await (const chunk of inUtf8(chunks)) {
    let start = 0;
    for (let feed = chunk.indexOf(LINE_FEED); feed >= 0; feed = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, feed));
      yield take();
      start = feed + 1;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

/** `chunks` without a byte order mark; UTF-16 becomes UTF-8. */
async function* inUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let convert: ((chunk: Buffer) => Buffer) | null = null;
  for await (const chunk of chunks) {
    convert ??= converterFor(chunk);
    yield convert(chunk);
  }
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** What makes UTF-8 of the chunks of a file that begins with `opening`. */
function converterFor(opening: Buffer): (chunk: Buffer) => Buffer {
  const encoding = encodingOf(opening);
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding);
    return (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }));
  }
  const isMarked = opening.subarray(0, 3).equals(UTF8_MARK);
  return (chunk) => (isMarked && chunk === opening ? chunk.subarray(3) : chunk);
}
