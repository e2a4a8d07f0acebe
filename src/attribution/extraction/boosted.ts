/** A sum of decision trees in which all branches of a level ask the same question ("oblivious" trees). */
export interface Boosted {
  /** Questions a tree asks, from the root down; it has 2 ** depth leaves. */
  readonly depth: number;
  /** Trees x depth: the measure that is asked for, and the least value that goes right. */
  readonly measures: Uint8Array;
  readonly edges: Float32Array;
  /** Trees x 2 ** depth: what each leaf adds, in nats. */
  readonly leaves: Float32Array;
}

/** The sum of the leaves that `row`, the values of all measures, comes to. */
export function boostedScore({ depth, measures, edges, leaves }: Boosted, row: Float32Array) {
  let score = 0;
  for (let at = 0, first = 0; at < measures.length; first += 1 << depth) {
    let leaf = 0;
    for (const end = at + depth; at < end; at++) {
      const right = (row[measures[at] as number] as number) >= (edges[at] as number);
      leaf = 2 * leaf + Number(right);
    }
    score += leaves[first + leaf] as number;
  }
  return score;
}
