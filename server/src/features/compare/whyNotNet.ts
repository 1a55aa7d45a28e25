import type { Document } from '../../document/document.ts';
import { foreignFile } from '../diagnostics/foreignFile.ts';

/** Why a file cannot be compared as a net; undefined if it can. An empty file is an empty net. */
export function whyNotNet(document: Document): string | undefined {
  const [foreign] = foreignFile(document);
  if (foreign) return foreign.message;
  if (document.root === 'SolverParameter') return 'This is a solver, not a net.';
  return document.root ? undefined : 'This is not a net.';
}
