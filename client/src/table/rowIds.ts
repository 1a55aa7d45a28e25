/** An id for each layer: its name, with a number if layers before it have the same name. */
export function rowIds(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    // A line break is not part of a name that is shown.
    return count === 1 ? name : `${name}\n${count}`;
  });
}
