import { judge } from '../../src/attribution/extraction/acceptor.ts';
import { choose } from '../../src/attribution/extraction/chooser.ts';
import { measuresOf } from '../../src/attribution/extraction/measures.ts';
import type { ChainModel, Model } from '../../src/attribution/extraction/model.ts';
import type { Candidate, Readings } from '../../src/attribution/extraction/reading-view.ts';
import { type BoostingOptions, trainBoosted, type Weighings } from './boosting-trainer.ts';
import { chainData, type Labelled } from './chain-data.ts';
import { type TrainingOptions, trainChain } from './chain-trainer.ts';
import { type ChoiceOptions, trainChoice } from './choice-trainer.ts';
import { choiceOf } from './choices.ts';
import type { GoldParagraph } from './gold.ts';
import { exactShare, judgements, markedAmong } from './judgements.ts';
import { quantise } from './quantise.ts';

/** A paragraph with the readings of its cues by models that have not seen its article. */
export interface Read {
  readonly gold: GoldParagraph;
  readonly readings: readonly Readings[];
  readonly fold: number;
}

export interface JudgeOptions {
  readonly folds: number;
  /** Rarer features are left out. */
  readonly rarest: { readonly chooser: number; readonly acceptor: number };
  readonly chooser: ChoiceOptions;
  readonly acceptor: TrainingOptions;
  readonly arbiter: BoostingOptions;
  /** Features kept. */
  readonly room: { readonly chooser: number; readonly acceptor: number };
  readonly report: (line: string) => void;
}

/** A paragraph with its candidates by models that have not seen its article. */
interface Chosen {
  readonly gold: GoldParagraph;
  readonly fold: number;
  readonly candidates: readonly Candidate[];
  readonly examples: readonly Labelled[];
}

/** The chooser among readings, the acceptor and the arbiter, each of which learns from models that have not seen the article. */
export function trainJudges(
  read: readonly Read[],
  options: JudgeOptions,
): Pick<Model, 'chooser' | 'acceptor' | 'arbiter'> {
  const folds = Array.from({ length: options.folds }, (_, fold) => fold);
  const chosen = folds.flatMap((fold) => {
    const chooser = trainChooser(outside(read, fold), options);
    return inside(read, fold).map(({ gold, readings }): Chosen => {
      const candidates = choose(readings, chooser);
      return { gold, fold, candidates, examples: judgements(gold, candidates) };
    });
  });
  const weighings = folds.map((fold) => {
    const acceptor = trainAcceptor(outside(chosen, fold), options);
    return inside(chosen, fold).map((one) => weighingsOf(one, acceptor));
  });
  const all = weighings.flat();
  return {
    chooser: trainChooser(read, options),
    acceptor: trainAcceptor(chosen, options),
    arbiter: trainBoosted(
      { rows: all.flatMap(({ rows }) => rows), targets: all.flatMap(({ targets }) => targets) },
      options.arbiter,
    ),
  };
}

const outside = <T extends { readonly fold: number }>(list: readonly T[], fold: number): T[] =>
  list.filter((one) => one.fold !== fold);

const inside = <T extends { readonly fold: number }>(list: readonly T[], fold: number): T[] =>
  list.filter((one) => one.fold === fold);

function trainChooser(read: readonly Read[], options: JudgeOptions): ChainModel {
  const choices = read.flatMap(({ gold, readings }) =>
    readings.map((one) => choiceOf(one, gold.attributions)).filter((one) => one !== null),
  );
  const data = chainData(choices, options.rarest.chooser);
  options.report(`chooser: ${choices.length} choices, ${data.hashes.length} features`);
  return quantise(trainChoice(data, options.chooser), options.room.chooser);
}

function trainAcceptor(chosen: readonly Chosen[], options: JudgeOptions): ChainModel {
  const data = chainData(
    chosen.flatMap(({ examples }) => examples),
    options.rarest.acceptor,
  );
  options.report(`acceptor: ${data.labels.length} candidates, ${data.hashes.length} features`);
  return quantise(trainChain(data, options.acceptor), options.room.acceptor);
}

/** What the arbiter is to think of a paragraph's candidates: marked counts half, content right to the token the other. */
function weighingsOf({ gold, candidates }: Chosen, acceptor: ChainModel): Weighings {
  const [judged = []] = judge([candidates], acceptor);
  const marked = markedAmong(gold, judged);
  return {
    rows: measuresOf(judged),
    targets: judged.map((one, index) => (Number(marked[index]) + exactShare(gold, one)) / 2),
  };
}
