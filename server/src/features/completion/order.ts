/** The start of the sort key: what was written more often comes first. */
export function usualOrder(score = 0): string {
  return String(Math.max(0, 1e6 - Math.round(score * 1000))).padStart(7, '0');
}
