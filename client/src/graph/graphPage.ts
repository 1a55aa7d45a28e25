import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** The folder with the bundles of the page. */
export function pageFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'graph');
}

/** The HTML of the graph. It loads nothing but its own bundles, and runs no script but its own. */
export function graphPage(webview: Webview, extension: Uri): string {
  const nonce = randomBytes(16).toString('base64url');
  const uriOf = (name: string) => webview.asWebviewUri(Uri.joinPath(pageFolder(extension), name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    // Graphviz is WebAssembly. It runs in a worker, whose script has to come from a blob in a webview.
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `connect-src ${webview.cspSource}`,
    // The picture that is saved as PNG.
    'img-src blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${uriOf('page.css')}">
<title>Network Graph</title>
</head>
<body data-worker="${uriOf('worker.js')}">
<main></main>
<script nonce="${nonce}" src="${uriOf('page.js')}"></script>
</body>
</html>
`;
}
