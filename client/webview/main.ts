import type { ToPage } from '../src/graph/graphMessages.ts';
import { addColors } from './colors.ts';
import { type Host, storedState } from './host.ts';
import { GraphPage } from './page.ts';
import type { StoredState } from './state.ts';

/** Provided by VS Code in webviews. */
declare function acquireVsCodeApi(): Host<StoredState>;

const host = acquireVsCodeApi();
const main = document.querySelector('main') ?? document.body;
addColors();
const page = new GraphPage(host, main, document.body.dataset.worker ?? '');
// Only the extension can send messages to a webview.
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => page.received(data));
host.postMessage({ kind: 'ready', overlaid: storedState(host)?.overlaid ?? false });
