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

/** Whether an error is at the type or the parameters of a layer as a whole, because something is still missing. */
function isOfWholeLayer(text: string, { start, end }: Range): boolean {
  return (
    text.slice(start, end).endsWith('_param') ||
    /\btype[ \t]*:[ \t]*$/u.test(text.slice(Math.max(start - 16, 0), start))
  );
}

/**
 * The diagnostics to show directly after an edit: without errors in half-typed words, comments and layers of the edited blocks,
 * unless they were shown before.
 */
export function whileTyping(
  { tree, text: source }: Document,
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
    const isHalfTyped =
      code.startsWith('comment/') ||
      (severity === 'error' &&
        (code.startsWith('text/') || ofHalfTyped.has(code) || isOfWholeLayer(source, range)));
    if (!isHalfTyped || shown.has(diagnosticKey(diagnostic))) return true;
    return range.end < start || range.start >= end;
  });
}
