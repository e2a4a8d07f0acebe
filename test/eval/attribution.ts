import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Extractor, loadExtractor } from '../../src/attribution/extract.ts';
import { applyFrames } from '../../src/attribution/frames/apply-frames.ts';
import { readModelFile } from '../../src/model-file.ts';
import { readPolnear } from '../train/polnear.ts';
import { randomFrom } from '../train/random.ts';
import { predictionsOf } from '../train/score.ts';
import { run as runSpeakers } from './speakers.ts';

interface Figure {
  readonly p?: number;
  readonly r?: number;
  readonly f1: number;
}

/** The scorer that lies beside the data, score-attribution.mjs; its header defines every figure. */
interface Scorer {
  readonly score: (gold: readonly object[], predicted: readonly object[]) => readonly object[];
  readonly report: (counts: readonly object[]) => Readonly<Record<string, Figure>>;
}

/** Figures, with the floors set for the held-out part. */
const FIGURES: Readonly<Record<string, number | null>> = {
  'exact.content': 64,
  'exact.source': 74,
  'exact.cue': 68,
  'overlap.content': null,
  content50: null,
  joint: 65,
  jointExact: null,
  'speech.joint': 86,
  'quoted.joint': null,
  'direct.joint': 90,
  'indirect.joint': null,
};

const ROUNDS = 1000;

/** 95 % intervals of F1 over articles drawn with replacement. */
function intervals(scorer: Scorer, counts: readonly object[]): (name: string) => [number, number] {
  const random = randomFrom(1);
  const draws = Array.from({ length: ROUNDS }, () =>
    scorer.report(counts.map(() => counts[Math.floor(random() * counts.length)] ?? {})),
  );
  return (name) => {
    const sorted = draws.map((draw) => draw[name]?.f1 ?? 0).sort((a, b) => a - b);
    return [sorted[Math.floor(0.025 * ROUNDS)] ?? 0, sorted[Math.floor(0.975 * ROUNDS)] ?? 0];
  };
}

const percent = (value: number | undefined): string => (100 * (value ?? 0)).toFixed(1).padStart(5);

/**
 * Prints the figures of extraction, as frames correct it and of the model alone, on PolNeAR's dev part, then those of
 * speakers. `--data DIR` holds dev.jsonl.gz and train.jsonl.gz; with `--hold N` the last N training articles are read
 * instead, by `--weights FILE` that was trained without them.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: '../shared/eval/polnear' },
      hold: { type: 'string', default: '0' },
      weights: { type: 'string', default: '' },
    },
  });
  const held = Number(values.hold);
  const gold =
    held > 0 ? readPolnear(values.data, 'train').slice(-held) : readPolnear(values.data, 'dev');
  const extract = loadExtractor(values.weights ? readFileSync(values.weights) : readModelFile());
  const scorer: Scorer = await import(
    pathToFileURL(join(values.data, '..', 'score-attribution.mjs')).href
  );
  const corrected: Extractor = (body, paragraphs) =>
    applyFrames(body, paragraphs, extract(body, paragraphs));
  const alone = scorer.report(scorer.score(gold, predictionsOf(extract, gold)));
  const counts = scorer.score(gold, predictionsOf(corrected, gold));
  const found = scorer.report(counts);
  const interval = intervals(scorer, counts);
  const part = `PolNeAR ${held > 0 ? 'held' : 'dev'}, ${gold.length} articles`;
  console.log(
    `${part.padEnd(28)}     P     R    F1   95 % of F1   model alone   floor (test part)`,
  );
  for (const [name, floor] of Object.entries(FIGURES)) {
    const { p, r, f1 } = found[name] ?? { f1: 0 };
    const [low, high] = interval(name);
    const row = [percent(p), percent(r), percent(f1), `${percent(low)} -${percent(high)}`];
    console.log(
      `${name.padEnd(28)} ${row.join(' ')}   ${percent(alone[name]?.f1)}         ${floor ?? ''}`,
    );
  }
  console.log('\nSpeakers, on prose of this project');
  await runSpeakers([]);
}
