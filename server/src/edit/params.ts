import type { LayerSyntax } from '../net/lower.ts';
import { type Entry, Message } from '../schema/message.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { TextEdit } from '../text/edit.ts';
import {
  addField,
  entryBody,
  fieldRange,
  layerBody,
  removeField,
  removeFields,
  replaceField,
} from './fields.ts';
import { type NewField, newField } from './newField.ts';

/**
 * Sets a field of a layer's sub-message (`kernel_size` of its `pooling_param`): replaces the value, adds the field
 * after the others, or adds a sub-message. Undefined for a layer in a different syntax.
 */
export function setParam(
  tree: SyntaxTree,
  layer: LayerSyntax,
  param: string,
  field: NewField,
): TextEdit | undefined {
  const { text } = tree;
  const body = layerBody(tree, layer);
  const [entry] = layer.message.list(param);
  if (!body || !entry) return body && addField(text, body, newField(param, [field]));
  const inner = entryBody(tree, layer, entry);
  const [written] = entry.value instanceof Message ? entry.value.list(field.name) : [];
  if (written) return replaceField(text, fieldRange(tree, layer, written), field);
  return inner && addField(text, inner, field);
}

/** Removes fields from a layer's sub-message, and the sub-message if it becomes empty. */
export function removeParams(
  tree: SyntaxTree,
  layer: LayerSyntax,
  whole: Entry | undefined,
  entries: readonly Entry[],
): TextEdit[] {
  const { text } = tree;
  const fields = [...new Map(entries.map((entry) => [entry.field, entry])).values()];
  const left = whole?.node.kind === 'message' ? whole.node.fields.length - fields.length : 1;
  if (whole && left === 0) return [removeField(text, fieldRange(tree, layer, whole))];
  return removeFields(
    text,
    fields.map((entry) => fieldRange(tree, layer, entry)),
  );
}

/** Adds a sub-message that the layer does not have yet. */
export function setParamMessage(
  tree: SyntaxTree,
  layer: LayerSyntax,
  param: string,
  fields: readonly NewField[],
): TextEdit | undefined {
  const { text } = tree;
  const body = layerBody(tree, layer);
  return body && addField(text, body, newField(param, fields));
}
