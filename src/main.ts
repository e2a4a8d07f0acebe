import { Command, CommanderError } from 'commander';
import { config as loadDotenv } from 'dotenv';
import { InputError, UsageError } from './input-error.ts';
import { processTerminal } from './terminal-io.ts';

const EXIT = { done: 0, badInput: 1, badUsage: 2 } as const;
const terminal = processTerminal(process);

const gather = (value: string, before: readonly string[]): string[] => [...before, value];
const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;

/** Settings are read by the command that needs them, so that `--help` never fails on a bad one. */
const settings = () => {
  loadDotenv({ quiet: true });
  return import('./config.ts').then(({ readConfig }) => readConfig(process.env));
};

const program = new Command('quoth')
  .description('Quotes what news articles say, word for word, with who said it and where.')
  .version('0.1.0')
  .exitOverride()
  .showHelpAfterError('(add --help for usage and examples)')
  .addHelpText(
    'after',
    examples('quoth ask "what did Russia claim about ATACMS?"', 'quoth start', 'quoth ask --help'),
  );

program
  .command('ask')
  .summary('answer a question with quotations')
  .description(
    'Answers a question with quotations from the corpus. Without a question: a prompt, or one question a line from standard input.',
  )
  .argument('[question...]', 'the question; quotes are not needed')
  .option('-c, --corpus <path>', 'folder or file of articles; may be repeated', gather, [])
  .option('--json', 'one JSON answer a line')
  .option(
    '--batch <file>',
    'JSONL {"id","question","asOf"?,"previous"?} or plain lines; "-" is standard input; prints JSON',
  )
  .option('--limit <n>', 'how many quotations at most', '5')
  .option('--as-of <date>', 'the day the question is asked, as YYYY-MM-DD (default: today)')
  .option('--explain', 'show what made up each score')
  .addHelpText(
    'after',
    examples(
      'quoth ask "what did Russia claim about ATACMS?"',
      'quoth ask --corpus ~/articles --limit 3 Kremlin Crimea',
      'quoth ask --json "who reported downing 34 drones?"',
      'quoth ask --batch questions.jsonl --corpus articles.jsonl.gz > answers.jsonl',
    ),
  )
  .action(async (words: string[], options) => {
    const { ask } = await import('./commands/ask.ts');
    await ask(words.join(' '), options, { terminal, settings });
  });

program
  .command('attributions')
  .summary('list who said what in files')
  .description('Lists every attribution in the files: source, cue, content, speaker.')
  .argument('<file...>', 'articles, as for --corpus')
  .option('--json', 'one JSON line an article, offsets into the text as given')
  .addHelpText(
    'after',
    examples('quoth attributions corpus', 'quoth attributions --json article.txt'),
  )
  .action(async (files: string[], options) => {
    const { attributions } = await import('./commands/attributions.ts');
    await attributions(files, options, terminal);
  });

const corpus = program
  .command('corpus')
  .summary('check or list the articles')
  .description('Checks and lists the articles.')
  .addHelpText('after', examples('quoth corpus check', 'quoth corpus list ~/articles'));

for (const [name, summary] of [
  ['check', 'read every article; list what was set aside, and what cannot be read, with the fix'],
  ['list', 'list the articles: id, date, publisher, headline'],
] as const) {
  corpus
    .command(name)
    .description(summary)
    .argument('[path...]', 'folders or files (default: CORPUS_DIR)')
    .option('-c, --corpus <path>', 'another way to name a folder or file', gather, [])
    .option('--json', 'JSON lines')
    .addHelpText(
      'after',
      examples(`quoth corpus ${name}`, `quoth corpus ${name} --json ~/articles`),
    )
    .action(async (paths: string[], options) => {
      const commands = await import('./commands/corpus.ts');
      await commands[name]([...paths, ...options.corpus], options, { terminal, settings });
    });
}

program
  .command('verify')
  .summary('check words that are claimed to be a quotation')
  .description(
    'Says whether words stand in the corpus exactly (but for quotation marks, dashes, spaces and case), changed, or not at all.',
  )
  .argument('<quotation...>', 'the words to check')
  .option('-c, --corpus <path>', 'folder or file of articles; may be repeated', gather, [])
  .option('--json', 'print JSON')
  .addHelpText('after', examples('quoth verify "air defense systems destroyed 42 drones"'))
  .action(async (words: string[], options) => {
    const { verify } = await import('./commands/verify.ts');
    await verify(words.join(' '), options, { terminal, settings });
  });

program
  .command('doctor')
  .summary('check the set-up, and print the fix for each failure')
  .description(
    'Checks settings, corpus, state folder and Slack, and prints the fix for each failure.',
  )
  .option('--json', 'print JSON')
  .addHelpText('after', examples('quoth doctor'))
  .action(async (options) => {
    const { doctor } = await import('./commands/doctor.ts');
    loadDotenv({ quiet: true });
    await doctor(options, terminal, process.env);
  });

program
  .command('manifest')
  .summary('print the Slack app manifest')
  .description('Prints the Slack app manifest to paste at https://api.slack.com/apps?new_app=1.')
  .option('--mode <mode>', 'socket (no public address needed) or http', 'socket')
  .option('--url <url>', 'public https address of this bot, for http')
  .option('--threads', 'also follow threads without a mention; asks for scopes to read channels')
  .option('--distributed', 'for installation in several workspaces, over http')
  .addHelpText(
    'after',
    examples(
      'quoth manifest > manifest.json',
      'quoth manifest --mode http --url https://quoth.example.org',
    ),
  )
  .action(async (options) => {
    const { printManifest } = await import('./commands/manifest.ts');
    printManifest(options, terminal);
  });

program
  .command('start')
  .summary('run the bot')
  .description(
    'Runs the bot in Slack or, without Slack tokens, in a workspace of its own on this machine.',
  )
  .option('-c, --corpus <path>', 'folder or file of articles; may be repeated', gather, [])
  .addHelpText('after', examples('quoth start', 'CORPUS_DIR=~/articles quoth start'))
  .action(async (options) => {
    const { start } = await import('./commands/start.ts');
    await start(options, { terminal, settings });
  });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCode(error);
}

function exitCode(error: unknown): number {
  // Commander has printed its own message by then.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badUsage;
  if (!(error instanceof InputError || error instanceof UsageError)) throw error;
  terminal.diagnose(`quoth: ${error.message}`);
  return error instanceof UsageError ? EXIT.badUsage : EXIT.badInput;
}
