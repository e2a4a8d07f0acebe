/** `work`, done once for each text; of more than `most` different ones, for each of those beyond every time. */
export function remembered<T>(work: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = work(text);
    if (known.size < most) known.set(text, made);
    return made;
  };
}
