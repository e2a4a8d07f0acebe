import { createSlackApp } from '../../src/slack/create-slack-app.ts';
import { silentLogger } from './silent-logger.ts';
import { article, smallArchive } from './small-archive.ts';

/** The app in a process of its own, to be killed: `app-process.ts <apiUrl> <botToken> <appToken> <stateDirectory>`. */
const [apiUrl = '', botToken = '', appToken = '', stateDirectory = ''] = process.argv.slice(2);

const app = createSlackApp({
  archive: smallArchive([article('The harbour of Veldt will reopen on Monday, the mayor said.')]),
  botToken,
  appToken,
  apiUrl,
  port: 0,
  stateDirectory,
  logger: silentLogger,
  now: Date.now,
});
await app.start();
process.stdout.write('started\n');
