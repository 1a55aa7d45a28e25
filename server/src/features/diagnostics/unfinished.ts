import type { Document } from '../../document/document.ts';
import type { Range } from '../../text/range.ts';
import type { Diagnostic } from '../types.ts';

/** Errors of the net about names and layers that may not be written to their end; those of the text are all of that kind. */
const ofHalfTyped: ReadonlySet<string> = new Set([
  'net/unknown-bottom',
  'net/unknown-layer-type',
  'net/exact-bottoms',
  'net/min-bottoms',
  'net/exact-tops',
  'net/min-tops',
]);

/** What tells a diagnostic from others, wherever it stands. */
export function diagnosticKey({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}

/**
 * Diagnostics as they are shown right behind a change of the text: without the errors of half-typed words and layers in the
 * blocks that it touches, unless they were shown before.
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
    const isHalfTyped = code.startsWith('text/') || ofHalfTyped.has(code);
    if (severity !== 'error' || !isHalfTyped || shown.has(diagnosticKey(diagnostic))) return true;
    return range.end < start || range.start >= end;
  });
}
