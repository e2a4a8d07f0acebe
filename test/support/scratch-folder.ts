import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new, empty folder for the test that asks for it; gone when the test and all that it started later have ended. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
