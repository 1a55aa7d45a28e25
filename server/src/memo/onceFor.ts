/** Represents the result `undefined`. */
const nothing = Symbol('nothing');

/**
 * The same function, computed once for each object: results that depend on the text of a block alone are not computed
 * again while the text is unchanged. The result is stored in the object, where access is several times faster than in a
 * WeakMap.
 */
export function onceFor<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const slot = Symbol('answer');
  return (key: K & { [slot]?: T | typeof nothing }) => {
    const held = key[slot];
    if (held !== undefined) return held === nothing ? (undefined as T) : (held as T);
    const answer = work(key);
    Object.defineProperty(key, slot, { value: answer === undefined ? nothing : answer });
    return answer;
  };
}
