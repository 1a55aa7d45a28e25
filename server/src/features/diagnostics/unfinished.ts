import type { Document } from '../../document/document.ts';
import type { Range } from '../../text/range.ts';
import type { Diagnostic } from '../types.ts';

/** Checks of the net that half-typed names and layers fail, besides all text errors. */
const ofHalfTyped: ReadonlySet<string> = new Set([
  'net/unknown-bottom',
  'net/unknown-layer-type',
  'net/exact-bottoms',
  'net/min-bottoms',
  'net/exact-tops',
  'net/min-tops',
]);

/** A key that identifies a diagnostic, independent of its range. */
export function diagnosticKey({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}

/**
 * The diagnostics to show directly after an edit: without errors in half-typed words, comments and layers of the edited blocks,
 * unless they were shown before.
 */
export function whileTyping(
  { tree }: Document,
  found: readonly Diagnostic[],
  changed: Range,
  shown: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { starts, text } = tree;
  const first = tree.countTo(changed.start) - 1;
  const start = starts[first] ?? 0;
  const end = starts[Math.max(tree.countTo(changed.end - 1), first + 1)] ?? text.length;
  return found.filter((diagnostic) => {
    const { severity, code, range } = diagnostic;
    const isError = severity === 'error' && (code.startsWith('text/') || ofHalfTyped.has(code));
    const isHalfTyped = isError || code.startsWith('comment/');
    if (!isHalfTyped || shown.has(diagnosticKey(diagnostic))) return true;
    return range.end < start || range.start >= end;
  });
}
