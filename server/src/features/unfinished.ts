import type { Document } from '../document/document.ts';
import type { Diagnostic } from './types.ts';

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
 * Diagnostics as they are shown while somebody types at an offset: without the errors of half-typed words and layers in the
 * block around it, unless they were shown before.
 */
export function whileTyping(
  { tree }: Document,
  found: readonly Diagnostic[],
  offset: number,
  shown: ReadonlySet<string>,
): readonly Diagnostic[] {
  const index = tree.blocks.findLastIndex(({ start }) => start <= offset);
  const start = tree.blocks[index]?.start ?? 0;
  const end = tree.blocks[index + 1]?.start ?? tree.text.length;
  return found.filter((diagnostic) => {
    const { severity, code, range } = diagnostic;
    const isHalfTyped = code.startsWith('text/') || ofHalfTyped.has(code);
    if (severity !== 'error' || !isHalfTyped || shown.has(diagnosticKey(diagnostic))) return true;
    return range.end < start || range.start > end;
  });
}
