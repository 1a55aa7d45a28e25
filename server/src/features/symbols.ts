import type { Document } from '../document/document.ts';
import { layerExtent, layersIn } from '../document/layers.ts';
import { onceFor } from '../memo/onceFor.ts';
import { entryLocation } from '../net/failure.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { Layer } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import { formatShape } from '../shape/shape.ts';
import type { FieldNode } from '../syntax/nodes.ts';
import { fieldsOf } from '../syntax/parse.ts';
import { shift } from '../text/range.ts';
import type { DocumentSymbol } from './types.ts';

/** The largest number of symbols: the JSON server of VS Code has the same limit. */
const mostSymbols = 5000;

/**
 * The outline: the layers of all states with their types, shapes and messages; the fields of a solver. Messages are left
 * out where there are more than 5,000 symbols with them: editors request the outline after each edit.
 */
export function documentSymbols(document: Document, state: NetState): DocumentSymbol[] {
  if (document.root === 'NetParameter') return layerSymbols(document, state);
  return [...fieldsOf(document.tree)].map(({ block, field }) =>
    fieldSymbol(field, document.tree.startOf(block)),
  );
}

function layerSymbols(document: Document, state: NetState): DocumentSymbol[] {
  const built = new Map(layersIn(document, state).map((layer) => [layer.field, layer]));
  const { layers } = document.netInput().upgraded;
  const count = layers.reduce((sum, { field }) => sum + messageCount(field), 0);
  return layers.map((layer) => ({
    ...layerSymbol(document, layer, built.get(layer.field)),
    children: count > mostSymbols ? [] : childrenOf(layer.field, document.tree.startOf(layer.block)),
  }));
}

/** The messages in a field, and the field itself. */
const messageCount = onceFor((field: FieldNode): number =>
  messageFields(field).reduce((sum, child) => sum + messageCount(child), 1),
);

function layerSymbol(
  document: Document,
  syntax: LayerSyntax,
  layer: Layer | undefined,
): Omit<DocumentSymbol, 'children'> {
  const { message, block } = syntax;
  const range = layerExtent(document.tree, syntax);
  const name = message.list('name')[0];
  const shapes = layer?.outputs.map((output) => formatShape(output.shape)).join(', ');
  const selectionRange = document.rangeOf(
    name ? entryLocation(name, block) : { block, range: syntax.field.name.range },
  );
  return {
    name: message.text('name') || '(no name)',
    detail: [message.text('type'), shapes].filter(Boolean).join(' · '),
    kind: 'layer',
    range,
    // The name of an upgraded layer may be outside of its range.
    selectionRange:
      selectionRange.start >= range.start && selectionRange.end <= range.end ? selectionRange : range,
  };
}

function childrenOf(field: FieldNode, start: number): DocumentSymbol[] {
  return messageFields(field).map((child) => fieldSymbol(child, start));
}

function messageFields(field: FieldNode): readonly FieldNode[] {
  return field.value?.kind === 'message'
    ? field.value.fields.filter((child) => child.value?.kind === 'message')
    : [];
}

function fieldSymbol(field: FieldNode, start: number): DocumentSymbol {
  const message = field.value?.kind === 'message';
  return {
    name: field.name.text,
    detail: field.value?.kind === 'scalar' ? field.value.text : '',
    kind: message ? 'message' : 'field',
    range: shift(field.range, start),
    selectionRange: shift(field.name.range, start),
    children: childrenOf(field, start),
  };
}
