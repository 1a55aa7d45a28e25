import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import { type Dims, formatShape, hasRank } from '../../shape/shape.ts';
import type { Rule } from '../rule.ts';

/** A mean over nothing but the value itself. */
export const batchNormSingleValue: Rule = {
  code: 'batch-norm-single-value',
  severity: 'warning',
  doc: {
    what: 'In training a BatchNorm sees one value of each channel, and makes 0 of it.',
    why: 'The mean and the variance of a channel are taken over the batch and the image. With a batch of 1 and an image of 1×1 the mean is the value itself: less the mean every value is 0, whatever comes in, and no gradient goes back. `iter_size` does not help, since each small batch is normalized by itself.',
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
    fix: 'Make the batch larger, or take the BatchNorm out.',
  },
  types: ['BatchNorm'],
  *layer(layer, near) {
    const shape = near.trains ? normalized(layer) : undefined;
    if (!shape?.every((dim, axis) => axis === 1 || dim === 1)) return;
    yield {
      message: `\`${layer.name}\` makes 0 of everything in training: its input is ${formatShape(shape)}, so that the mean of each channel is taken over one value.`,
      place: layerPlace(layer),
      layer: layer.name,
      needsWhole: true,
    };
  },
};

/** The shape over which a BatchNorm takes means: not one that works with learned statistics, or as in the TEST phase. */
function normalized({ context: { message, params }, inputs }: Layer): Dims | undefined {
  const shape = inputs[0]?.shape;
  const testing = message.has('phase') && message.text('phase') === 'TEST';
  if (testing || params.bool('use_global_stats')) return undefined;
  return shape && hasRank(shape) && shape.length > 1 ? shape : undefined;
}
