import { hasInputLayers } from '../../layers/registry.ts';
import { entryLocation, layerLocation } from '../../net/failure.ts';
import type { Rule } from '../rule.ts';

export const inputWithoutShape: Rule = {
  code: 'input-without-shape',
  severity: 'warning',
  doc: {
    what: 'An input of the net has no shape.',
    why: 'The blob is empty until a program reshapes it; a layer that reads its axes rejects the net before that. A net-level `input` without `input_shape` or `input_dim` is dropped, and no layer can read it.',
    example: `layer { name: "data" type: "Input" top: "data" }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fix: 'Add an `input_param` with a `shape` to the layer.',
  },
  types: ['Input'],
  *layer(layer) {
    if (layer.context.params.has('shape')) return;
    const stated = layer.message.texts('top').every((top) => layer.context.sources.blobs.has(top));
    if (stated) return;
    yield {
      message: `\`${layer.name}\` has no \`shape\`, so its tops are empty.`,
      location: layerLocation(layer),
      layer: layer.name,
    };
  },
  *file(document) {
    // Without Input layers, Caffe rejects such a net.
    if (document.root !== 'NetParameter' || !hasInputLayers(document.dialect)) return;
    const { message } = document.netInput().upgraded;
    const [input] = message.list('input');
    if (!input?.block || message.has('input_shape') || message.has('input_dim')) return;
    yield {
      message:
        'Without `input_shape` or `input_dim`, Caffe drops the net-level `input`, and no layer can read it.',
      location: entryLocation(input, input.block),
    };
  },
};
