import { callByNoun, organisationsCalled } from './cast.ts';
import { phrase } from './country-words.ts';
import { type Moment, onlyOne, type Resolution } from './discourse.ts';
import { describe } from './figure.ts';
import { breaksBefore, type NounPhrase } from './phrase.ts';

/** "The builder, <Bolt & Sons>," and "their union, the <Aircrew Alliance>": the body, with the description. */
export function besideIt({ scene }: Moment, source: NounPhrase): Resolution | null {
  const { words, core, names, head, text } = source;
  const at = words[core.length]?.lower === 'the' ? core.length + 1 : core.length;
  const name = names.find(({ start }) => start === words[at]?.start);
  if (name?.kind !== 'organisation' || !breaksBefore(words, core.length)) return null;
  const found = onlyOne(organisationsCalled(scene.cast, phrase(name.names, 0, name.names.length)));
  if (!found.figure) return null;
  describe(found.figure, text.replace(/[,\s]+$/, ''), 150 + text.length);
  callByNoun(scene.cast, found.figure, head.lower);
  return found;
}
