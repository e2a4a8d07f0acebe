/** Folds `value` into `hash`: 32 bits, every bit of both counts (the finaliser of MurmurHash3, halved). */
export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ (mixed >>> 13);
}

/** A 32-bit hash of `text`, never 0: 0 stands for "nothing here" in a column. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash, text.length) | 1;
}
