import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** A page: HTML that loads nothing but its own bundles, and runs no script but its own. */
export interface PanelPage {
  /** The folder of its bundles in `dist`: `page.js`, `page.css` and others. */
  readonly folder: string;
  readonly title: string;
  /** Sources of scripts besides its own one. */
  readonly scripts?: string;
  /** Further directives of the content security policy. */
  readonly policy?: (webview: Webview) => readonly string[];
  /** Bundles whose addresses the page reads from the data attributes of its body. */
  readonly data?: Readonly<Record<string, string>>;
}

/** The folder with the bundles of a page. */
export function pageFolder(extension: Uri, { folder }: PanelPage): Uri {
  return Uri.joinPath(extension, 'dist', folder);
}

export function pageHtml(webview: Webview, extension: Uri, page: PanelPage): string {
  const nonce = randomBytes(16).toString('base64url');
  const uriOf = (name: string) =>
    webview.asWebviewUri(Uri.joinPath(pageFolder(extension, page), name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'${page.scripts ? ` ${page.scripts}` : ''}`,
    ...(page.policy?.(webview) ?? []),
  ].join('; ');
  const data = Object.entries(page.data ?? {}).map(([name, file]) => ` data-${name}="${uriOf(file)}"`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${uriOf('page.css')}">
<title>${page.title}</title>
</head>
<body${data.join('')}>
<main></main>
<script nonce="${nonce}" src="${uriOf('page.js')}"></script>
</body>
</html>
`;
}
