import type { NamedRow } from '../../../server/src/features/summary/namedRows.ts';
import type { ColumnTotals } from '../../../server/src/features/summary/tableView.ts';
import type { TableAnswer } from '../../../server/src/lsp/protocol.ts';

/** The messages between the extension and the page of the table. Types and their guards only. */

/** What the table shows besides its rows. */
export interface TableFacts {
  /** The name of the net, and the state and the dialect in which it is read. */
  readonly title: string;
  /** The shapes that are assumed and not in the file; empty if there are none. */
  readonly assumed: string;
  readonly totals: ColumnTotals;
}

/** What the table shows. */
export interface TableContent extends TableFacts {
  readonly rows: readonly NamedRow[];
}

/** The facts of a table, and the edits of its rows. */
export interface TableEdits {
  readonly facts: TableFacts;
  readonly edits: TableAnswer['edits'];
}

/** To the page. */
export type ToTable =
  /** The table of the net, null if the file is not a net; the columns that the user has chosen, if any. */
  | {
      readonly kind: 'table';
      readonly uri: string;
      readonly content: TableEdits | null;
      readonly columns: readonly string[] | null;
    }
  /** What an edit changed. */
  | ({ readonly kind: 'changes' } & TableEdits)
  /** The cursor is in this layer. */
  | { readonly kind: 'select'; readonly row: string };

/** From the page. */
export type FromTable =
  | { readonly kind: 'ready' }
  /** Shows the layer of a row in the editor, and moves the focus there if the user wants to edit. */
  | { readonly kind: 'reveal'; readonly row: string; readonly focus: boolean }
  /** Puts a text on the clipboard. */
  | { readonly kind: 'copy'; readonly text: string }
  /** Remembers the columns that the user has chosen. */
  | { readonly kind: 'columns'; readonly columns: readonly string[] };

/** More columns than there are. */
const mostColumns = 100;

/** Whether a message from a page is one of the above. */
export function isFromTable(message: unknown): message is FromTable {
  const { kind, row, focus, text, columns } = (message ?? {}) as Record<string, unknown>;
  if (kind === 'ready') return true;
  if (kind === 'reveal') return typeof row === 'string' && typeof focus === 'boolean';
  if (kind === 'copy') return typeof text === 'string';
  return kind === 'columns' && isColumns(columns);
}

/** Whether a value is a list of names of columns. */
export function isColumns(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) && value.length <= mostColumns && value.every((name) => typeof name === 'string')
  );
}
