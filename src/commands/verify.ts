import { verificationJson, verificationText } from '../render/verification.ts';
import { opened, type Surroundings } from './ask.ts';

/** `quoth verify`: whether the words stand in the corpus, exactly, changed or not at all. */
export async function verify(
  words: string,
  flags: { readonly corpus: readonly string[]; readonly json?: boolean },
  { terminal, settings }: Surroundings,
): Promise<void> {
  const { archive } = await opened(flags.corpus, terminal, settings);
  const verification = await archive.verify(words);
  terminal.print(
    flags.json
      ? JSON.stringify(verificationJson(words, verification))
      : verificationText(verification, terminal),
  );
}
