import { type TextDocument, Uri } from 'vscode';
import { comparedNets, comparisonScheme } from './comparisonUri.ts';

/** The scheme of the read-only documents that show summaries. */
export const summaryScheme = 'caffe-summary';

/** The URI of the summary of a net; its path is the title of the tab. */
export function summaryUri(net: Uri): Uri {
  const name = net.path.split('/').at(-1) ?? '';
  return Uri.from({ scheme: summaryScheme, path: `/Summary of ${name}`, query: net.toString() });
}

/** The net in a document, or the net whose summary or comparison the document shows. */
export function shownNet(document: TextDocument | undefined): Uri | undefined {
  if (document?.uri.scheme === summaryScheme) return Uri.parse(document.uri.query);
  if (document?.uri.scheme === comparisonScheme) return Uri.parse(comparedNets(document.uri).net);
  return document?.languageId === 'prototxt' ? document.uri : undefined;
}
