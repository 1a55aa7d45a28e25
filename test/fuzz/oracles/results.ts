import type { DocumentSymbol } from '../../../server/src/features/types.ts';
import { first, type Oracle, outside, type Subject } from './oracle.ts';

/** Oracles about what the editor shows of a document. */
export const resultOracles: readonly Oracle[] = [
  { name: 'diagnostics are in the text', violation: diagnosticRanges },
  { name: 'no rule or layer definition fails', violation: bugs },
  { name: 'hints, symbols and the summary are in the text', violation: overviewRanges },
  { name: 'hovers and completions are in the text', violation: rangesAtOffsets },
];

function diagnosticRanges({ tool, document }: Subject): string | undefined {
  return first(tool.diagnostics(document), ({ range, caffeRange = range, related = [], code }) =>
    first([range, caffeRange, ...related.map((each) => each.range)], (each) =>
      outside(each, document.text.length, code),
    ),
  );
}

function bugs({ tool, document }: Subject): string | undefined {
  return tool
    .diagnostics(document)
    .find(
      ({ code, message }) => code === 'tool/rule-failed' || message.includes('which is a bug in this tool'),
    )?.message;
}

function overviewRanges({ tool, document }: Subject): string | undefined {
  const { length } = document.text;
  const shown = { shapes: true, parameters: true, batch: true };
  return first(document.states().states, (state) => {
    const hints = tool.inlayHints(document, undefined, state, shown);
    const symbols = tool.documentSymbols(document, state).flatMap(withChildren);
    return (
      first(hints, ({ offset }) => outside({ start: offset, end: offset }, length, 'a hint')) ??
      first(symbols, symbolRanges(length)) ??
      first(tool.summary(document, state)?.rows ?? [], ({ range }) => outside(range, length, 'a row'))
    );
  });
}

function symbolRanges(length: number) {
  return ({ range, selectionRange, name }: DocumentSymbol): string | undefined => {
    // Editors reject a symbol whose name is outside of it.
    const within = range.start <= selectionRange.start && selectionRange.end <= range.end;
    return within
      ? outside(range, length, `the symbol ${name}`)
      : `the name of the symbol ${name} is outside of it`;
  };
}

function withChildren(symbol: DocumentSymbol): DocumentSymbol[] {
  return [symbol, ...symbol.children.flatMap(withChildren)];
}

/** The number of offsets at which each feature is requested. */
const offsetsTried = 12;

function rangesAtOffsets({ tool, document, random }: Subject): string | undefined {
  const { length } = document.text;
  const [state] = document.states().states;
  const offsets = Array.from({ length: offsetsTried }, () => random.below(length + 1));
  return first(offsets, (offset) => {
    const shown = tool.hover(document, offset, state);
    return (
      (shown && outside(shown.range, length, `the hover at ${offset}`)) ??
      first(tool.completion(document, offset, state), ({ range, label }) =>
        outside(range, length, `the completion ${label} at ${offset}`),
      )
    );
  });
}
