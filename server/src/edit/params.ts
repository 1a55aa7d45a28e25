import type { LayerSyntax } from '../net/lower.ts';
import { type Entry, Message } from '../schema/message.ts';
import type { TextEdit } from '../text/edit.ts';
import { type Draft, draft } from './draft.ts';
import {
  addField,
  entryBody,
  fieldRange,
  layerBody,
  removeField,
  removeFields,
  replaceField,
} from './fields.ts';

/**
 * Gives a field of a layer's sub-message (`kernel_size` of its `pooling_param`) a value: in place of the one that is
 * there, behind the other fields, or in a sub-message of its own. Undefined for a layer whose text has another form.
 */
export function setParam(
  text: string,
  layer: LayerSyntax,
  param: string,
  field: Draft,
): TextEdit | undefined {
  const body = layerBody(layer);
  const [entry] = layer.message.list(param);
  if (!body || !entry) return body && addField(text, body, draft(param, [field]));
  const inner = entryBody(layer, entry);
  const [written] = entry.value instanceof Message ? entry.value.list(field.name) : [];
  if (written) return replaceField(text, fieldRange(layer, written), field);
  return inner && addField(text, inner, field);
}

/** Takes fields out of a layer's sub-message, and the sub-message too where nothing is left in it. */
export function removeParams(
  text: string,
  layer: LayerSyntax,
  whole: Entry | undefined,
  entries: readonly Entry[],
): TextEdit[] {
  const fields = [...new Map(entries.map((entry) => [entry.field, entry])).values()];
  const left = whole?.node.kind === 'message' ? whole.node.fields.length - fields.length : 1;
  if (whole && left === 0) return [removeField(text, fieldRange(layer, whole))];
  return removeFields(
    text,
    fields.map((entry) => fieldRange(layer, entry)),
  );
}

/** Gives a layer a sub-message that it does not have yet. */
export function setParamMessage(
  text: string,
  layer: LayerSyntax,
  param: string,
  fields: readonly Draft[],
): TextEdit | undefined {
  const body = layerBody(layer);
  return body && addField(text, body, draft(param, fields));
}
