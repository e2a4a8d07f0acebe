/** Text of a file, or why its bytes are not text. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line?: number; readonly message: string; readonly fix: string };

/**
 * `bytes` as text: UTF-8, or UTF-16 told by its byte order mark or its zeros; the mark is removed, nothing else
 * changes. No other encoding is guessed at: a wrong guess would misquote.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return encoding === 'utf-8' ? notUtf8(bytes) : notText('a broken UTF-16 text');
  }
  return text.includes('\0') ? notText('not text: it holds NUL characters') : { ok: true, text };
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that the first bytes of a file tell. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return utf16ByZeros(bytes.subarray(0, 2048)) ?? 'utf-8';
}

/** In English UTF-16 text nearly every second byte is 0, and no other. */
function utf16ByZeros(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = 0.4 * (head.length / 2);
  if (head.length < 8) return null;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
}

const notText = (message: string): Decoded => ({
  ok: false,
  message: `The file is ${message}`,
  fix: 'Save it as plain text in UTF-8, or take it out of the corpus',
});

const isBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 8192).includes(0);

function notUtf8(bytes: Uint8Array): Decoded {
  if (isBinary(bytes)) return notText('not text: it holds NUL bytes');
  return {
    ok: false,
    line: firstBadLine(bytes),
    message:
      'The file is neither UTF-8 nor UTF-16: this line holds bytes that mean nothing in UTF-8',
    fix: 'Save it as UTF-8 (for Western European files: iconv -f WINDOWS-1252 -t UTF-8)',
  };
}

/** 1-based line of the first bytes that are not UTF-8. A line feed is never part of a longer sequence. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; ; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, feed < 0 ? bytes.length : feed));
    } catch {
      return line;
    }
    if (feed < 0) return line;
    start = feed + 1;
  }
}
