import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { removeParams } from '../../edit/params.ts';
import { kernelFields } from '../../layers/helpers/geometry.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { addsNoErrors } from '../helpers/addsNoErrors.ts';
import type { Rule } from '../rule.ts';
import { knownWindows } from './windows.ts';

export const paddingAroundOne: Rule = {
  code: 'padding-around-one',
  severity: 'hint',
  doc: {
    what: 'A convolution with a kernel of size 1 has padding.',
    why: 'The outermost outputs then read only zeros: each of them is the bias, independent of the image. The output is larger than the image, and its mean is wrong. Usually `pad` remains from a larger kernel.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv" type: "Convolution" bottom: "data" top: "conv"
  convolution_param { num_output: 4 kernel_size: 1 pad: 1 }
}
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv" type: "Convolution" bottom: "data" top: "conv"
  convolution_param { num_output: 4 kernel_size: 1 }
}
`,
    fix: 'Remove the padding.',
  },
  types: ['Convolution'],
  *layer(layer, _near, document) {
    const pads = padsOf(layer);
    if (pads.length === 0 || !mayCoverOne(layer)) return;
    const windows = knownWindows(layer) ?? [];
    const window = windows.find(({ kernel, pad }) => kernel === 1 && pad > 0);
    if (!window) return;
    yield {
      message: `The kernel covers one value, so ${window.pad === 1 ? 'the outermost outputs' : `the outermost ${window.pad} rows of outputs`} read only padding.`,
      location: layerLocation(
        layer,
        pads.find(({ value }) => value !== 0),
      ),
      layer: layer.name,
      fixes: () => (windows.every(({ kernel }) => kernel === 1) ? unpadded(layer, document) : []),
    };
  },
};

/** Whether the kernel has length 1 along an axis. */
function mayCoverOne({ context: { params } }: Layer): boolean {
  return kernelFields.some((field) => params.list(field).some(({ value }) => value === 1));
}

function padsOf({ context: { params } }: Layer) {
  return [...params.list('pad'), ...params.list('pad_h'), ...params.list('pad_w')];
}

function unpadded(layer: Layer, document: Document): Fix[] {
  const [whole] = layer.message.list('convolution_param');
  const edits = removeParams(document.tree, layer, whole, padsOf(layer));
  return addsNoErrors(document, edits) ? [{ title: 'Remove the padding', edits }] : [];
}
