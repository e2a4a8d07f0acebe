import { createInterface } from 'node:readline/promises';
import type { Archive, AskOptions } from '../answer/archive.ts';
import { answerText } from '../render/text.ts';
import type { Terminal } from '../terminal-io.ts';

const LEAVE = /^(?:exit|quit|bye)$/i;
/** A follow-up reaches back this many questions, as in a thread. */
const REMEMBERED = 8;

/**
 * Answers questions line by line until the input ends; each may follow up on those before.
 * Returns how many lines there were.
 */
export async function converse(
  archive: Archive,
  options: AskOptions,
  terminal: Terminal,
): Promise<number> {
  const { input, output } = terminal;
  const lines = createInterface({ input, output, terminal: output.isTTY && input.isTTY });
  const examples = () => archive.overview().suggestions;
  const previous: string[] = [];
  let count = 0;
  const prompt = () => {
    if (input.isTTY) lines.prompt();
  };
  lines.setPrompt('quoth> ');
  prompt();
  for await (const line of lines) {
    if (LEAVE.test(line.trim())) break;
    count += 1;
    const answer = await archive.ask(line, { ...options, previous: previous.slice(-REMEMBERED) });
    if (answer.kind !== 'no-question') previous.push(line);
    terminal.print(`\n${answerText(answer, { ...terminal, examples })}\n`);
    prompt();
  }
  lines.close();
  return count;
}
