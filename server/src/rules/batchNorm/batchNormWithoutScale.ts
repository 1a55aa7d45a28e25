import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { addLayerAfter } from '../../edit/layers.ts';
import { freeLayerName } from '../../edit/names.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { stateRules } from '../../edit/stateRules.ts';
import { isRegistered } from '../../layers/registry.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { Neighbors } from '../neighbors.ts';
import type { Rule } from '../rule.ts';

/** Layers that can learn the scale and the shift. */
const linear = new Set(['Scale', 'Bias', 'Convolution', 'InnerProduct', 'Deconvolution', 'LSTM', 'RNN']);

/** Layers after which the scale and the shift can be learned equally well. */
const passive = new Set(['Concat', 'Crop', 'Dropout', 'Flatten', 'Permute', 'Power', 'Reshape', 'Slice']);

export const batchNormWithoutScale: Rule = {
  code: 'batch-norm-without-scale',
  severity: 'information',
  doc: {
    what: 'A BatchNorm layer is not followed by a Scale layer.',
    why: "Caffe's BatchNorm only subtracts the mean and divides by the standard deviation. The learned scale and shift of each channel, which other frameworks include in the same layer, need a Scale layer with `bias_term: true` in Caffe. Without it, the net is less expressive and learns worse.",
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "data" top: "bn" }
layer { name: "relu" type: "ReLU" bottom: "bn" top: "bn" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "data" top: "bn" }
layer {
  name: "scale"
  type: "Scale"
  bottom: "bn"
  top: "bn"
  scale_param {
    bias_term: true
  }
}
layer { name: "relu" type: "ReLU" bottom: "bn" top: "bn" }
`,
    fix: 'Insert an in-place Scale layer with `bias_term: true`.',
  },
  types: ['BatchNorm'],
  *layer(layer, near, document) {
    if (scalesItself(layer) || isScaled(layer, near)) return;
    yield {
      message: `\`${layer.name}\` only normalizes; no Scale layer follows it to learn the scale and the shift of each channel.`,
      location: layerLocation(layer),
      layer: layer.name,
      needsWhole: true,
      fixes: () => withScale(layer, document),
    };
  },
};

/** In some forks, BatchNorm itself learns the scale and the shift, and has fields for them. */
function scalesItself({ context: { params } }: Layer): boolean {
  return (
    params.has('scale_filler') ||
    params.has('bias_filler') ||
    params.bool('scale_bias') ||
    params.bool('bias_term') ||
    params.bool('use_alpha_beta')
  );
}

/**
 * Whether every path from a layer leads to one that learns a scale. An output without consumers may be scaled elsewhere,
 * and an unknown layer may learn a scale.
 */
function isScaled({ outputs }: Layer, near: Neighbors): boolean {
  const consumers = outputs.flatMap((_, top) => near.consumers(top)).map((consumer) => consumer.layer);
  return consumers.every(
    (consumer) => scales(consumer) || (passive.has(consumer.type) && leadsToScale(consumer, near.whole())),
  );
}

function leadsToScale(layer: Layer, net: Net): boolean {
  const consumers = layer.outputs
    .flatMap((_, top) => blobGraphOf(net).consumers(layer, top))
    .map((consumer) => consumer.layer);
  return consumers.every(
    (consumer) => scales(consumer) || (passive.has(consumer.type) && leadsToScale(consumer, net)),
  );
}

function scales({ definition, type, params }: Layer): boolean {
  return !definition || linear.has(type) || params.some(({ role }) => role === 'weight');
}

function withScale(layer: Layer, document: Document): Fix[] {
  const [blob] = layer.message.texts('top');
  if (blob === undefined || layer.field.name.text !== 'layer') return [];
  if (!isRegistered('Scale', document.dialect)) return [];
  const scale = newField('layer', [
    newField('name', quoted(freeLayerName(document, scaleName(layer.name)))),
    newField('type', quoted('Scale')),
    newField('bottom', quoted(blob)),
    newField('top', quoted(blob)),
    ...stateRules(document.tree, layer),
    newField('scale_param', [newField('bias_term', true)]),
  ]);
  const edits = [addLayerAfter(document.tree, layer, scale)];
  return [{ title: `Insert a Scale layer after \`${layer.name}\``, edits, preferred: true }];
}

/** `scale1` for `bn1`, `conv1/scale` for `conv1/bn`, `norm_scale` for any other name such as `norm`. */
function scaleName(name: string): string {
  const scale = name.replace(/batch_?norm|bn/iu, 'scale');
  return scale === name ? `${name}_scale` : scale;
}
