import type { PanelPage } from '../panels/panelPage.ts';

/** The page of the graph. */
export const graphPage: PanelPage = {
  folder: 'graph',
  title: 'Network Graph',
  // Graphviz is WebAssembly. It runs in a worker, whose script has to come from a blob in a webview.
  scripts: "'wasm-unsafe-eval'",
  policy: ({ cspSource }) => [
    'worker-src blob:',
    `connect-src ${cspSource}`,
    // The picture that is saved as PNG.
    'img-src blob:',
  ],
  data: { worker: 'worker.js' },
};
