/** Whether two values of plain data (as in JSON; undefined is like a missing property) are equal. */
export function sameData(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other);
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other))
    return Array.isArray(one) && Array.isArray(other) && sameItems(one, other);
  return hasAll(one, other) && hasAll(other, one);
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => sameData(item, other[index]));
}

/** Whether an object has all properties of another one. */
function hasAll(one: object, other: object): boolean {
  for (const name in other)
    if (!sameData(one[name as keyof typeof one], other[name as keyof typeof other])) return false;
  return true;
}
