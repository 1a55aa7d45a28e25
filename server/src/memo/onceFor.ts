/** Represents the result `undefined`. */
const nothing = Symbol('nothing');

const stored = Symbol('stored');

/** The results of all functions for an object. */
interface Results {
  [slot: symbol]: unknown;
}

/**
 * The same function, computed once for each object: results that depend on the text of a block alone are not computed
 * again while the text is unchanged. The results are stored with the object, where access is several times faster than
 * in a WeakMap. A copy of the object does not have them.
 */
export function onceFor<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const slot = Symbol('result');
  return (key: K) => {
    const results = (key as { [stored]?: Results })[stored];
    const known = results?.[slot];
    if (known !== undefined) return known === nothing ? (undefined as T) : (known as T);
    const result = work(key);
    const all = resultsOf(key);
    all[slot] = result === undefined ? nothing : result;
    return result;
  };
}

/** One property for all functions, because `defineProperty` is slow. It is not enumerable: copies do not get it. */
function resultsOf(key: object & { [stored]?: Results }): Results {
  if (key[stored] === undefined) Object.defineProperty(key, stored, { value: {} });
  return key[stored] as Results;
}
