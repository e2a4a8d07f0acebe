import { wordSet } from './words.ts';

/** What may follow a speech verb. */
type Complement =
  /** "that he would leave", and a quotation. */
  | 'that'
  /** A quotation and nothing else. */
  | 'quotation'
  /** "he would leave". */
  | 'bare'
  /** Whom it is told, before the clause: "told reporters that". */
  | 'hearer'
  /** "to leave". */
  | 'to'
  /** "leaving". */
  | 'ing';

export interface Verb {
  readonly lemma: string;
  readonly form: 'base' | 's' | 'past' | 'ing' | 'participle';
  readonly takes: ReadonlySet<Complement>;
  /** What leads to the thing spoken of: "" for none ("condemned the attack"), or "of", "for", … */
  readonly thing: readonly string[];
  /** Seldom speech: only a finite verb of a fit subject is. */
  readonly deed: boolean;
}

interface Entry {
  readonly takes: readonly Complement[];
  readonly lemmas: string;
  readonly thing?: readonly string[];
  readonly deed?: boolean;
}

/** Verbs that do nothing but speak in the frames given. */
const ENTRIES: readonly Entry[] = [
  { takes: ['that', 'bare'], lemmas: 'say add insist argue assert contend' },
  { takes: ['that', 'bare', 'to'], lemmas: 'claim' },
  {
    takes: ['that'],
    lemmas: `acknowledge announce explain note allege stress emphasize emphasise concede respond remark observe
      reiterate recall testify conclude caution declare boast quip joke complain suggest predict confirm reveal
      recount reply tweet write state maintain hint admit`,
  },
  {
    takes: ['quotation'],
    lemmas: `ask answer cry shout yell scream exclaim whisper mutter murmur chant sigh snap retort counter continue
      begin laugh muse plead repeat wonder urge read react charge agree object protest implore gush tease fume lament
      demand advise inquire enquire offer`,
  },
  { takes: ['that', 'hearer'], lemmas: 'tell' },
  { takes: ['that', 'hearer'], lemmas: 'warn', thing: ['of', 'against', 'about'] },
  { takes: ['that', 'to'], lemmas: 'vow pledge threaten promise swear', thing: [''] },
  { takes: ['that', 'ing'], lemmas: 'deny', thing: [''] },
  { takes: ['that', 'ing'], lemmas: 'report' },
  { takes: [], lemmas: 'condemn denounce blame accuse cite describe consider regard', thing: [''] },
  { takes: [], lemmas: 'call', thing: ['for'] },
  { takes: [], lemmas: 'hold count', thing: [''], deed: true },
];

const IRREGULAR: ReadonlyMap<string, readonly [past: string, participle?: string]> = new Map([
  ['say', ['said']],
  ['tell', ['told']],
  ['write', ['wrote', 'written']],
  ['swear', ['swore', 'sworn']],
  ['hold', ['held']],
  ['begin', ['began', 'begun']],
  ['read', ['read']],
]);

/** Forms that are as often nouns: "reports", "states", "a claim". */
const NOUNS = wordSet(
  'report claim remark state pledge promise tweet boast joke note stress caution vow blame reply quip answer cry shout scream whisper laugh snap urge sigh murmur wonder counter charge object protest demand offer',
);

/** True for "report", "reports", "claims": a verb only where the subject leaves no doubt. */
export const isNounToo = ({ lemma, form }: Verb): boolean =>
  (form === 'base' || form === 's') && NOUNS.has(lemma);

function formsOf(lemma: string): [word: string, form: Verb['form']][] {
  const stem = lemma.replace(/e$/u, '');
  const consonantY = /[^aeiou]y$/u.test(lemma);
  const hisses = /(?:s|sh|ch)$/u.test(lemma);
  const third = consonantY ? lemma.replace(/y$/u, 'ies') : `${lemma}${hisses ? 'es' : 's'}`;
  const regular = consonantY ? lemma.replace(/y$/u, 'ied') : `${doubled(stem)}ed`;
  const [past, participle] = IRREGULAR.get(lemma) ?? [regular];
  return [
    [lemma, 'base'],
    [third, 's'],
    [`${doubled(stem)}ing`, 'ing'],
    [past, 'past'],
    ...(participle ? [[participle, 'participle'] satisfies [string, Verb['form']]] : []),
  ];
}

/** "admitted", "admitting". */
const doubled = (stem: string): string => stem.replace(/(?<=m)it$/u, 'itt');

const entryOf = ({ takes, lemmas, thing = [], deed = false }: Entry): [string, Verb][] =>
  lemmas
    .split(/\s+/u)
    .flatMap((lemma) =>
      formsOf(lemma).map(([word, form]): [string, Verb] => [
        word,
        { lemma, form, takes: new Set(takes), thing, deed },
      ]),
    );

/** Speech verbs by each of their forms, in lower case. */
export const VERBS: ReadonlyMap<string, Verb> = new Map(ENTRIES.flatMap(entryOf));
