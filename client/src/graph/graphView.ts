import type { PanelKind } from '../panels/panelView.ts';
import { graphPage } from './graphPage.ts';
import { GraphPanel } from './graphPanel.ts';

/** The panels that show nets as graphs. */
export const graphView: PanelKind = {
  viewType: 'caffePrototxt.graph',
  command: 'caffePrototxt.openGraph',
  title: (file) => `Graph of ${file}`,
  page: graphPage,
  create: (panel, net, around) => new GraphPanel(panel, net, around),
};
