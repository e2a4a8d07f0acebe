import type { Archive } from './answer/archive.ts';
import { today } from './today.ts';

/** The first questions take ten times as long as later ones, while code is compiled: these are nobody's. */
export async function warmUp(archive: Archive): Promise<void> {
  for (const question of archive.overview().suggestions) {
    await archive.ask(question, { asOf: today(), previous: [] });
  }
}
