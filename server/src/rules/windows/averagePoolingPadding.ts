import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { removeParams } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { addsNoErrors } from '../helpers/addsNoErrors.ts';
import type { Rule } from '../rule.ts';

const pads = ['pad', 'pad_h', 'pad_w'] as const;

export const averagePoolingPadding: Rule = {
  code: 'average-pooling-padding',
  severity: 'hint',
  doc: {
    what: 'An average pooling layer has padding, and the zeros count toward the mean.',
    why: 'Caffe divides the sum of a window by the number of its positions inside the padded input, so the values at the border are smaller. Frameworks that exclude the padding from the mean (TensorFlow, or PyTorch with `count_include_pad=False`) compute different values there, which matters when weights are converted between frameworks.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { pool: AVE kernel_size: 3 pad: 1 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { pool: AVE kernel_size: 3 } }
`,
    fix: 'No change is needed if the net is trained and run only with Caffe; otherwise remove the padding, which makes the output smaller.',
  },
  types: ['Pooling'],
  *layer(layer, _near, document) {
    const { params } = layer.context;
    if (params.text('pool') !== 'AVE') return;
    const pad = pads.find((name) => params.int(name) > 0);
    if (!pad) return;
    yield {
      message:
        'The zeros of the padding count in the mean: Caffe divides by the size of the whole window, not of its part inside the input.',
      location: layerLocation(layer, params.list(pad)[0]),
      layer: layer.name,
      fixes: () => unpadded(layer, document),
    };
  },
};

/** None if the smaller output does not fit the other branches of the net. */
function unpadded(layer: Layer, document: Document): Fix[] {
  const { params } = layer.context;
  const entries = pads.flatMap((name) => params.list(name));
  const edits = removeParams(document.tree, layer, layer.message.list('pooling_param')[0], entries);
  return addsNoErrors(document, edits) ? [{ title: 'Remove the padding', edits }] : [];
}
