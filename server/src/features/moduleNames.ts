/** Names of modules, by which the graph folds layers and the summary groups them. */

/** Limits for hostile names: the levels of groups, and the length of a name that is read. */
const mostLevels = 5;
const longestName = 200;

/**
 * The beginnings of a name that may name a module, the shortest first, and the name itself: `block1/unit2` has `block1`
 * and `block1/unit2`. A beginning before `_`, `-` or `.` has to end in a word with a digit, as `res2a` does, but not in the
 * size of a kernel.
 */
export function prefixesOf(name: string): string[] {
  const found: string[] = [];
  for (const { index } of `${name.slice(0, longestName)}/`.matchAll(/[/_.-]/gu)) {
    const prefix = name.slice(0, index);
    const isPath = index >= name.length || name.charAt(index) === '/';
    if (prefix !== '' && (isPath || namesModule(prefix))) found.push(prefix);
  }
  return found.slice(0, mostLevels);
}

function namesModule(prefix: string): boolean {
  const word = prefix.split(/[/_.-]/u).at(-1) ?? '';
  return /\d/u.test(word) && !/^\d+x\d+$/u.test(word);
}
