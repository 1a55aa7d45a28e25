import type { Document } from '../../document/document.ts';
import { notNet } from '../../document/notNet.ts';
import { foreignFile } from '../diagnostics/foreignFile.ts';

/** Why a file cannot be compared as a net; undefined if it can. An empty file is an empty net. */
export function whyNotNet(document: Document): string | undefined {
  const [foreign] = foreignFile(document);
  return foreign ? foreign.message : notNet(document);
}
