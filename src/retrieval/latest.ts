/** Keeps what was asked for last: `most` of it at least, and twice as many at most. */
export interface Latest<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

/** Two Maps, since the first key of one that many were deleted from is found past the holes they left. */
export function latest<Key, Value>(most: number): Latest<Key, Value> {
  let recent = new Map<Key, Value>();
  let earlier = new Map<Key, Value>();
  const set = (key: Key, value: Value) => {
    if (recent.size >= most) [recent, earlier] = [new Map(), recent];
    recent.set(key, value);
  };
  return {
    set,
    get: (key) => {
      const found = recent.get(key);
      if (found !== undefined) return found;
      const older = earlier.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
  };
}
