import type { PanelKind } from '../panels/panelView.ts';
import { tablePage } from './tablePage.ts';
import { TablePanel } from './tablePanel.ts';

/** The panels that show nets as tables. */
export const tableView: PanelKind = {
  viewType: 'caffePrototxt.table',
  command: 'caffePrototxt.openTable',
  title: (file) => `Table of ${file}`,
  page: tablePage,
  create: (panel, net, around) => new TablePanel(panel, net, around),
};
