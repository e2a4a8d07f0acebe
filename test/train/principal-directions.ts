/** `count` rows of `width` numbers, one after the other. */
export interface Rows {
  readonly values: Float32Array;
  readonly count: number;
  readonly width: number;
}

const STEPS = 400;

export function meanOf({ values, count, width }: Rows): Float64Array {
  const mean = new Float64Array(width);
  for (let at = 0; at < count * width; at++) {
    mean[at % width] = (mean[at % width] as number) + (values[at] as number) / count;
  }
  return mean;
}

/** The `kept` directions in which `rows` differ most, strongest first, each of length 1. */
export function principalDirections(rows: Rows, kept: number): Float64Array[] {
  const matrix = covariance(rows);
  return Array.from({ length: kept }, (_, at) => {
    const { direction, strength } = strongest(matrix, at);
    matrix.forEach((row, down) => {
      row.forEach((value, across) => {
        row[across] = value - strength * (direction[down] ?? 0) * (direction[across] ?? 0);
      });
    });
    return direction;
  });
}

/** Each row as far as it lies along the directions, from `mean` on. */
export function projected(
  { values, count, width }: Rows,
  mean: Float64Array,
  directions: readonly Float64Array[],
): Rows {
  const made = new Float32Array(count * directions.length);
  for (let row = 0; row < count; row++) {
    const own = new Float64Array(values.subarray(row * width, (row + 1) * width));
    for (let at = 0; at < width; at++) own[at] = (own[at] as number) - (mean[at] as number);
    made.set(
      directions.map((direction) => dot(own, direction)),
      row * directions.length,
    );
  }
  return { values: made, count, width: directions.length };
}

function covariance(rows: Rows): Float64Array[] {
  const { values, count, width } = rows;
  const mean = meanOf(rows);
  const sums = Array.from({ length: width }, () => new Float64Array(width));
  const own = new Float64Array(width);
  for (let row = 0; row < count; row++) {
    for (let at = 0; at < width; at++) {
      own[at] = (values[row * width + at] as number) - (mean[at] as number);
    }
    for (let down = 0; down < width; down++) {
      const into = sums[down] as Float64Array;
      const one = (own[down] as number) / count;
      for (let at = 0; at <= down; at++)
        into[at] = (into[at] as number) + one * (own[at] as number);
    }
  }
  return sums.map((row, down) =>
    row.map((value, at) => (at <= down ? value : (sums[at]?.[down] ?? 0))),
  );
}

/** By power iteration; `turn` sets where that begins. */
function strongest(matrix: readonly Float64Array[], turn: number) {
  let direction = new Float64Array(matrix.length).map((_, at) => Math.cos(at * (turn + 1) + 1));
  let strength = 0;
  for (let step = 0; step < STEPS; step++) {
    const next = new Float64Array(matrix.map((row) => dot(row, direction)));
    strength = Math.sqrt(dot(next, next));
    direction = next.map((value) => value / strength);
  }
  return { direction, strength };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
