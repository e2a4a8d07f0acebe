/**
 * Trains the ranker and its confidence on examples made by ranking-examples.ts (one JSON object a line):
 *
 *     npm run train:ranker -- EXAMPLES.jsonl… [--write MODEL]…
 *
 * Prints cross-validated figures by set (five folds by question) and a reliability table; with --write also trains
 * on everything and replaces MODEL (or `all`) in src/retrieval/model/weights.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  probability,
  SIGNS,
  type Sign,
  signsOf,
  type Weighed,
} from '../../src/retrieval/confidence.ts';
import { FEATURES, type FeatureValues } from '../../src/retrieval/features.ts';
import * as current from '../../src/retrieval/model/weights.ts';
import { type CalibrateOptions, calibrate, type Outcome } from './calibrate.ts';
import { scoresOf } from './rank-model.ts';
import { rankerOf, rankersFor } from './rankers.ts';
import type { Example } from './ranking-examples.ts';

const { values, positionals } = parseArgs({
  options: {
    write: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '150' },
    decay: { type: 'string', default: '0.0003' },
    elsewhere: { type: 'string', default: '0.2' },
    'in-article': { type: 'string', default: '0.5' },
    'calibration-decay': { type: 'string', default: '0.003' },
  },
  allowPositionals: true,
});

const training = { rounds: Number(values.rounds), decay: Number(values.decay) };
const FOLDS = 5;
/** A claim is no question, and all of them are known: nothing to learn confidence from. */
const ALL_ANSWERED = 'knownlie-claims';
/** Statements come from a few hundred questions: fewer signs generalise better (measured). */
const OF_STATEMENTS: ReadonlySet<Sign> = new Set<Sign>([
  'coverage',
  'coverageOfContents',
  'coverageOfParagraph',
  'coverageWithHeadings',
  'coverageOfArticle',
  'coverageOfHeadline',
  'rarest',
  'names',
  'numbers',
  'proximity',
  'order',
  'sameForm',
  'related',
  'topic',
  'topicInstead',
  'frequency',
  'answerType',
  'recent',
  'attributed',
  'act',
  'member',
  'complete',
  'unknown',
  'lead',
  'leadOverOthers',
  'score',
  'terms',
  'rarity',
]);
const UNUSED: Readonly<Record<Kind, readonly Sign[]>> = {
  statements: SIGNS.filter((sign) => !OF_STATEMENTS.has(sign)),
  dated: ['coverageOfContents'],
  undated: [],
};
const calibrating = (kind: Kind): CalibrateOptions => {
  const decay = Number(values['calibration-decay']);
  return { rounds: 600, rate: 0.1, decay, unused: new Set(UNUSED[kind]) };
};

const examples = positionals.flatMap((path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Example),
);
/** Statements of the speaker asked for come first whatever they score: the ranker orders these among themselves. */
const heardAlone = examples.map((example): Example => {
  const rows = example.rows.flatMap((_, at) => (isHeard(example, at) ? [at] : []));
  if (rows.length === 0) return example;
  return {
    ...example,
    rows: rows.map((at) => example.rows[at] ?? []),
    labels: rows.map((at) => example.labels[at] ?? 0),
  };
});

/** Variants of one question stay in one fold. */
const foldOf = (id: string): number =>
  [...id.replace(/-(?:kw|t1|t2)$/, '')].reduce(
    (hash, char) => (hash * 31 + char.charCodeAt(0)) >>> 0,
    7,
  ) % FOLDS;

interface Order {
  readonly example: Example;
  readonly labels: readonly number[];
  readonly outcome: Outcome | null;
}

/** Of passages: the answer stands elsewhere in the corpus, or in the article: no coincidence, and sometimes unjudged. */
const NEARLY = [Number(values.elsewhere), Number(values['in-article'])] as const;

function isHeard({ rows }: Example, at: number): boolean {
  const row = rows[at] ?? [];
  return row[FEATURES.indexOf('speaker')] === 1 || row[FEATURES.indexOf('speakerMember')] === 1;
}

/** The candidates as the ranker would order them with `weights`. */
function ordered(example: Example, weights: Float64Array): Order {
  const scores = scoresOf(example.rows, weights);
  const heard = (at: number) => (isHeard(example, at) ? 1 : 0);
  const order = example.rows
    .map((_, at) => at)
    .sort((a, b) => heard(b) - heard(a) || (scores[b] ?? 0) - (scores[a] ?? 0));
  const labels = order.map((at) => example.labels[at] ?? 0);
  const [top = -1] = order;
  const eligible = example.spoken ? order.filter((at) => heard(at) === 1) : order;
  const signs = signsOf(
    example.telling,
    eligible.map((at): Weighed => {
      const values = FEATURES.map((feature, column) => [feature, example.rows[at]?.[column] ?? 0]);
      return {
        values: Object.fromEntries(values) as FeatureValues,
        score: scores[at] ?? 0,
        article: example.articles[at],
      };
    }),
  );
  const right = example.answerable && example.labels[top] === 1;
  const near = example.answerable && !example.spoken;
  const target = right ? 1 : near ? NEARLY[example.labels[top] === 0.5 ? 1 : 0] : 0;
  return { example, labels, outcome: signs && { set: example.set, signs, right, target } };
}

const held: (Order & { fold: number })[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const rankers = rankersFor(
    heardAlone.filter(({ id }) => foldOf(id) !== fold),
    training,
  );
  const own = examples.filter(({ id }) => foldOf(id) === fold);
  held.push(...own.map((example) => ({ ...ordered(example, rankers[rankerOf(example)]), fold })));
}
/** Elsewhere a speaker, and here none, is found only where a question is misread: a handful would count as a set. */
const ABOUT_SPEAKERS: ReadonlySet<string> = new Set(['polnear-speaker', 'liar-speaker']);
const teaches = ({ example: { set, spoken } }: Order): boolean =>
  spoken === ABOUT_SPEAKERS.has(set) && set !== ALL_ANSWERED;
/** One calibration each: dates tell much where there are any. */
type Kind = 'statements' | 'dated' | 'undated';
const KINDS: readonly Kind[] = ['statements', 'dated', 'undated'];
const kindOf = ({ spoken, dated }: Example): Kind =>
  spoken ? 'statements' : dated ? 'dated' : 'undated';
const outcomesOf = (orders: readonly Order[], kind: Kind): Outcome[] =>
  orders.flatMap((order) =>
    order.outcome !== null && kindOf(order.example) === kind && teaches(order)
      ? [order.outcome]
      : [],
  );
const confidences = new Map<Order, number>();
for (const kind of KINDS) {
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = calibrate(
      outcomesOf(
        held.filter((order) => order.fold !== fold),
        kind,
      ),
      calibrating(kind),
    );
    for (const order of held.filter(
      ({ fold: own, example }) => own === fold && kindOf(example) === kind,
    )) {
      confidences.set(order, order.outcome === null ? 0 : probability(order.outcome.signs, model));
    }
  }
}
for (const set of new Set(examples.map((example) => example.set))) {
  console.log(set.padEnd(18), figuresOf(held.filter(({ example }) => example.set === set)));
}
reliability();
if (values.write.length > 0) write(values.write);

function figuresOf(orders: readonly Order[]): string {
  const asked = orders.filter(({ example }) => example.answerable);
  const share = (test: (labels: readonly number[]) => boolean) =>
    (asked.filter(({ labels }) => test(labels)).length / Math.max(1, asked.length)).toFixed(3);
  const first = share((labels) => labels[0] === 1);
  const firstArticle = share((labels) => (labels[0] ?? 0) > 0);
  const three = share((labels) => labels.slice(0, 3).includes(1));
  const any = share((labels) => labels.includes(1));
  return `n ${asked.length}  S@1 ${firstArticle}  hit@1 ${first}  hit@3 ${three}  found ${any}  AUROC ${auroc(orders).toFixed(3)}  C1@P95 ${sure(orders, 1).toFixed(3)}  C3@P95 ${sure(orders, 3).toFixed(3)}`;
}

/** Chance that an answerable question has the higher confidence of two; ties count half. */
function auroc(orders: readonly Order[]): number {
  const chances = (answerable: boolean) =>
    orders
      .filter(({ example }) => example.answerable === answerable)
      .map((order) => confidences.get(order) ?? 0);
  const no = chances(false);
  const won = chances(true).flatMap((one) =>
    no.map((other) => (one === other ? 0.5 : Number(one > other))),
  );
  return won.reduce((sum, value) => sum + value, 0) / Math.max(1, won.length);
}

/** The largest share of answerable questions answered rightly within `depth`, at a precision of 95 %. */
function sure(orders: readonly Order[], depth: number): number {
  const sorted = [...orders].sort((a, b) => (confidences.get(b) ?? 0) - (confidences.get(a) ?? 0));
  let right = 0;
  let best = 0;
  sorted.forEach(({ example, labels }, at) => {
    if (example.answerable && labels.slice(0, depth).includes(1)) right++;
    if (right / (at + 1) >= 0.95) best = right;
  });
  return best / Math.max(1, orders.filter(({ example }) => example.answerable).length);
}

function reliability(): void {
  console.log(
    '\n| confidence | questions | mean confidence | first quotation right |\n|---|---|---|---|',
  );
  const judged = held.filter(({ example }) => example.set !== ALL_ANSWERED);
  for (let step = 0; step < 10; step++) {
    const inside = judged.filter(
      (order) => Math.min(9, Math.floor((confidences.get(order) ?? 0) * 10)) === step,
    );
    const mean =
      inside.reduce((sum, order) => sum + (confidences.get(order) ?? 0), 0) /
      Math.max(1, inside.length);
    const right =
      inside.filter(({ outcome }) => outcome?.right).length / Math.max(1, inside.length);
    console.log(
      `| ${step / 10} to ${(step + 1) / 10} | ${inside.length} | ${mean.toFixed(2)} | ${right.toFixed(2)} |`,
    );
  }
}

function named(weights: Float64Array): Record<string, number> {
  return Object.fromEntries(
    FEATURES.map((feature, at) => [feature, Math.round((weights[at] ?? 0) * 1000) / 1000]),
  );
}

/** Replaces the models named; the others stay as they are. */
function write(replaced: readonly string[]): void {
  const { statements, news, claims, others } = rankersFor(heardAlone, training);
  const model = {
    WEIGHTS: named(others),
    WEIGHTS_OF_STATEMENTS: named(statements),
    WEIGHTS_OF_NEWS: named(news),
    WEIGHTS_OF_CLAIMS: named(claims),
    CONFIDENCE_OF_STATEMENTS: calibrate(outcomesOf(held, 'statements'), calibrating('statements')),
    CONFIDENCE_OF_DATED: calibrate(outcomesOf(held, 'dated'), calibrating('dated')),
    CONFIDENCE_OF_UNDATED: calibrate(outcomesOf(held, 'undated'), calibrating('undated')),
  };
  const kept: Readonly<Record<string, object>> = { ...current };
  const body = Object.entries(model).map(([name, trained]) => {
    const value = replaced.includes(name) || replaced.includes('all') ? trained : kept[name];
    const type = name.startsWith('WEIGHTS') ? 'Weights' : 'Calibration';
    return `export const ${name}: ${type} = ${JSON.stringify(value, null, 2)};\n`;
  });
  const head = `// Made by test/train/ranker.ts; see README.md beside this file.
import type { Calibration } from '../confidence.ts';
import type { Weights } from '../ranker.ts';

`;
  writeFileSync('src/retrieval/model/weights.ts', head + body.join('\n'));
}
