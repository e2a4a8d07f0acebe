import type { Span } from '../../text/span.ts';
import {
  type Cast,
  callByNoun,
  emptyCast,
  enter,
  nameParts,
  namesakes,
  organisationsCalled,
  person,
} from './cast.ts';
import { standsFor } from './countries.ts';
import { phrase } from './country-words.ts';
import { describe, type Figure, figure, groupName } from './figure.ts';
import { isFunctionWord } from './function-words.ts';
import { isGivenName, sexOfName } from './given-names.ts';
import { nameRuns } from './name-runs.ts';
import { type NameMention, nameMention } from './names.ts';
import { isOfficial, isOrganisationNoun } from './nouns.ts';
import { countriesOf } from './phrase.ts';
import { learnPlaces } from './places.ts';
import { capitalsThatName, isTitleCase, type Usage } from './title-case.ts';
import { isQualifier, isTitleWord, sexOfTitle, titleWord } from './titles.ts';
import { type Word, wordsOf } from './words.ts';

export interface Sentence extends Span {
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** Capitals are those of names: a word is not capital for beginning a sentence. */
  readonly words: readonly Word[];
}

/** Where a figure is named. */
export interface Appearance extends Span {
  readonly figure: Figure;
  /** Only to say whose or which: "Smith's lawyer". */
  readonly modifies: boolean;
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

/** Reads an article once: its names, who they are, where they appear. */
export function sceneOf(
  { body, headline }: { readonly body: string; readonly headline: string },
  paragraphs: readonly (readonly Span[])[],
): Scene {
  const sentences = readSentences(body, paragraphs);
  const texts = sentences.map(({ words }) => words);
  const cast = emptyCast();
  const mentions = texts.map(mentionsIn);
  for (const found of mentions) meetAll(cast, body, found);
  for (const words of texts) meetCouples(cast, words);
  readHeadline(cast, headline, texts);
  const appearances = mentions.map((found) => appearancesOf(cast, found));
  return { body, sentences, cast, appearances, places: learnPlaces(texts) };
}

function readSentences(body: string, paragraphs: readonly (readonly Span[])[]): Sentence[] {
  const found = paragraphs.flatMap((spans, paragraph) =>
    spans.map(({ start, end }) => ({
      start,
      end,
      paragraph,
      words: wordsOf(body, { start, end }),
    })),
  );
  const usage = usageIn(found.map(({ words }) => words));
  return found.map((sentence) => ({ ...sentence, words: capitalsThatName(sentence.words, usage) }));
}

function usageIn(texts: readonly (readonly Word[])[]): Usage {
  const small = new Set<string>();
  const names = new Set<string>();
  for (const words of texts) {
    words.forEach((word, at) => {
      if (!word.capital) small.add(word.lower);
      else if (at > 0) names.add(word.text);
    });
  }
  return { small, names };
}

const mentionsIn = (words: readonly Word[]): NameMention[] => {
  const found = nameRuns(words)
    .map((run) => nameMention(words, run))
    .filter((mention) => mention !== null);
  return isTitleCase(words) ? found.filter(isSurelyAName) : found;
};

/** In a title every word has a capital: a name needs more to be one. */
const isSurelyAName = ({ kind, names }: NameMention): boolean =>
  kind !== 'name' ||
  (names.length < 4 && isGivenName(names[0]?.text ?? '') && !standsFor(names[0]?.text ?? ''));

/** A headline introduces before the body does: "Ivan Petrov Resigns", then "Petrov said". */
function readHeadline(cast: Cast, headline: string, texts: readonly (readonly Word[])[]): void {
  const inBody = new Set(
    texts.flatMap((words) => words.filter((word) => word.capital).map((word) => word.text)),
  );
  const words = wordsOf(headline, { start: 0, end: headline.length });
  words.forEach((word, at) => {
    const given = words[at - 1];
    if (!given?.capital || given.gap !== ' ' || given.possessive || !isGivenName(given.text))
      return;
    const known =
      cast.bySurname.size > 0 && namesakes(cast, word.text).some((one) => one.names.length > 1);
    if (word.capital && !known && !isFunctionWord(word.lower) && inBody.has(word.text)) {
      const found = person(cast, [given.text, word.text], -1);
      found.sex = sexOfName(given.text);
      found.certain = true;
    }
  });
}

/** Enters the bearers of `mentions`, which are those of one sentence; "(FRB)" is another name of what stands before it. */
function meetAll(cast: Cast, body: string, mentions: readonly NameMention[]): void {
  mentions.forEach((mention, at) => {
    const before = mentions[at - 1];
    const full = before && isBracketed(before, mention) ? bearers(cast, before)[0] : undefined;
    if (full) enter(cast, phrase(mention.names, 0, mention.names.length), full);
    else meet(cast, body, mention);
  });
}

const isBracketed = (before: NameMention, { kind, names }: NameMention): boolean =>
  kind === 'organisation' &&
  before.kind === 'organisation' &&
  names.length === 1 &&
  before.names.at(-1)?.gap === ' (';

/** Enters the bearer of `mention` into the cast, with all that the mention says of him or her. */
function meet(cast: Cast, body: string, mention: NameMention): void {
  if (mention.kind === 'organisation') meetOrganisation(cast, body, mention);
  const parts = nameParts(mention);
  const isPerson = mention.kind === 'person' || mention.kind === 'name';
  if (isPerson && parts.length > 1)
    introduce({ cast, body }, person(cast, parts, mention.start), mention);
}

/** "Khizr and Ghazala Khan", "Bill and Hillary Clinton": the first has the surname too. */
function meetCouples(cast: Cast, words: readonly Word[]): void {
  words.forEach((one, at) => {
    const [and, other, surname] = words.slice(at + 1, at + 4);
    if (and?.lower !== 'and' || !one.capital || !other?.capital || !surname?.capital) return;
    if (one.gap !== ' ' || and.gap !== ' ' || other.gap !== ' ' || words[at - 1]?.capital) return;
    if (!namesakes(cast, surname.text).some(({ names }) => names[0] === other.text)) return;
    const found = person(cast, [one.text, surname.text], one.start);
    found.certain = true;
    learnSex(found, sexOfName(one.text), false);
  });
}

function meetOrganisation(
  cast: Cast,
  body: string,
  { names, start, described }: NameMention,
): void {
  const title = phrase(names, 0, names.length);
  if (organisationsCalled(cast, title).length > 0) return;
  const description = body.slice(described.start, described.end);
  const found = figure('organisation', description, { first: start, fullness: 1, certain: true });
  const head = names.find((_, at) => names[at + 1]?.lower === 'of') ?? names.at(-1);
  if (head) callByNoun(cast, found, head.lower);
  enter(cast, title, found);
  if (head && isOfficial(head.lower, []))
    for (const code of found.countries) found.memberOf.add(code);
}

/** A scene in the making. */
type Read = Pick<Scene, 'cast' | 'body'>;

/** Adds to `known` what its mention tells: sex, role, country, a fuller description. */
export function introduce({ cast, body }: Read, known: Figure, mention: NameMention): void {
  const { described, lead } = mention;
  learnSex(known, mention.sex, true);
  learnSex(known, sexOfName(known.names.length > 1 ? (known.names[0] ?? '') : ''), false);
  if (mention.kind === 'person' || isGivenName(known.names[0] ?? '')) known.certain = true;
  describe(known, body.slice(described.start, described.end), fullnessOf(mention, described));
  const description = lead.map((word) => word.lower);
  credentials(cast, known, { description, countries: countriesOf(lead) });
  for (const group of groupsIn(lead)) known.memberOf.add(group);
}

/** "Kremlin spokesman", "FRB chairwoman", "Nordwing chief executive": whose. Countries are counted apart. */
export function groupsIn(lead: readonly Word[]): string[] {
  const to = lead.findIndex((word, at) => at > 0 && isTitleWord(word.text));
  const words = lead
    .slice(0, Math.max(0, to))
    .filter((word) => word.capital && !isTitleWord(word.text));
  const group = phrase(words, 0, words.length);
  const named = standsFor(group);
  const isBody =
    lead[to]?.capital === false ||
    words.some(({ text, lower }) => isOrganisationNoun(lower) || /^\p{Lu}{2,}$/u.test(text));
  return words.length === 0 || !isBody || (named && named.form !== 'seat')
    ? []
    : [groupName(group)];
}

export function learnSex(known: Figure, sex: Figure['sex'], sure: boolean): void {
  if (sex === null || (known.sex !== null && !(sure && !known.sexIsSure))) return;
  known.sex = sex;
  known.sexIsSure = sure;
}

/** Full name before surname, titled before bare, then the longer. */
function fullnessOf({ names, lead }: NameMention, { start, end }: Span): number {
  const role = lead.some((word) => isTitleWord(word.text) && !/^m(?:r|rs|s)\.?$/.test(word.lower));
  return (names.length > 1 ? 1000 : 0) + (role ? 500 : 0) + Math.min(200, end - start);
}

/** What words beside a name say of its bearer. */
export interface Office {
  /** In lower case. */
  readonly description: readonly string[];
  readonly countries: readonly string[];
}

/** Roles, and the countries for which an office speaks; "former" offices speak for nobody. */
export function credentials(cast: Cast, known: Figure, { description, countries }: Office): void {
  for (const word of description) {
    if (isTitleWord(word) && !isQualifier(word)) callByNoun(cast, known, word);
    learnSex(known, sexOfTitle(word), true);
  }
  const past = description.some((word) => /^(?:former|ex-.*|late|onetime|one-time)$/.test(word));
  const office = description.some((word) => isOfficial(titleWord(word), description));
  if (office && !past) for (const code of countries) known.memberOf.add(code);
}

/** Who is named where: persons by full name or by what is left of it, organisations. */
function appearancesOf(cast: Cast, mentions: readonly NameMention[]): Appearance[] {
  const found: Appearance[] = [];
  for (const mention of mentions) {
    const named = bearers(cast, mention);
    const { modifies } = mention;
    if (named.length === 1 && named[0])
      found.push({ ...mention.described, figure: named[0], modifies });
  }
  return found;
}

/** All who may bear the name in `mention`. Of namesakes, those introduced before it, if any were. */
export function bearers(cast: Cast, mention: NameMention): readonly Figure[] {
  const parts = nameParts(mention);
  if (mention.kind === 'organisation') {
    return organisationsCalled(cast, phrase(mention.names, 0, mention.names.length));
  }
  if (parts.length > 1) {
    return mention.kind === 'country' || mention.kind === 'place'
      ? []
      : [person(cast, parts, mention.start)];
  }
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

/** The words of `span`; a span that cuts words is read as it stands. */
export function wordsIn({ body, sentences }: Scene, span: Span): readonly Word[] {
  const found: Word[] = [];
  for (let at = sentenceAt(sentences, span.start); at < sentences.length; at++) {
    const sentence = sentences[at];
    if (!sentence || sentence.start >= span.end) break;
    found.push(
      ...sentence.words.filter((word) => span.start <= word.start && word.end <= span.end),
    );
  }
  return found.length > 0 ? found : wordsOf(body, span);
}
