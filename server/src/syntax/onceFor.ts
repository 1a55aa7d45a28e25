/**
 * The same function, which works its answer out once for each object: what the text of a block decides, or what is made of
 * that alone, is not worked out again while the text stays the same.
 */
export function onceFor<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (key) => {
    let held = known.get(key);
    if (!held) {
      held = { answer: work(key) };
      known.set(key, held);
    }
    return held.answer;
  };
}
