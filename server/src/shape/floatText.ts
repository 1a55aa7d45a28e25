/** A float as the text format writes it: `0.5`, `inf`, `-inf`, `nan`; with the fewest digits that give the same float. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (Number.isFinite(value)) return String(Number.isInteger(value) ? value : shortest(value));
  return value < 0 ? '-inf' : 'inf';
}

/** The shortest decimal number with the same 32-bit float; a number that is none stays. */
function shortest(value: number): number {
  if (Math.fround(value) !== value) return value;
  const digits = [6, 7, 8].find((count) => Math.fround(Number(value.toPrecision(count))) === value);
  return Number(value.toPrecision(digits ?? 9));
}
