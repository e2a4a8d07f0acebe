/**
 * The inner loops of likeness in meaning, in AssemblyScript: TypeScript's syntax, WebAssembly's numbers. `npm run kernel`
 * compiles this file into code.ts. A row is the vector of one word: `stride` bytes, a multiple of 16, of which the first
 * are its signed numbers, the last four its length (32-bit float), and those between 0. Addresses are bytes.
 */

/** Keeps of the last 16 bytes of a row what is not its length. */
const OWN = i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0);

/** Spreads vectors that lie packed at `rows`; from the last on, so that none is written over one still to be read. */
export function spreadRows(rows: u32, count: u32, dimensions: u32, stride: u32): void {
  for (let row = count; row > 0; ) {
    row--;
    const to = rows + row * stride;
    memory.copy(to, rows + row * dimensions, dimensions);
    memory.fill(to + dimensions, 0, stride - dimensions);
    const square = dot(to, to, stride);
    store<f32>(to + stride - 4, square === 0 ? 1 : <f32>Math.sqrt(square));
  }
}

/** Four partial sums of the products of sixteen numbers each. */
function products(one: v128, other: v128): v128 {
  return i32x4.add(
    i32x4.extadd_pairwise_i16x8_s(i16x8.extmul_low_i8x16_s(one, other)),
    i32x4.extadd_pairwise_i16x8_s(i16x8.extmul_high_i8x16_s(one, other)),
  );
}

function dot(one: u32, other: u32, stride: u32): i32 {
  const last = stride - 16;
  let sum = products(v128.and(v128.load(one + last), OWN), v128.load(other + last));
  for (let at: u32 = 0; at < last; at += 16) {
    sum = i32x4.add(sum, products(v128.load(one + at), v128.load(other + at)));
  }
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  );
}

function lengthOf(row: u32, stride: u32): f64 {
  return <f64>load<f32>(row + stride - 4);
}

/**
 * Raises each number of `nearest` (64-bit floats, up to `end`) to the cosine of the likest of `words` (addresses of rows,
 * up to `columns`) and the row whose address stands at the same place in `columns`.
 */
export function raiseNearest(words: u32, columns: u32, nearest: u32, end: u32, stride: u32): void {
  for (let word = words; word < columns; word += 4) {
    const row = load<u32>(word);
    const length = lengthOf(row, stride);
    let column = columns;
    for (let best = nearest; best < end; best += 8) {
      const other = load<u32>(column);
      const likeness = <f64>dot(row, other, stride) / (lengthOf(other, stride) * length);
      if (likeness > load<f64>(best)) store<f64>(best, likeness);
      column += 4;
    }
  }
}

/** Adds to `sum` (a 64-bit float for each byte of a row) those of `words`, up to `end`, at length 1 times their shares. */
export function addUp(words: u32, end: u32, shares: u32, sum: u32, stride: u32): void {
  let share = shares;
  for (let word = words; word < end; word += 4) {
    const row = load<u32>(word);
    const scale = f64x2.splat(load<f64>(share) / lengthOf(row, stride));
    share += 8;
    const last = stride - 16;
    for (let at: u32 = 0; at < last; at += 16) addSixteen(v128.load(row + at), scale, sum + 8 * at);
    addSixteen(v128.and(v128.load(row + last), OWN), scale, sum + 8 * last);
  }
}

function addSixteen(numbers: v128, scale: v128, sum: u32): void {
  const low = i16x8.extend_low_i8x16_s(numbers);
  const high = i16x8.extend_high_i8x16_s(numbers);
  addFour(i32x4.extend_low_i16x8_s(low), scale, sum);
  addFour(i32x4.extend_high_i16x8_s(low), scale, sum + 32);
  addFour(i32x4.extend_low_i16x8_s(high), scale, sum + 64);
  addFour(i32x4.extend_high_i16x8_s(high), scale, sum + 96);
}

function addFour(numbers: v128, scale: v128, sum: u32): void {
  const low = f64x2.convert_low_i32x4_s(numbers);
  const high = f64x2.convert_low_i32x4_s(i32x4.shuffle(numbers, numbers, 2, 3, 2, 3));
  v128.store(sum, f64x2.add(v128.load(sum), f64x2.mul(scale, low)));
  v128.store(sum, f64x2.add(v128.load(sum, 16), f64x2.mul(scale, high)), 16);
}
