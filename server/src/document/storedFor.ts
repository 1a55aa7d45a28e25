import { onceFor } from '../memo/onceFor.ts';
import { formatState, type NetState } from '../net/states/state.ts';
import type { Document } from './document.ts';

/** The same function, computed once for each document and state or states: several views show the result. */
export function storedFor<S extends NetState | readonly NetState[], T>(
  compute: (document: Document, states: S) => T,
): (document: Document, states: S) => T {
  const resultsOf = onceFor((_document: Document) => new Map<string, T>());
  return (document, states) => {
    const known = resultsOf(document);
    const key = [states].flat().map(formatState).join('\n');
    const found = known.get(key) ?? compute(document, states);
    known.set(key, found);
    return found;
  };
}
