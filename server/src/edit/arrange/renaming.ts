/** Renames layers and blobs for a copy: each name, and the new one. */
export type Renaming = ReadonlyMap<string, string>;

/** The number of new names that are tried, so that a hostile file cannot cause a long search. */
const mostTried = 200;

/**
 * New names for a copy of layers: a number that all names have is increased (`res2c_a` and `bn2c_a` to `res2d_a` and
 * `bn2d_a`, `conv3` to `conv4`), the last one that leads to names that are not taken; otherwise a number is appended.
 */
export function renaming(names: readonly string[], taken: ReadonlySet<string>): Renaming {
  const [first = ''] = names;
  for (const [index, part] of [...partsOf(first).entries()].reverse()) {
    if (!names.every((name) => partsOf(name)[index] === part)) continue;
    for (let next = increased(part), tries = 0; next !== undefined && tries < mostTried; tries++) {
      const by = next;
      const found = renamedBy(names, (name) => withPart(name, index, by));
      if (isFree(found, taken)) return found;
      next = increased(next);
    }
  }
  for (let number = 2; ; number++) {
    const found = renamedBy(names, (name) => `${name}_${number}`);
    if (isFree(found, taken)) return found;
  }
}

/** `3` and `2c` in `block3_2c`: numbers, and numbers with a letter, that end a word; not the size and stride in `3x3_s2`. */
function partsOf(name: string): string[] {
  return [...name.matchAll(numbered)].map(([part]) => part);
}

const numbered = /(?<!\d|\dx|x\d+_s)\d{1,6}[a-y]?(?![a-zA-Z\d])/gu;

/** `4` for `3`, `2d` for `2c`, as wide as before. */
function increased(part: string): string | undefined {
  const letter = /[a-z]$/u.exec(part)?.[0];
  if (letter === undefined) return String(Number(part) + 1).padStart(part.length, '0');
  return letter === 'z' ? undefined : part.slice(0, -1) + String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** The name with a different part. */
function withPart(name: string, index: number, next: string): string {
  const found = [...name.matchAll(numbered)][index];
  return found ? name.slice(0, found.index) + next + name.slice(found.index + found[0].length) : name;
}

function renamedBy(names: readonly string[], change: (name: string) => string): Renaming {
  return new Map(names.map((name) => [name, change(name)]));
}

function isFree(names: Renaming, taken: ReadonlySet<string>): boolean {
  const added = [...names.values()];
  return new Set(added).size === added.length && added.every((name) => !taken.has(name));
}
