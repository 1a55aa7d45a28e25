import type { LayerSyntax } from '../net/lower.ts';
import type { Entry } from '../schema/message.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { TextEdit } from '../text/edit.ts';
import {
  addField,
  type Body,
  fieldRange,
  layerBody,
  messageBody,
  removeField,
  valueRange,
} from './fields.ts';
import { newField, quoted } from './newField.ts';

/** Adds a bottom or a top to a layer, after the existing ones; undefined for a layer without its own text. */
export function addBlob(
  tree: SyntaxTree,
  layer: LayerSyntax,
  kind: 'bottom' | 'top',
  name: string,
): TextEdit | undefined {
  const body = blobsBody(tree, layer);
  if (!body) return undefined;
  const { message } = layer;
  const before = kind === 'top' ? ['top', 'bottom', 'type', 'name'] : ['bottom', 'type', 'name'];
  const ranges = before
    .flatMap((field) => message.list(field).slice(-1))
    .map((entry) => fieldRange(tree, layer, entry));
  const after = ranges.find(({ start }) => body.fields.some((field) => field.start === start));
  return addField(tree.text, body, newField(kind, quoted(name)), after);
}

/** Removes one bottom or top: a whole field or an item of a list. */
export function removeBlob(tree: SyntaxTree, layer: LayerSyntax, entry: Entry): TextEdit {
  const { value } = entry.field;
  if (value?.kind !== 'list' || value.items.length < 2)
    return removeField(tree.text, fieldRange(tree, layer, entry));
  const index = value.items.findIndex(({ range }) => range === entry.node.range);
  const [before, own, after] = [value.items[index - 1], value.items[index], value.items[index + 1]];
  const start = before ? before.range.end : (own?.range.start ?? 0);
  const end = before ? (own?.range.end ?? start) : (after?.range.start ?? start);
  const range = tree.rangeOf({ block: entry.block ?? layer.block, range: { start, end } });
  return { range, newText: '' };
}

/** Renames a bottom or a top in this layer only. */
export function writeBlob(tree: SyntaxTree, layer: LayerSyntax, entry: Entry, name: string): TextEdit {
  return { range: valueRange(tree, layer, entry), newText: quoted(name) };
}

/** The body with the bottoms and tops: in V0, outside the inner `layer`. */
function blobsBody(tree: SyntaxTree, layer: LayerSyntax): Body | undefined {
  const { field, block } = layer;
  const outer = field.name.text === 'layers' && field.value?.kind === 'message' ? field.value : undefined;
  return layerBody(tree, layer) ?? (outer && messageBody(outer, tree.startOf(block)));
}
