import { type TextDocument, Uri } from 'vscode';

/** The scheme of the read-only documents that show summaries. */
export const summaryScheme = 'caffe-summary';

/** The document that shows the summary of a net; its name is what the tab says. */
export function summaryUri(net: Uri): Uri {
  const name = net.path.split('/').at(-1) ?? '';
  return Uri.from({ scheme: summaryScheme, path: `/Summary of ${name}`, query: net.toString() });
}

/** The net that a document is, or whose summary it shows. */
export function shownNet(document: TextDocument | undefined): Uri | undefined {
  if (document?.uri.scheme === summaryScheme) return Uri.parse(document.uri.query);
  return document?.languageId === 'prototxt' ? document.uri : undefined;
}
