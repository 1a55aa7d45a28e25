import * as lsp from 'vscode-languageserver';
import type { FlowItem } from '../../features/navigation/dataFlow.ts';
import type { Fold } from '../../features/navigation/folding.ts';
import type { Highlight } from '../../features/navigation/navigate.ts';
import type { Range } from '../../text/range.ts';
import type { Text } from '../texts.ts';
import { lineOf, symbolKinds, toRange } from './features.ts';

/** Converts the answers about names and structure, as `features.ts` does for the others. */

const highlightKinds: Readonly<Record<Highlight['kind'], lsp.DocumentHighlightKind>> = {
  read: lsp.DocumentHighlightKind.Read,
  write: lsp.DocumentHighlightKind.Write,
};

/** An occurrence of a name. */
export function toHighlight({ range, kind }: Highlight, text: Text): lsp.DocumentHighlight {
  return { range: toRange(range, text), kind: highlightKinds[kind] };
}

/** A layer as an item of the call hierarchy, which shows the data flow. */
export function toFlowItem(item: FlowItem, text: Text): lsp.CallHierarchyItem {
  return {
    name: lineOf(item.name).trim() || '(no name)',
    detail: lineOf(item.detail),
    kind: symbolKinds.layer,
    uri: text.uri,
    range: toRange(item.range, text),
    selectionRange: toRange(item.selectionRange, text),
  };
}

/** The offset of an item of the call hierarchy. */
export function fromItem(
  { selectionRange }: Pick<lsp.CallHierarchyItem, 'selectionRange'>,
  text: Text,
): number {
  return text.offsetAt(selectionRange.start);
}

const foldKinds: Readonly<Record<Fold['kind'], lsp.FoldingRangeKind | undefined>> = {
  message: undefined,
  comment: lsp.FoldingRangeKind.Comment,
  region: lsp.FoldingRangeKind.Region,
};

/** Folds as whole lines; those within one line are left out. */
export function toFolds(folds: readonly Fold[], text: Text): lsp.FoldingRange[] {
  return folds.flatMap(({ range, kind: name }) => {
    const { start, end } = toRange(range, text);
    const kind = foldKinds[name];
    return start.line < end.line ? [{ startLine: start.line, endLine: end.line, ...(kind && { kind }) }] : [];
  });
}

/** Ranges from the inside to the outside as a chain. */
export function toSelection(ranges: readonly Range[], text: Text): lsp.SelectionRange {
  const [first, ...outer] = ranges.map((range) => toRange(range, text)).reverse();
  const start = { line: 0, character: 0 };
  return outer.reduce<lsp.SelectionRange>((parent, range) => ({ range, parent }), {
    range: first ?? { start, end: start },
  });
}
