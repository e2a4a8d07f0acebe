import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import {
  type Appearance,
  type Cast,
  describe,
  emptyCast,
  enter,
  type Figure,
  figure,
  nameParts,
  namesakes,
  organisationsCalled,
  person,
} from './cast.ts';
import { standsFor } from './countries.ts';
import { isGivenName, sexOfName } from './given-names.ts';
import { type NameMention, nameMention, nameRuns, phrase } from './names.ts';
import { isOfficial, singular } from './nouns.ts';
import { countriesOf } from './phrase.ts';
import { learnPlaces } from './places.ts';
import { isQualifier, isTitleWord, sexOfTitle, titleWord } from './titles.ts';
import { type Word, wordsOf } from './words.ts';

export interface Sentence extends Span {
  /** Index of its paragraph. */
  readonly paragraph: number;
}

/** All that an article tells before its sources are looked at. */
export interface Scene {
  readonly body: string;
  readonly sentences: readonly Sentence[];
  readonly cast: Cast;
  /** Whom each sentence names, and where, in order. */
  readonly appearances: readonly (readonly Appearance[])[];
  /** Folded place → ISO alpha-2, where the text says so ("the Leningrad region in north-west Russia"). */
  readonly places: ReadonlyMap<string, string>;
}

/** Reads `body` once: its names, who they are, where they appear. */
export function sceneOf(body: string, paragraphs: readonly (readonly Span[])[]): Scene {
  const sentences = paragraphs.flatMap((spans, paragraph) =>
    spans.map(({ start, end }) => ({ start, end, paragraph })),
  );
  const texts = sentences.map((sentence) => wordsOf(body, sentence));
  const small = smallWords(texts);
  const cast = emptyCast();
  const mentions = texts.map((words) => mentionsIn(words, small));
  for (const mention of mentions.flat()) meet(cast, body, mention);
  const appearances = mentions.map((found) => appearancesOf(cast, found));
  return { body, sentences, cast, appearances, places: learnPlaces(texts) };
}

function smallWords(texts: readonly (readonly Word[])[]): Set<string> {
  const small = new Set<string>();
  for (const words of texts) for (const word of words) if (!word.capital) small.add(word.lower);
  return small;
}

/** The names in a sentence. Its first word counts only where the article never writes it small. */
function mentionsIn(words: readonly Word[], small: ReadonlySet<string>): NameMention[] {
  const isOrdinary = (at: number) => at === 0 && small.has(words[0]?.lower ?? '');
  return nameRuns(words, isOrdinary)
    .map((run) => nameMention(words, run))
    .filter((mention) => mention !== null);
}

/** Enters the bearer of `mention` into the cast, with all that the mention says of him or her. */
function meet(cast: Cast, body: string, mention: NameMention): void {
  if (mention.kind === 'organisation') meetOrganisation(cast, mention);
  const parts = nameParts(mention);
  if ((mention.kind === 'person' || mention.kind === 'name') && parts.length > 1) {
    introduce(person(cast, parts, mention.start), body, mention);
  }
}

function meetOrganisation(cast: Cast, { names, start }: NameMention): void {
  const title = phrase(names, 0, names.length);
  if (organisationsCalled(cast, title).length > 0) return;
  const found = figure('organisation', title, { first: start, fullness: 1 });
  const head = names.find((_, at) => names[at + 1]?.lower === 'of') ?? names.at(-1);
  if (head) found.heads.add(singular(head.lower));
  enter(cast, title, found);
}

/** Adds to `known` what its mention tells: sex, role, country, a fuller description. */
export function introduce(known: Figure, body: string, mention: NameMention): void {
  const { described, lead } = mention;
  known.sex ??= mention.sex ?? sexOfName(known.names[0] ?? '');
  if (mention.kind === 'person' || isGivenName(known.names[0] ?? '')) known.certain = true;
  const text = body.slice(described.start, described.end);
  describe(known, text, fullnessOf(mention, described));
  credentials(
    known,
    lead.map((word) => word.lower),
    countriesOf(lead),
  );
  const seat = lead
    .map((word) => (standsFor(word.text)?.form === 'seat' ? fold(word.text) : null))
    .find((name) => name !== null);
  if (seat) known.memberOf.add(seat);
}

/** Full name before surname, titled before bare, then the longer. */
function fullnessOf({ names, lead }: NameMention, { start, end }: Span): number {
  const role = lead.some((word) => isTitleWord(word.text) && !/^m(?:r|rs|s)\.?$/.test(word.lower));
  return (names.length > 1 ? 1000 : 0) + (role ? 500 : 0) + Math.min(200, end - start);
}

/** Roles, and the countries for which an office speaks; "former" offices speak for nobody. */
export function credentials(
  known: Figure,
  description: readonly string[],
  countries: readonly string[],
): void {
  for (const word of description) {
    if (isTitleWord(word) && !isQualifier(word)) known.heads.add(singular(titleWord(word)));
    known.sex ??= sexOfTitle(word);
  }
  const past = description.some((word) => /^(?:former|ex-.*|late)$/.test(word));
  const office = description.some((word) => isOfficial(titleWord(word), description));
  if (office && !past) for (const code of countries) known.memberOf.add(code);
}

/** Who is named where: persons by full name or by what is left of it, organisations. */
function appearancesOf(cast: Cast, mentions: readonly NameMention[]): Appearance[] {
  const found: Appearance[] = [];
  for (const mention of mentions) {
    const named = bearers(cast, mention);
    if (named.length === 1 && named[0]) found.push({ ...mention.described, figure: named[0] });
  }
  return found;
}

/** All who may bear the name in `mention`. Of namesakes, those introduced before it, if any were. */
export function bearers(cast: Cast, mention: NameMention): readonly Figure[] {
  const parts = nameParts(mention);
  if (mention.kind === 'organisation')
    return organisationsCalled(cast, phrase(mention.names, 0, mention.names.length));
  if (parts.length > 1)
    return mention.kind === 'country' ? [] : [person(cast, parts, mention.start)];
  const called = namesakes(cast, parts[0] ?? '').filter((one) => fits(one, mention));
  const before = called.filter((one) => one.first <= mention.start);
  return before.length > 0 ? before : called;
}

const fits = (known: Figure, { sex }: NameMention): boolean =>
  sex === null || known.sex === null || known.sex === sex;

/** Index of the sentence that holds `offset`; the last before it where none does. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
