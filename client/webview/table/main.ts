import type { ToTable } from '../../src/table/tableMessages.ts';
import type { Host } from '../host.ts';
import type { StoredTable } from './stored.ts';
import { TablePage } from './tablePage.ts';

/** Provided by VS Code in webviews. */
declare function acquireVsCodeApi(): Host<StoredTable>;

const host = acquireVsCodeApi();
const page = new TablePage(host, document.querySelector('main') ?? document.body);
// Only the extension can send messages to a webview.
window.addEventListener('message', ({ data }: MessageEvent<ToTable>) => page.received(data));
host.postMessage({ kind: 'ready' });
