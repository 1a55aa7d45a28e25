import type { LayerSyntax } from '../net/lower.ts';
import type { Entry } from '../schema/message.ts';
import type { TextEdit } from '../text/edit.ts';
import { shift } from '../text/range.ts';
import { draft, quoted } from './draft.ts';
import {
  addField,
  type Body,
  fieldRange,
  layerBody,
  messageBody,
  removeField,
  valueRange,
} from './fields.ts';

/** Adds a bottom or a top to a layer, behind those that it has; undefined for a layer that has no text of its own. */
export function addBlob(
  text: string,
  layer: LayerSyntax,
  kind: 'bottom' | 'top',
  name: string,
): TextEdit | undefined {
  const body = blobsBody(layer);
  if (!body) return undefined;
  const { message } = layer;
  const before = kind === 'top' ? ['top', 'bottom', 'type', 'name'] : ['bottom', 'type', 'name'];
  const ranges = before
    .flatMap((field) => message.list(field).slice(-1))
    .map((entry) => fieldRange(layer, entry));
  const behind = ranges.find(({ start }) => body.fields.some((field) => field.start === start));
  return addField(text, body, draft(kind, quoted(name)), behind);
}

/** Takes one bottom or top away, be it a field of its own or one of a list. */
export function removeBlob(text: string, layer: LayerSyntax, entry: Entry): TextEdit {
  const { value } = entry.field;
  if (value?.kind !== 'list' || value.items.length < 2) return removeField(text, fieldRange(layer, entry));
  const index = value.items.findIndex(({ range }) => range === entry.node.range);
  const [before, own, after] = [value.items[index - 1], value.items[index], value.items[index + 1]];
  const start = before ? before.range.end : (own?.range.start ?? 0);
  const end = before ? (own?.range.end ?? start) : (after?.range.start ?? start);
  return { range: shift({ start, end }, (entry.block ?? layer.block).start), newText: '' };
}

/** Gives a bottom or a top another name, in this layer alone. */
export function writeBlob(layer: LayerSyntax, entry: Entry, name: string): TextEdit {
  return { range: valueRange(layer, entry), newText: quoted(name) };
}

/** Where bottoms and tops stand: of a V0 layer, outside its inner `layer`. */
function blobsBody(layer: LayerSyntax): Body | undefined {
  const { field, block } = layer;
  const outer = field.name.text === 'layers' && field.value?.kind === 'message' ? field.value : undefined;
  return layerBody(layer) ?? (outer && messageBody(outer, block.start));
}
