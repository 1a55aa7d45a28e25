import type { Document } from '../document/document.ts';
import { layersIn } from '../document/layers.ts';
import type { Layer } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import type { Entry } from '../schema/message.ts';
import { type Dim, isKnown } from '../shape/dim.ts';
import { hasRank, type Shape } from '../shape/shape.ts';
import type { TextEdit } from '../text/edit.ts';
import { valueRange } from './fields.ts';
import { writeShape } from './writeShape.ts';

/**
 * Edits that write the assumed shapes of the inputs of a net into its file: the `dim`s of Input layers, the
 * `batch_size` of data layers, and a `# shape:` comment for sizes that are unknown otherwise. Sizes that data files
 * decide cannot be written.
 */
export function writeInputs(document: Document, state: NetState): TextEdit[] {
  if (!document.settings.assumed) return [];
  const inputs = layersIn(document, state).filter((layer) => layer.inputs.length === 0);
  const edits = inputs.flatMap((layer) =>
    layer.outputs.flatMap(({ shape }, index) => shapeEdits(document, layer, index, shape)),
  );
  return [...edits, ...commentEdits(document, state)];
}

/** The `# shape:` comments for the assumed shapes of blobs that have such a comment, or unknown sizes, in the file. */
function commentEdits(document: Document, state: NetState): TextEdit[] {
  const { assumed } = document.settings;
  const written = document.withText(document.text, { assumed: undefined });
  const tops = layersIn(written, state).flatMap(({ outputs }) => outputs);
  return [...(assumed?.shapes ?? [])].flatMap(([name, dims]) => {
    const own = tops.find((top) => top.name === name)?.shape;
    const isUnknown = own !== undefined && !(hasRank(own) && own.every(isKnown));
    return isUnknown || document.directives.shapes.has(name) ? writeShape(document, name, dims) : [];
  });
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
