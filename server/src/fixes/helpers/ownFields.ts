import { layerExtent } from '../../document/layers.ts';
import { addField, layerBody, valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { removeParams, setParam } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext } from '../fixer.ts';
import { draftOf } from './fieldPath.ts';
import { layerIndexAt, ownBody, syntaxOf } from './layerText.ts';
import { offer } from './offer.ts';
import { layersLike, valuesLike } from './suggestValue.ts';

/** V0 names of fields that are renamed in the current syntax. */
const oldNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    batch_size: 'batchsize',
    bias_term: 'biasterm',
    kernel_size: 'kernelsize',
  }),
);

/** The current name of a V0 field. */
export function currentName(old: string): string {
  return [...oldNames.keys()].find((name) => oldNames.get(name) === old) ?? old;
}

/** Sets a field of a layer's own parameters; if it is repeated, sets its last value. */
export function setOwn(
  { document: { text, tree } }: Pick<FixContext, 'document'>,
  layer: Layer,
  field: string,
  value: string | number | boolean,
): TextEdit | undefined {
  const written = layer.context.params.list(field).at(-1);
  if (written) return { range: valueRange(tree, layer, written), newText: String(value) };
  const param = layer.definition?.paramField;
  if (param === undefined) return undefined;
  if (syntaxOf(layer) !== 'V0') return setParam(tree, layer, param, newField(field, value));
  const body = ownBody(tree, layer);
  return body && addField(text, body, newField(oldNames.get(field) ?? field, value));
}

/** Removes fields from a layer's own parameters. */
export function removeOwn(
  { document: { tree } }: Pick<FixContext, 'document'>,
  layer: Layer,
  ...fields: readonly string[]
): TextEdit[] {
  const { params } = layer.context;
  const entries = fields.flatMap((field) => params.list(field));
  const [whole] = layer.message.list(layer.definition?.paramField ?? '');
  // A V0 layer has its parameters among its other fields.
  return removeParams(tree, layer, syntaxOf(layer) === 'V0' ? undefined : whole, entries);
}

/** The fields that are set in a layer's own parameters. */
export function written(layer: Layer, ...fields: readonly string[]): string[] {
  return fields.filter((field) => layer.context.params.has(field));
}

/** One fix that sets one field to one value. */
export function offerValue(
  context: FixContext,
  layer: Layer,
  field: string,
  value: string | number | boolean,
  why = '',
): Fix[] {
  return offer(`Set \`${field}: ${value}\`${why}`, [setOwn(context, layer, field, value)]);
}

/** Fixes that set a field to the values of similar layers, then to some others. */
export function offerLike(
  context: FixContext,
  layer: Layer,
  field: string,
  others: readonly (string | number)[] = [],
): Fix[] {
  const { tree } = context.document;
  const { layers } = context.document.netInput().upgraded;
  const index = layerIndexAt(tree, layers, layerExtent(tree, layer).start);
  const path = [layer.definition?.paramField ?? '', field];
  const like = valuesLike(layers, index, path).slice(0, 4);
  const rest = others.filter((value) => like.every(({ text }) => text !== String(value)));
  return [
    ...like.flatMap(({ text, from }) => offerValue(context, layer, field, text, `, as in \`${from}\``)),
    ...rest.flatMap((value) => offerValue(context, layer, field, value)),
  ];
}

/** Fixes that copy all parameters of a similar layer, for a layer without parameters. */
export function offerWhole({ document }: Pick<FixContext, 'document'>, layer: Layer): Fix[] {
  const param = layer.definition?.paramField ?? '';
  const body = layerBody(document.tree, layer);
  if (!body || layer.message.has(param)) return [];
  const { layers } = document.netInput().upgraded;
  return layersLike(layers, layerIndexAt(document.tree, layers, layerExtent(document.tree, layer).start))
    .filter(({ message }) => message.has(param))
    .slice(0, 3)
    .flatMap((other) => {
      const [entry] = other.message.list(param);
      const whole =
        entry && draftOf(document.text, entry.field, document.tree.startOf(entry.block ?? other.block));
      if (whole?.name !== param) return [];
      const title = `Copy the parameters of \`${other.message.text('name')}\``;
      return offer(title, [addField(document.text, body, whole)]);
    });
}
