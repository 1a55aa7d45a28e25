/** Which rows of a long list are on the screen. */

/** The height of a row in pixels. */
export const rowHeight = 24;

/** Rows above and below the screen that are drawn as well, so that scrolling shows no gaps. */
const margin = 8;

/** The rows from `from` up to, but not including, `to`. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** The rows to draw at a scroll position, for a screen with the given height for rows. */
export function rowsInView(count: number, scroll: number, height: number): RowWindow {
  const first = Math.floor(scroll / rowHeight) - margin;
  const last = Math.ceil((scroll + height) / rowHeight) + margin;
  const to = Math.max(0, Math.min(count, last));
  return { from: Math.max(0, Math.min(first, to)), to };
}

/** The scroll position that is nearest to another one and shows a whole row. */
export function scrollTo(index: number, scroll: number, height: number): number {
  const top = index * rowHeight;
  return Math.max(0, Math.min(Math.max(scroll, top + rowHeight - height), top));
}

/** The number of whole rows on a screen, at least one. */
export function rowsPerPage(height: number): number {
  return Math.max(1, Math.floor(height / rowHeight) - 1);
}
