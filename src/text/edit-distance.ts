/** Insertions, deletions, substitutions and swaps of neighbours between `a` and `b`; `limit` + 1 where more are needed. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow(a, b, row, above, before);
    if (Math.min(...current) > limit) return limit + 1;
    before = above;
    above = current;
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}

function nextRow(
  a: string,
  b: string,
  row: number,
  above: readonly number[],
  before: readonly number[],
): number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column++) {
    const same = a[row - 1] === b[column - 1];
    const change = (above[column - 1] ?? 0) + (same ? 0 : 1);
    const gap = Math.min(above[column] ?? 0, current[column - 1] ?? 0) + 1;
    const swapped = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    const swap = swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
    current.push(Math.min(change, gap, swap));
  }
  return current;
}
