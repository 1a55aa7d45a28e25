import { longestTexts } from '../../../server/src/features/summary/cellTexts.ts';
import { type ColumnName, columns, type Row } from '../../../server/src/features/summary/columns.ts';

/** Widths of columns in pixels, measured with the longest texts. */

/** How wide texts are, of the usual weight and bold. */
export interface Measure {
  readonly usual: (text: string) => number;
  readonly bold: (text: string) => number;
}

/** Padding, and space for the sign of the order beside a heading. */
const padding = 18;
const sign = 10;
/** The indent of a layer in a group, with the sign that opens the group. */
const indent = 22;

const narrowest = { text: 60, number: 80 };
const limits: Readonly<Partial<Record<ColumnName, number>>> = {
  layer: 300,
  type: 190,
  shape: 280,
  field: 220,
};

/** The widths of columns that fit headings, rows and the bold texts of sums, within limits. */
export function columnWidths(
  names: readonly ColumnName[],
  rows: readonly Row[],
  sums: (name: ColumnName) => readonly string[],
  measure: Measure,
): readonly number[] {
  return names.map((name) => {
    const { heading, number } = columns[name];
    const content = Math.max(
      widest(longestTexts(name, rows), measure.usual),
      widest(sums(name), measure.bold),
    );
    const width = Math.max(content + (name === 'layer' ? indent : 0), measure.bold(heading) + sign) + padding;
    const least = number ? narrowest.number : narrowest.text;
    return Math.ceil(Math.min(Math.max(width, least), limits[name] ?? Number.POSITIVE_INFINITY));
  });
}

function widest(texts: readonly string[], measure: (text: string) => number): number {
  return texts.reduce((most, text) => Math.max(most, measure(text)), 0);
}
