import type { Box } from '../../server/src/drawing/layout/positions.ts';

/** The height of a row of the index, in pixels of the drawing. */
const rowHeight = 400;

/** Boxes over more rows are looked at always. */
const mostRows = 30;

/** Finds the boxes that touch a part of a drawing without looking at all of them. */
export class RowIndex {
  private readonly boxes: readonly Box[];
  private readonly rows = new Map<number, number[]>();
  private readonly tall: number[] = [];

  constructor(boxes: readonly Box[]) {
    this.boxes = boxes;
    for (const [index, { y, height }] of boxes.entries()) {
      const [first, last] = [rowOf(y), rowOf(y + height)];
      if (last - first > mostRows) this.tall.push(index);
      else for (let row = first; row <= last; row += 1) this.put(row, index);
    }
  }

  private put(row: number, index: number): void {
    const known = this.rows.get(row);
    if (known) known.push(index);
    else this.rows.set(row, [index]);
  }

  /** The indices of the boxes that touch a box. */
  touching(part: Box): ReadonlySet<number> {
    const found = new Set(this.tall.filter((index) => touch(this.boxes[index], part)));
    for (let row = rowOf(part.y); row <= rowOf(part.y + part.height); row += 1)
      for (const index of this.rows.get(row) ?? []) if (touch(this.boxes[index], part)) found.add(index);
    return found;
  }
}

function rowOf(y: number): number {
  return Math.floor(y / rowHeight);
}

function touch(one: Box | undefined, other: Box): boolean {
  return (
    one !== undefined &&
    one.x <= other.x + other.width &&
    other.x <= one.x + one.width &&
    one.y <= other.y + other.height &&
    other.y <= one.y + one.height
  );
}
