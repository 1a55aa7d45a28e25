import type { Document } from '../document/document.ts';
import { layerExtent, layersIn } from '../document/layers.ts';
import { entryLocation } from '../net/failure.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { Layer } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import { formatShape } from '../shape/shape.ts';
import type { FieldNode } from '../syntax/nodes.ts';
import { fieldsOf } from '../syntax/parse.ts';
import { shift } from '../text/range.ts';
import type { DocumentSymbol } from './types.ts';

/** The outline: the layers of all states with their types and shapes; the fields of a solver. */
export function documentSymbols(document: Document, state: NetState): DocumentSymbol[] {
  if (document.root === 'NetParameter') return layerSymbols(document, state);
  return [...fieldsOf(document.tree)].map(({ block, field }) =>
    fieldSymbol(field, document.tree.startOf(block)),
  );
}

function layerSymbols(document: Document, state: NetState): DocumentSymbol[] {
  const built = new Map(layersIn(document, state).map((layer) => [layer.field, layer]));
  return document
    .netInput()
    .upgraded.layers.map((layer) => layerSymbol(document, layer, built.get(layer.field)));
}

function layerSymbol(document: Document, syntax: LayerSyntax, layer: Layer | undefined): DocumentSymbol {
  const { message, block, field } = syntax;
  const range = layerExtent(document.tree, syntax);
  const name = message.list('name')[0];
  const shapes = layer?.outputs.map((output) => formatShape(output.shape)).join(', ');
  const selectionRange = document.rangeOf(
    name ? entryLocation(name, block) : { block, range: field.name.range },
  );
  return {
    name: message.text('name') || '(no name)',
    detail: [message.text('type'), shapes].filter(Boolean).join(' · '),
    kind: 'layer',
    range,
    // The name of an upgraded layer may be outside of its range.
    selectionRange:
      selectionRange.start >= range.start && selectionRange.end <= range.end ? selectionRange : range,
    children: messageFields(field).map((child) => fieldSymbol(child, document.tree.startOf(block))),
  };
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
    children: message ? messageFields(field).map((child) => fieldSymbol(child, start)) : [],
  };
}
