import { vi } from 'vitest';

// Real sockets and processes, on a machine that may be busy: how long a test takes says nothing about the bot.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
