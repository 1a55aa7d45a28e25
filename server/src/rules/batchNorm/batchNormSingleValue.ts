import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { type Dims, formatShape, hasRank } from '../../shape/shape.ts';
import type { Rule } from '../rule.ts';

export const batchNormSingleValue: Rule = {
  code: 'batch-norm-single-value',
  severity: 'warning',
  doc: {
    what: 'A BatchNorm layer normalizes a single value per channel in training, so its output is always 0.',
    why: 'BatchNorm computes the mean and the variance of each channel over the batch and the image. With a batch of 1 and an image of 1×1, the mean is the value itself: the output is 0 for any input, and no gradient flows back. `iter_size` does not help, since each small batch is normalized separately.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 1 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 bias_term: false weight_filler { type: "msra" } }
}
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "bn" }
layer { name: "scale" type: "Scale" bottom: "bn" top: "bn" scale_param { bias_term: true } }
layer { name: "loss" type: "EuclideanLoss" bottom: "bn" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 bias_term: false weight_filler { type: "msra" } }
}
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "bn" }
layer { name: "scale" type: "Scale" bottom: "bn" top: "bn" scale_param { bias_term: true } }
layer { name: "loss" type: "EuclideanLoss" bottom: "bn" bottom: "label" top: "loss" }
`,
    fix: 'Increase the batch size, or remove the BatchNorm layer.',
  },
  types: ['BatchNorm'],
  *layer(layer, near) {
    const shape = near.trains ? normalized(layer) : undefined;
    if (!shape?.every((dim, axis) => axis === 1 || dim === 1)) return;
    yield {
      message: `The output of \`${layer.name}\` is always 0 in training: its input is ${formatShape(shape)}, so the mean of each channel is computed over a single value.`,
      location: layerLocation(layer),
      layer: layer.name,
      needsWhole: true,
    };
  },
};

/** The shape over which a BatchNorm computes statistics; undefined if it uses the stored statistics. */
function normalized({ context: { message, params }, inputs }: Layer): Dims | undefined {
  const shape = inputs[0]?.shape;
  const testing = message.has('phase') && message.text('phase') === 'TEST';
  if (testing || params.bool('use_global_stats')) return undefined;
  return shape && hasRank(shape) && shape.length > 1 ? shape : undefined;
}
