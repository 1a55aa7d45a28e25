import { type ColumnName, columnNames, type Sorting } from '../../../server/src/features/summary/columns.ts';
import { type Grouping, groupings } from '../../../server/src/features/summary/groups.ts';
import type { PageState } from '../../src/panels/pageState.ts';

/** What the page of the table remembers while it is hidden or the window is loaded again. */
export interface StoredTable extends PageState {
  readonly sorting?: Sorting | null;
  readonly filter?: string;
  readonly grouping?: Grouping | null;
  readonly open?: readonly string[];
  readonly selected?: string | undefined;
  readonly scroll?: number;
}

/** The sorting of a stored state, if its column still exists. */
export function knownSorting(sorting: Sorting | null | undefined): Sorting | null {
  return sorting && isColumn(sorting.column) ? sorting : null;
}

export function knownGrouping(grouping: string | null | undefined): Grouping | null {
  return groupings.find((each) => each === grouping) ?? null;
}

/** The columns that exist, in their usual order, always with the names of the layers. */
export function knownColumns(names: readonly string[]): readonly ColumnName[] {
  return columnNames.filter((name) => name === 'layer' || names.includes(name));
}

function isColumn(name: string): name is ColumnName {
  return (columnNames as readonly string[]).includes(name);
}
