import type { FrameKind } from './frame.ts';

/** How far a frame is trusted against what the model found for the same cue. */
interface Trust {
  /** `fill` where the model has no source; `replace` also where its source overlaps the frame's. */
  readonly source: 'fill' | 'replace';
  /**
   * `whole`: the frame's content. `wider`: where the model's begins later, or runs on in the sentence.
   * `bounds`: where only the beginning differs, or the model's runs past the sentence.
   * `quotations`: the model's without what is not quoted. `keep`: the model's.
   */
  readonly content: 'whole' | 'wider' | 'bounds' | 'quotations' | 'keep';
  /** True where a content that holds the frame's own source or verb is wrong. */
  readonly apart: boolean;
}

const named = { source: 'replace', apart: true } as const;
const filled = { source: 'fill', apart: true } as const;

/** Chosen by how many changes were right on articles the model was not trained on. */
export const TRUST: Readonly<Record<FrameKind, Trust>> = {
  'quotation before': { ...named, content: 'quotations' },
  'quotation before, inverted': { ...named, content: 'quotations' },
  'clause before': { ...named, content: 'wider' },
  'clause before, inverted': { ...filled, content: 'wider', apart: false },
  'clause around': { ...named, content: 'whole' },
  'that clause': { ...named, content: 'bounds' },
  'bare clause': { ...named, content: 'bounds' },
  'quotation after': { ...named, content: 'keep' },
  infinitive: { ...named, content: 'keep' },
  gerund: { ...named, content: 'keep' },
  thing: { ...filled, content: 'keep' },
  'according to, before': { ...named, content: 'whole' },
  'according to, after': { ...filled, content: 'wider' },
  as: { ...filled, content: 'keep' },
  with: { ...filled, content: 'keep' },
  participle: { ...filled, content: 'keep' },
  noun: { ...filled, content: 'keep' },
  colon: { ...filled, content: 'keep' },
  signature: { ...named, content: 'whole' },
};
