import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { setParamMessage } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { isBvlcLayer } from '../helpers/bvlcLayer.ts';
import type { Rule } from '../rule.ts';

export const clipWithoutRange: Rule = {
  code: 'clip-without-range',
  severity: 'warning',
  doc: {
    what: 'A Clip layer has no `clip_param`, so its output is always 0.',
    why: 'Without `clip_param`, both ends of the range default to 0. Caffe requires `min` and `max` only if `clip_param` is present.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "clip" type: "Clip" bottom: "data" top: "clip" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "clip" type: "Clip" bottom: "data" top: "clip" clip_param { min: 0 max: 6 } }
`,
    fix: 'Set `min` and `max`.',
  },
  types: ['Clip'],
  *layer(layer, _near, document) {
    if (layer.message.has('clip_param') || !isBvlcLayer(layer)) return;
    yield {
      message: `The output of \`${layer.name}\` is always 0: without \`clip_param\`, \`min\` and \`max\` are both 0.`,
      location: layerLocation(layer),
      layer: layer.name,
      fixes: () => withRange(layer, document),
    };
  },
};

/** The range of ReLU6, the most common use of the layer. */
function withRange(layer: Layer, { tree }: Document): Fix[] {
  const edit = setParamMessage(tree, layer, 'clip_param', [newField('min', 0), newField('max', 6)]);
  return edit ? [{ title: 'Set the range 0 to 6, as in ReLU6', edits: [edit] }] : [];
}
