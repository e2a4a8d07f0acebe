import type { SpeechAct } from '../attribution/attribution.ts';

/** Verbs by which a question asks for somebody's words, by the act they ask for. */
const VERBS: Readonly<Partial<Record<SpeechAct, string>>> = {
  say: 'say tell state report add note comment respond reply react answer remark mention explain describe declare speak talk write tweet post testify cite discuss address quote call characterise characterize stress emphasise emphasize point reveal disclose recall quip joke clarify detail outline recount signal communicate elaborate',
  claim: 'claim allege assert contend maintain insist argue boast purport',
  confirm: 'confirm acknowledge admit concede verify',
  deny: 'deny reject dismiss refute dispute rebut disavow',
  announce: 'announce proclaim',
  warn: 'warn caution',
  threaten: 'threaten',
  promise: 'promise vow pledge swear guarantee',
  accuse: 'accuse blame',
  demand: 'demand insist',
  ask: 'ask urge appeal plead request implore beg',
  suggest: 'suggest hint imply propose recommend speculate',
  criticise: 'criticise criticize condemn denounce slam blast mock decry deplore',
  praise: 'praise hail applaud thank welcome commend laud',
  agree: 'agree endorse support favor favour like',
  oppose: 'oppose object dislike',
  believe: 'believe think consider view see regard feel doubt',
  want: 'want wish hope seek intend plan',
  expect: 'expect predict forecast fear estimate anticipate',
};

/** Nouns that name what somebody said: "Putin's reaction to", "statements by the ministry on". */
const NOUNS: Readonly<Partial<Record<SpeechAct, string>>> = {
  say: 'reaction response statement comment remark view position stance opinion word words quote quotation take answer reply message speech comments remarks statements views quotes quotations reactions responses opinions line account assessment testimony interview explanation announcement reason reasons justification excuse',
  claim: 'claim claims allegation allegations assertion assertions',
  confirm: 'confirmation admission',
  deny: 'denial denials',
  warn: 'warning warnings',
  threaten: 'threat threats',
  promise: 'promise promises vow pledge pledges vows',
  accuse: 'accusation accusations',
  demand: 'demand demands',
  criticise: 'criticism condemnation',
  praise: 'praise',
  suggest: 'suggestion suggestions proposal',
  oppose: 'opposition objection objections',
  want: 'goal goals aim aims objective objectives intention intentions hope hopes',
  expect:
    'fear fears worry worries concern concerns apprehension expectation expectations prediction predictions',
};

/** Attitudes an article may tell without anybody speaking: the question may be about a deed or a state. */
const SOFT_ACTS: ReadonlySet<SpeechAct> = new Set(['believe', 'want', 'expect', 'agree', 'oppose']);

const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  speak: ['spoke', 'spoken'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  see: ['saw', 'seen'],
  feel: ['felt', 'felt'],
  seek: ['sought', 'sought'],
  swear: ['swore', 'sworn'],
  beg: ['begged', 'begged'],
};

type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface SpeechVerb {
  readonly lemma: string;
  readonly act: SpeechAct;
  readonly forms: readonly VerbForm[];
  /** An attitude: the article may tell it without a statement. */
  readonly soft: boolean;
}

const verbs = new Map<string, SpeechVerb>();
for (const [act, list] of entries(VERBS)) {
  for (const lemma of list.split(' ')) addVerb(lemma, act);
}

const nouns = new Map<string, SpeechAct>();
for (const [act, list] of entries(NOUNS)) {
  for (const noun of list.split(' ')) nouns.set(noun, act);
}

/** The speech verb of which the folded `word` is a form; null for any other word. */
export const speechVerb = (word: string): SpeechVerb | null => verbs.get(word) ?? null;

/** The act that the folded noun names; null for any other word. */
export const speechNoun = (word: string): SpeechAct | null => nouns.get(word) ?? null;

/** Every form of every verb, and the nouns. */
export const SPEECH_WORDS: readonly string[] = [...verbs.keys(), ...nouns.keys()];

function entries(table: Readonly<Partial<Record<SpeechAct, string>>>): [SpeechAct, string][] {
  return Object.entries(table) as [SpeechAct, string][];
}

function addVerb(lemma: string, act: SpeechAct): void {
  for (const [word, form] of formsOf(lemma)) {
    const known = verbs.get(word);
    if (known && known.lemma !== lemma) continue;
    const forms = known ? [...known.forms, form] : [form];
    verbs.set(word, { lemma, act: known?.act ?? act, forms, soft: SOFT_ACTS.has(act) });
  }
}

function formsOf(lemma: string): [string, VerbForm][] {
  const [past, participle] = IRREGULAR[lemma] ?? [regularPast(lemma), regularPast(lemma)];
  return [
    [lemma, 'base'],
    [
      /(?:s|sh|ch|x)$/.test(lemma) ? `${lemma}es` : `${lemma.replace(/([^aeiou])y$/, '$1ie')}s`,
      's',
    ],
    [past, 'past'],
    [participle, 'participle'],
    [presentParticiple(lemma), 'ing'],
  ];
}

function regularPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return `${doubled(lemma)}ed`;
}

function presentParticiple(lemma: string): string {
  if (/(?:[^e]e|ee)$/.test(lemma))
    return lemma.endsWith('ee') ? `${lemma}ing` : `${lemma.slice(0, -1)}ing`;
  return `${doubled(lemma)}ing`;
}

/** One-syllable verbs and stressed endings double: admit, slam, quip, rebut, plan, beg. */
function doubled(lemma: string): string {
  return /^(?:admit|slam|quip|rebut|plan|beg)$/.test(lemma) ? lemma + lemma.slice(-1) : lemma;
}
