import type { Document } from '../../document/document.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer, LayerBlob } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { formatShape, hasRank } from '../../shape/shape.ts';
import { addsNoErrors } from '../helpers/addsNoErrors.ts';
import { hasPlaceholderSize } from '../helpers/placeholders.ts';
import type { Rule } from '../rule.ts';
import { isSliding } from '../windows/windows.ts';

export const emptyTop: Rule = {
  code: 'empty-top',
  severity: 'warning',
  doc: {
    what: 'A top has an axis of length 0.',
    why: 'Caffe accepts it if no layer reads the values while the net is built, such as the last part of a Slice whose last `slice_point` is the end of the axis. The blob is empty, and every blob computed from it is empty too, or a later layer fails.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 6 } } }
layer {
  name: "slice" type: "Slice" bottom: "data" top: "a" top: "b"
  slice_param { slice_point: 6 }
}
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 6 } } }
layer {
  name: "slice" type: "Slice" bottom: "data" top: "a" top: "b"
  slice_param { slice_point: 3 }
}
`,
    fix: 'Give the axis a length; in a Slice, move the last point before the end of the axis.',
  },
  *layer(layer, near, document) {
    const index = layer.outputs.findIndex(isEmpty);
    const top = layer.outputs[index];
    if (!top || layer.inputs.some(isEmpty) || (isSliding(layer) && hasPlaceholderSize(layer, near.whole())))
      return;
    yield {
      message: `\`${top.name}\` is ${formatShape(top.shape)}, which contains no value.`,
      location: layerLocation(layer, placeOf(layer, index)),
      layer: layer.name,
      needsWhole: true,
      fixes: () => evenly(layer, document),
    };
  },
};

/** Sets the slice points of equal parts, if the axis can be divided evenly. */
function evenly(layer: Layer, document: Document): Fix[] {
  const { params, topCount } = layer.context;
  const points = params.list('slice_point');
  const shape = layer.inputs[0]?.shape;
  if (layer.type !== 'Slice' || points.length !== topCount - 1 || !shape || !hasRank(shape)) return [];
  const length = shape.at(params.has('slice_dim') ? params.int('slice_dim') : params.int('axis'));
  if (length === undefined || !isKnown(length) || length % topCount !== 0) return [];
  const part = length / topCount;
  const edits = points.map((point, index) => ({
    range: valueRange(document.tree, layer, point),
    newText: String(part * (index + 1)),
  }));
  return addsNoErrors(document, edits) ? [{ title: `Slice into ${topCount} parts of ${part}`, edits }] : [];
}

function placeOf(layer: Layer, top: number) {
  return layer.context.params.list('slice_point').at(-1) ?? layer.message.list('top')[top];
}

function isEmpty({ shape }: LayerBlob): boolean {
  return hasRank(shape) && shape.includes(0);
}
