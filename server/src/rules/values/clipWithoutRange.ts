import type { Document } from '../../document/document.ts';
import { draft } from '../../edit/draft.ts';
import type { Fix } from '../../edit/fix.ts';
import { setParamMessage } from '../../edit/params.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import { isOfBvlc } from '../helpers/ofBvlc.ts';
import type { Rule } from '../rule.ts';

/** A range of nothing but 0. */
export const clipWithoutRange: Rule = {
  code: 'clip-without-range',
  severity: 'warning',
  doc: {
    what: 'A Clip layer has no `clip_param`, so that it makes 0 of everything.',
    why: 'Both ends of the range count as 0 where they are not given. Caffe asks for `min` and `max` only where the message `clip_param` is there.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "clip" type: "Clip" bottom: "data" top: "clip" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "clip" type: "Clip" bottom: "data" top: "clip" clip_param { min: 0 max: 6 } }
`,
    fix: 'Give `min` and `max`.',
  },
  types: ['Clip'],
  *layer(layer, _near, document) {
    if (layer.message.has('clip_param') || !isOfBvlc(layer)) return;
    yield {
      message: `\`${layer.name}\` makes 0 of every value: without \`clip_param\` both ends of its range are 0.`,
      place: layerPlace(layer),
      layer: layer.name,
      fixes: () => withRange(layer, document),
    };
  },
};

/** The range of ReLU6, for which the layer is mostly used. */
function withRange(layer: Layer, { tree }: Document): Fix[] {
  const edit = setParamMessage(tree, layer, 'clip_param', [draft('min', 0), draft('max', 6)]);
  return edit ? [{ title: 'Clip to 0 to 6, as ReLU6 does', edits: [edit] }] : [];
}
