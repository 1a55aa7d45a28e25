/**
 * The same function, which works its answer out once for each object: for what the text of a block alone decides, a block
 * is not looked into again while its text stays the same.
 */
export function onceFor<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (key) => {
    const held = known.get(key) ?? { answer: work(key) };
    known.set(key, held);
    return held.answer;
  };
}
