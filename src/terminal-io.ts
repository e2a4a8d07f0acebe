import { colourPaint, type Paint, plainPaint } from './render/terminal.ts';

/** Standard streams, as far as commands need them: data to `print`, everything else to `diagnose`. */
export interface Terminal {
  /** Writes a line to standard output. */
  print(line: string): void;
  /** Writes a line to standard error. */
  diagnose(line: string): void;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly paint: Paint;
  /** Shows how far a long work is: a bar where somebody watches, else a line for each tenth. */
  readonly progress: (what: string, done: number, of: number) => void;
  /** Where to wrap; Infinity where standard output is no terminal, so that a quotation stays one line. */
  readonly columns: number;
}

/** The streams of `process`. Colours only on a terminal, and never with NO_COLOR set (https://no-color.org). */
export function processTerminal({ stdin, stdout, stderr, env }: NodeJS.Process): Terminal {
  const colours = stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  return {
    print: (line) => void stdout.write(`${line}\n`),
    diagnose: (line) => void stderr.write(`${line}\n`),
    input: stdin,
    output: stdout,
    paint: colours ? colourPaint : plainPaint,
    progress: stderr.isTTY ? barOn(stderr) : linesOn(stderr),
    columns: stdout.isTTY ? Math.min(stdout.columns || 80, 100) : Number.POSITIVE_INFINITY,
  };
}

/** Fewer steps are done before anybody wonders. */
const WORTH_SHOWING = 200;

function barOn(stream: NodeJS.WriteStream): Terminal['progress'] {
  return (what, done, of) => {
    if (of < WORTH_SHOWING || (done % 20 !== 0 && done !== of)) return;
    const filled = Math.round((30 * done) / of);
    const bar = '█'.repeat(filled) + '░'.repeat(30 - filled);
    const share = `${Math.floor((100 * done) / of)} %`.padStart(5);
    stream.write(`\r${what} articles ${bar}${share}${done === of ? '\n' : ''}`);
  };
}

function linesOn(stream: NodeJS.WriteStream): Terminal['progress'] {
  let told = '';
  return (what, done, of) => {
    const line = `quoth: ${what} articles: ${10 * Math.floor((10 * done) / of)} %\n`;
    if (of < WORTH_SHOWING || line === told) return;
    told = line;
    stream.write(line);
  };
}
