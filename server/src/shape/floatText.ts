/** A float as the text format writes it: `0.5`, `inf`, `-inf`, `nan`. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (Number.isFinite(value)) return String(value);
  return value < 0 ? '-inf' : 'inf';
}
