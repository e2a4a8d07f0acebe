import { standsFor } from './countries.ts';
import { isArtifact, isOrganisationNoun, isPeopleNoun } from './nouns.ts';
import { isTitleWord } from './titles.ts';
import type { Word } from './words.ts';

/** How the article writes its words elsewhere. */
export interface Usage {
  /** Written small somewhere, in lower case. */
  readonly small: ReadonlySet<string>;
  /** Written with a capital within a sentence. */
  readonly names: ReadonlySet<string>;
}

/** "<Readers> may not agree": a plural that opens a sentence and is no name elsewhere; one agency only looks so. */
const isPluralOnce = (
  { text }: Word,
  after: readonly Word[],
  names: ReadonlySet<string>,
): boolean =>
  /^\p{Lu}\p{Ll}{3,}(?:[^siu\W]s|men)$/u.test(text) &&
  after[0]?.capital === false &&
  !names.has(text) &&
  !standsFor(text) &&
  text !== 'Reuters';

/** Shorter lines cannot tell a title from a sentence that begins with a name. */
const FEWEST = 4;

/** What headlines write small. */
const SMALL =
  /^(?:an?|the|and|or|nor|but|of|in|on|at|to|for|by|with|from|as|is|vs?|over|into|than|after|up|off|its?)$/;

/** True for a line in which nearly every word has a capital: a headline, a heading. */
export function isTitleCase(words: readonly Word[]): boolean {
  const content = words.filter(({ lower, text }) => !SMALL.test(lower) && /^\p{L}/u.test(text));
  const capitals = content.filter(({ text }) => /^\p{Lu}/u.test(text));
  return content.length >= FEWEST && capitals.length > content.length * 0.8;
}

/**
 * The words of a sentence, capital only where the capital means a name: not at the beginning of a sentence, a quotation
 * or in a title, for words that the article also writes small or that plainly are common nouns.
 */
export function capitalsThatName(words: readonly Word[], { small, names }: Usage): Word[] {
  const title = isTitleCase(words);
  return words.map((word, at) => {
    const opens = title || at === 0 || /["“”'‘`:]/.test(words[at - 1]?.gap ?? '');
    const after = title ? [] : words.slice(at + 1, at + 3);
    const common =
      opens && word.capital && (isCommon(word, after, small) || isPluralOnce(word, after, names));
    return common ? { ...word, capital: false } : word;
  });
}

/** `after`: the two words that follow, none in a title. "Secretary of State" and "Mayor Jane Doe" keep their capital. */
const isCommon = (word: Word, after: readonly Word[], small: ReadonlySet<string>): boolean => {
  const [next, last] = after;
  const leads = next?.capital === true || (next?.lower === 'of' && last?.capital === true);
  if (/^\p{Lu}[\p{Lu}.]/u.test(word.text)) return false;
  return isCommonNoun(word.lower) ? !leads : small.has(word.lower);
};

const isCommonNoun = (lower: string): boolean =>
  isPeopleNoun(lower) || isArtifact(lower) || isOrganisationNoun(lower) || isTitleWord(lower);
