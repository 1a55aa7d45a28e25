import type { PanelPage } from '../panels/panelPage.ts';

/** The page of the table. */
export const tablePage: PanelPage = { folder: 'table', title: 'Network Table' };
