/**
 * The inner loops of extraction, in AssemblyScript: TypeScript's syntax, WebAssembly's numbers. `npm run kernel` compiles
 * this file into code.ts. Addresses are bytes of the memory that heap.ts hands out; all lists are of 32-bit words.
 * Every loop does what a plain one in extraction/features.ts, weights.ts or sparse.ts would, to the bit.
 */

/** As `mix` in extraction/hash.ts. */
function mix(hash: u32, value: u32): u32 {
  const mixed: u32 = (hash ^ value) * 0x9e3779b1;
  return ((mixed ^ (mixed >> 15)) * 0x85ebca6b) ^ (mixed >> 13);
}

/** Stands for "no feature": no likelier to be a feature's hash than two features are to share one. */
const GONE: u32 = 0x2545f491;

/** Hashes a template of one part for `length` tokens; GONE where the part is 0. */
export function hashColumn(seed: u32, column: u32, hashes: u32, length: u32): void {
  for (let at: u32 = 0, end: u32 = length << 2; at < end; at += 4) {
    const value = load<u32>(column + at);
    store<u32>(hashes + at, select<u32>(mix(seed, value), GONE, value !== 0));
  }
}

/** Hashes a template of two parts. */
export function hashPair(seed: u32, one: u32, other: u32, hashes: u32, length: u32): void {
  for (let at: u32 = 0, end: u32 = length << 2; at < end; at += 4) {
    const value = load<u32>(one + at);
    const second = load<u32>(other + at);
    const both = u32(value !== 0) & u32(second !== 0);
    store<u32>(hashes + at, select<u32>(mix(mix(seed, value), second), GONE, both));
  }
}

/** Mixes one more part into the hashes of a template. */
export function mixColumn(column: u32, hashes: u32, length: u32): void {
  for (let at: u32 = 0, end: u32 = length << 2; at < end; at += 4) {
    const value = load<u32>(column + at);
    const hash = load<u32>(hashes + at);
    const both = u32(value !== 0) & u32(hash !== GONE);
    store<u32>(hashes + at, select<u32>(mix(hash, value), GONE, both));
  }
}

/** As `firstOf` in extraction/hash-index.ts for a hash that the index knows: how many hashes of the list are below. */
function rank(word: u32, bit: u32): u32 {
  return load<u32>(word, 4) + popcnt<u32>(load<u32>(word) & ((1 << bit) - 1));
}

/** Bytes of a cell of a chain's table: a hash and eight bytes. */
const CELL: u32 = 12;

/**
 * Adds to the sums of each token, eight 16-bit numbers, the eight bytes of the cell of its hash. Tokens whose hash may
 * be known are gathered into `looks` (two words each) without a branch: which they are no processor can foresee, and
 * a loop of looks then waits for memory once, not once a look.
 */
export function addCells(
  hashes: u32,
  length: u32,
  index: u32,
  shift: u32,
  cells: u32,
  looks: u32,
  sums: u32,
): void {
  let end = looks;
  for (let token: u32 = 0; token < length; token++) {
    const top = load<u32>(hashes + (token << 2)) >> shift;
    const word = index + ((top >> 5) << 3);
    store<u32>(end, token);
    store<u32>(end, rank(word, top & 31), 4);
    end += ((load<u32>(word) >> (top & 31)) & 1) << 3;
  }
  for (let look = looks; look < end; look += 8) {
    const token: u32 = load<u32>(look);
    const hash = load<u32>(hashes + (token << 2));
    let cell = cells + load<u32>(look, 4) * CELL;
    while (load<u32>(cell) < hash) cell += CELL;
    if (load<u32>(cell) !== hash) continue;
    const sum = sums + (token << 4);
    v128.store(sum, i16x8.add(v128.load(sum), v128.load_ext<u8>(cell, 4)));
  }
}

/**
 * Hashes the features at the byte `at` of every column. `templates` holds, up to `end`, for each template a seed, its
 * number of parts, and the address of the column of each part. Returns how many features there are.
 */
function hashFeatures(templates: u32, end: u32, at: u32, features: u32): u32 {
  let count: u32 = 0;
  let next = templates;
  while (next < end) {
    let hash = load<u32>(next);
    let value: u32 = 1;
    let part = next + 8;
    next = part + (load<u32>(next, 4) << 2);
    for (; part < next && value !== 0; part += 4) {
      value = load<u32>(load<u32>(part) + at);
      hash = mix(hash, value);
    }
    store<u32>(features + (count << 2), hash);
    count += u32(value !== 0);
  }
  return count;
}

/** Finds the rows of the first `count` of `features`; writes their addresses over them and returns how many they are. */
function findRows(
  features: u32,
  count: u32,
  index: u32,
  shift: u32,
  rows: u32,
  stride: u32,
  looks: u32,
): u32 {
  let end = looks;
  for (let feature: u32 = 0; feature < count; feature++) {
    const hash = load<u32>(features + (feature << 2));
    const top = hash >> shift;
    const word = index + ((top >> 5) << 3);
    store<u32>(end, hash);
    store<u32>(end, rows + rank(word, top & 31) * stride, 4);
    end += ((load<u32>(word) >> (top & 31)) & 1) << 3;
  }
  let found: u32 = 0;
  for (let look = looks; look < end; look += 8) {
    const hash = load<u32>(look);
    let row: u32 = load<u32>(look, 4);
    while (load<u32>(row + stride - 4) < hash) row += stride;
    store<u32>(features + (found << 2), row);
    found += u32(load<u32>(row + stride - 4) === hash);
  }
  return found;
}

/** What a weight of 0 is kept as. */
const ZERO: u32 = 128;

/** Sums the bytes of rows, `count` addresses, into `scores`; sixteen classes at a time. */
function sumRows(found: u32, count: u32, stride: u32, scores: u32): void {
  const zero = i32x4.splat(count * ZERO);
  const end = found + (count << 2);
  for (let block: u32 = 0; block < stride; block += 16) {
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    for (let at = found; at < end; at += 4) {
      const row = load<u32>(at) + block;
      low = i16x8.add(low, v128.load_ext<u8>(row));
      high = i16x8.add(high, v128.load_ext<u8>(row, 8));
    }
    const out = scores + (block << 2);
    v128.store(out, i32x4.sub(i32x4.extend_low_i16x8_u(low), zero));
    v128.store(out, i32x4.sub(i32x4.extend_high_i16x8_u(low), zero), 16);
    v128.store(out, i32x4.sub(i32x4.extend_low_i16x8_u(high), zero), 32);
    v128.store(out, i32x4.sub(i32x4.extend_high_i16x8_u(high), zero), 48);
  }
}

/**
 * The score of every class for the features at the byte `at` of every column. A row is `stride` bytes, a multiple of 16:
 * one for each class, the hash in the last four.
 */
export function scoreClasses(
  templates: u32,
  end: u32,
  at: u32,
  features: u32,
  index: u32,
  shift: u32,
  rows: u32,
  stride: u32,
  looks: u32,
  scores: u32,
): void {
  const count = hashFeatures(templates, end, at, features);
  const found = findRows(features, count, index, shift, rows, stride, looks);
  sumRows(features, found, stride, scores);
}

// Loading: these loops run once, and WebAssembly is quick from the first time.

/**
 * Reads `count` ascending numbers, each its difference from the one before, seven bits a byte, into `numbers`. Returns
 * where they end; beyond `end` where there are fewer.
 */
export function readAscending(from: u32, end: u32, count: u32, numbers: u32): u32 {
  let at = from;
  let value: u32 = 0;
  for (let number: u32 = 0; number < count; number++) {
    if (at >= end) return end + 1;
    let byte: u32 = load<u8>(at++);
    let shift: u32 = 0;
    for (; byte > 0x7f && at < end; byte = load<u8>(at++)) {
      value += (byte & 0x7f) << shift;
      shift += 7;
    }
    value += byte << shift;
    store<u32>(numbers + (number << 2), value);
  }
  return at;
}

/** Fills the index of `count` ascending hashes that extraction/hash-index.ts describes. */
export function fillIndex(hashes: u32, count: u32, shift: u32, index: u32): void {
  for (let at: u32 = 0; at < count; at++) {
    const top = load<u32>(hashes + (at << 2)) >> shift;
    const word = index + ((top >> 5) << 3);
    const bits = load<u32>(word);
    if (bits === 0) store<u32>(word, at, 4);
    store<u32>(word, bits | (1 << (top & 31)));
  }
}

/**
 * Fills the cells of a chain's table, and the one that ends every search. The bytes of a feature are taken together, so
 * that up to seven more are read behind the last.
 */
export function fillCells(hashes: u32, weights: u32, labels: u32, count: u32, cells: u32): void {
  const own: u64 = ((<u64>1) << (8 * labels)) - 1;
  const zeros: u64 = own & (((<u64>0x80808080) << 32) | 0x80808080);
  const found: u64 = (<u64>1) << 56;
  let cell = cells;
  let weight = weights;
  for (let at: u32 = 0; at < count; at++) {
    store<u32>(cell, load<u32>(hashes + (at << 2)));
    // To add ZERO to a byte is to turn its highest bit.
    store<u64>(cell, ((load<u64>(weight) & own) ^ zeros) | found, 4);
    weight += labels;
    cell += CELL;
  }
  store<u32>(cell, 0xffffffff);
}

/** Fills the rows of a classifier, and the one that ends every search. */
export function fillRows(
  hashes: u32,
  offsets: u32,
  owners: u32,
  weights: u32,
  count: u32,
  rows: u32,
  stride: u32,
): void {
  memory.fill(rows, <u8>ZERO, (count + 1) * stride);
  let row = rows;
  for (let at: u32 = 0; at < count; at++) {
    const end = load<u32>(offsets + (at << 2), 4);
    for (let next = load<u32>(offsets + (at << 2)); next < end; next++) {
      store<u8>(row + load<u8>(owners + next), load<u8>(weights + next) + <u8>ZERO);
    }
    row += stride;
    store<u32>(row - 4, load<u32>(hashes + (at << 2)));
  }
  store<u32>(row + stride - 4, 0xffffffff);
}
