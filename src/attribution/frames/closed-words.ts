import { wordSet } from './words.ts';

export const AUXILIARIES = wordSet(
  "has have had 's 've 'd did does do would will could can may might must should is are was were be been being am 'm 're 'll",
);

/** Finite forms that say that a clause, not a name, stands here. */
export const FINITE = wordSet(
  "has have had did does do would will could can may might must should is are was were am 'm 're 've 'll 'd said says say told tells added came went took made got gave became began",
);

/** Pasts that do not end in -ed. */
const PASTS = wordSet(
  'fell rose won lost met sent held left kept knew thought felt found put set let cut hit hurt spent paid led ran grew saw heard built bought brought broke chose drew drove fought flew stood struck sought taught threw wore spoke wrote shot',
);

/** True for what is likely a finite verb, or a participle. */
export const isVerbLike = (lower: string): boolean =>
  FINITE.has(lower) || PASTS.has(lower) || /^[a-z]{2,}ed$/u.test(lower);

export const ADVERBS = wordSet(
  "also then later now once still already not n't never often always further even just only first again recently long since twice soon yet both all thus instead ever too almost nearly",
);

export const PRONOUNS = wordSet('he she they i we you it who');

export const DETERMINERS = wordSet(
  'the a an this that these those some any all both each every many much most more several few other another no its his her their our my your one two three four five six seven eight nine ten dozens hundreds thousands',
);

/** What joins a noun to the noun phrase before it. */
export const PREPOSITIONS = wordSet(
  'of for in from with at on to near behind against about under among inside within outside between across around over',
);

/** What a clause, and so its subject, may begin after. */
export const CLAUSE_OPENERS = wordSet(
  'that because if when while as although though but which what where how why whether than so since until unless after before yet and',
);

/** Openers whose clause ends at a comma when it begins the sentence: "While Roe said so, …". */
export const SUBORDINATORS = wordSet('while although though if after because since as when before');

/** What cannot stand in a plain subject, nor right before one. */
const BARRIERS = wordSet(
  'who whom whose according or nor by like despite without during through into upon amid following including not',
);

/** Where a subject without commas cannot go on to the left. */
export const BOUNDARIES: ReadonlySet<string> = new Set([...CLAUSE_OPENERS, ...BARRIERS]);

/** What may begin a sentence before its subject. */
export const CONNECTORS = wordSet(
  'but and yet however still meanwhile then also now instead later today yesterday nevertheless nonetheless so or indeed moreover furthermore additionally separately earlier recently tonight finally thus further',
);

export const RELATIVES = wordSet('who which whose where whom');

export const DAYS = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow',
);

export const MONTHS = wordSet(
  'january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.',
);

export const PERIODS = wordSet(
  'morning afternoon evening night week weekend month year day days weeks months years',
);

/** Where something is said: "in a statement", "at a briefing", "on Twitter". */
export const OCCASIONS = wordSet(
  'statement statements interview interviews email e-mail speech speeches tweet tweets address briefing conference letter report video post message memo remarks appearance debate rally event hearing note release call meeting tv television radio twitter facebook telegram instagram cnn msnbc nbc abc cbs fox show program programme podcast blog telephone phone monologue forum session town stop stage op-ed court testimony condition',
);
