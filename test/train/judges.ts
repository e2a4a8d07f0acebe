import { choose } from '../../src/attribution/extraction/chooser.ts';
import type { ChainModel } from '../../src/attribution/extraction/model.ts';
import type { Readings } from '../../src/attribution/extraction/reading-view.ts';
import { chainData, type Labelled } from './chain-data.ts';
import { type TrainingOptions, trainChain } from './chain-trainer.ts';
import { type ChoiceOptions, trainChoice } from './choice-trainer.ts';
import { choiceOf } from './choices.ts';
import type { GoldParagraph } from './gold.ts';
import { judgements } from './judgements.ts';
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
  /** Features kept. */
  readonly room: { readonly chooser: number; readonly acceptor: number };
  readonly report: (line: string) => void;
}

/** The chooser among readings, and the acceptor, which learns from choosers that have not seen the article. */
export function trainJudges(
  read: readonly Read[],
  options: JudgeOptions,
): { readonly chooser: ChainModel; readonly acceptor: ChainModel } {
  const examples: Labelled[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    const chooser = trainChooser(
      read.filter((one) => one.fold !== fold),
      options,
    );
    for (const { gold, readings } of read.filter((one) => one.fold === fold)) {
      examples.push(...judgements(gold, choose(readings, chooser)));
    }
  }
  const data = chainData(examples, options.rarest.acceptor);
  options.report(`acceptor: ${data.labels.length} candidates, ${data.hashes.length} features`);
  const acceptor = quantise(trainChain(data, options.acceptor), options.room.acceptor);
  return { chooser: trainChooser(read, options), acceptor };
}

function trainChooser(read: readonly Read[], options: JudgeOptions): ChainModel {
  const choices = read.flatMap(({ gold, readings }) =>
    readings.map((one) => choiceOf(one, gold.attributions)).filter((one) => one !== null),
  );
  const data = chainData(choices, options.rarest.chooser);
  options.report(`chooser: ${choices.length} choices, ${data.hashes.length} features`);
  return quantise(trainChoice(data, options.chooser), options.room.chooser);
}
