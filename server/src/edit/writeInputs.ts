import type { Document } from '../document/document.ts';
import { layersIn } from '../document/layers.ts';
import type { Layer } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import type { Entry } from '../schema/message.ts';
import { type Dim, isKnown } from '../shape/dim.ts';
import { hasRank, type Shape } from '../shape/shape.ts';
import type { TextEdit } from '../text/edit.ts';
import { valueRange } from './fields.ts';

/**
 * Edits that write the assumed shapes of the inputs of a net into its file: the `dim`s of Input layers, and the
 * `batch_size` of data layers. Sizes that depend on data files cannot be written.
 */
export function writeInputs(document: Document, state: NetState): TextEdit[] {
  const inputs = layersIn(document, state).filter((layer) => layer.inputs.length === 0);
  return inputs.flatMap((layer) =>
    layer.outputs.flatMap(({ shape }, index) => shapeEdits(document, layer, index, shape)),
  );
}

function shapeEdits(document: Document, layer: Layer, top: number, shape: Shape): TextEdit[] {
  if (!hasRank(shape)) return [];
  const { params } = layer.context;
  const shapes = params.messages('shape');
  const own = shapes[top] ?? shapes[0];
  const dims = own?.list('dim') ?? [];
  const edit = (entry: Entry | undefined, written: number | undefined, wanted: Dim | undefined) =>
    entry && wanted !== undefined && isKnown(wanted) && wanted !== written
      ? [{ range: valueRange(document.tree, layer, entry), newText: String(wanted) }]
      : [];
  if (own && dims.length === shape.length)
    return own.ints('dim').flatMap((written, axis) => edit(dims[axis], written, shape[axis]));
  return top === 0 ? edit(params.list('batch_size')[0], params.int('batch_size'), shape[0]) : [];
}
