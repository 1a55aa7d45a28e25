import { type Dim, differ } from '../../../shape/dim.ts';
import { floatText } from '../../../shape/floatText.ts';
import { formatDim, hasRank } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { between, exactly, type LayerDefinition } from '../../definition.ts';
import { type AxisName, checkSameAxes, imageAxes, likeImage } from '../../helpers/imageAxes.ts';

/** Layers of hszhao/PSPNet, also in aharley/segaware: labels of pixels, and filters that refine their scores. */

const one = exactly(1);
const two = exactly(2);

/** seg_accuracy_layer.cpp. */
const segAccuracy: LayerDefinition = {
  type: 'SegAccuracy',
  category: 'loss',
  doc: 'Pixel accuracy, its mean over the labels, and the mean intersection over union.',
  paramField: 'seg_accuracy_param',
  bottoms: two,
  tops: one,
  reshape(layer) {
    checkSameAxes(layer, 1, 'fork/segaccuracy-label', ['num', 'height', 'width']);
    if (differ(imageAxes(layer, 1)[1], 1)) {
      layer.refuse(
        'fork/segaccuracy-label',
        layer.bottomAt(1),
        `${layer.describe(1)} must have one channel: one label per pixel.`,
      );
    }
    return [[1, 1, 1, 3]];
  },
};

/** unique_label_layer.cpp. */
const uniqueLabel: LayerDefinition = {
  type: 'UniqueLabel',
  doc: 'The distinct labels of each label image, padded to `max_labels`.',
  paramField: 'unique_label_param',
  bottoms: one,
  tops: one,
  setUp(layer) {
    const [most, forced] = [layer.params.int('max_labels'), layer.params.count('force_label')];
    if (most > forced) return;
    layer.refuse(
      'fork/unique-labels',
      layer.at('max_labels', 'force_label'),
      `\`max_labels\` must exceed the number of \`force_label\`, ${forced}, but is ${most}.`,
    );
  },
  reshape(layer) {
    const [num] = imageAxes(layer, 0);
    needOneChannel(layer, 0, 'fork/unique-channels');
    return [[num, layer.params.int('max_labels'), 1, 1]];
  },
};

function needOneChannel(
  layer: LayerContext,
  index: number,
  check: 'fork/unique-channels' | 'fork/domain-gradient' | 'fork/spatial-map',
): void {
  if (!differ(imageAxes(layer, index)[1], 1)) return;
  layer.refuse(check, layer.bottomAt(index), `${layer.describe(index)} must have one channel.`);
}

/** bias_channel_layer.cpp. */
const biasChannel = likeImage(
  'BiasChannel',
  'Increases the scores of the known labels of an image (second bottom), by different amounts for background and objects.',
  'bias_channel_param',
  {
    setUp: (layer) => needRange(layer, 'fork/bias', ['bg_bias', 'fg_bias'], Infinity),
    reshape(layer) {
      const isPixel = layer.params.text('label_type') === 'PIXEL';
      if (isPixel) checkLabels(layer, ['num', 'height', 'width'], { channels: 1 });
      else checkLabels(layer, ['num'], { height: 1, width: 1 });
      return [imageAxes(layer, 0)];
    },
  },
);

/** adaptive_bias_channel_layer.cpp. */
const adaptiveBiasChannel = likeImage(
  'AdaptiveBiasChannel',
  'Increases the scores of the known labels of an image (second bottom) until each covers a given fraction of its pixels.',
  'adaptive_bias_channel_param',
  {
    setUp(layer) {
      needPositive(layer, 'fork/bias', 'num_iter');
      needRange(layer, 'fork/bias', ['margin_others'], Infinity);
      needRange(layer, 'fork/bias', ['bg_portion', 'fg_portion'], 1);
    },
    reshape(layer) {
      const [, channels] = imageAxes(layer, 0);
      if (channels === 0 || channels === 1) {
        layer.refuse(
          'fork/bias-channels',
          layer.bottomAt(0),
          `${layer.describe(0)} must have 2 or more channels, one per label.`,
        );
      }
      checkLabels(layer, ['num'], { height: 1, width: 1 });
      return [imageAxes(layer, 0)];
    },
  },
);

/** The axes of the label blob: those of the scores, and those of fixed length. It must have labels. */
function checkLabels(
  layer: LayerContext,
  same: readonly AxisName[],
  fixed: Readonly<Partial<Record<AxisName, number>>>,
): void {
  checkSameAxes(layer, 1, 'fork/bias-labels', same);
  const [, channels, height, width] = imageAxes(layer, 1);
  const lengths: Readonly<Partial<Record<AxisName, Dim>>> = { channels, height, width };
  const wrong = Object.entries(fixed).find(([axis, length]) =>
    differ(lengths[axis as AxisName] ?? 1, length),
  );
  if (channels !== 0 && !wrong) return;
  const [axis, length] = wrong ?? ['number of channels', 'at least 1'];
  layer.refuse(
    'fork/bias-labels',
    layer.bottomAt(1),
    `The ${axis} of the labels ${layer.describe(1)} must be ${length}.`,
  );
}

/** domain_transform_layer.cpp. */
const domainTransform = likeImage(
  'DomainTransform',
  'Smooths scores within regions: a filter that stops at the edges in the second bottom.',
  'domain_transform_param',
  {
    bottoms: () => ({ min: 2 }),
    setUp(layer) {
      needPositive(layer, 'fork/domain-param', 'spatial_sigma');
      needPositive(layer, 'fork/domain-param', 'range_sigma');
      needRange(layer, 'fork/domain-param', ['min_weight'], Infinity);
      needPositive(layer, 'fork/domain-param', 'num_iter');
    },
    reshape(layer) {
      checkSameAxes(layer, 1, 'fork/domain-gradient', ['num']);
      needOneChannel(layer, 1, 'fork/domain-gradient');
      checkSameAxes(layer, 1, 'fork/domain-gradient', ['height', 'width']);
      return [imageAxes(layer, 0)];
    },
  },
);

type ParamCheck = 'fork/bias' | 'fork/domain-param';

function needPositive(layer: LayerContext, check: ParamCheck, field: string): void {
  const value = layer.params.float(field);
  if (value > 0) return;
  layer.refuse(check, layer.at(field), `\`${field}\` must be greater than 0, but is ${floatText(value)}.`);
}

/** Numbers from 0 to a limit. */
function needRange(layer: LayerContext, check: ParamCheck, fields: readonly string[], most: number): void {
  const field = fields.find((name) => !(layer.params.float(name) >= 0 && layer.params.float(name) <= most));
  if (field === undefined) return;
  const range = most === Infinity ? '0 or more' : `from 0 to ${most}`;
  layer.refuse(
    check,
    layer.at(field),
    `\`${field}\` must be ${range}, but is ${floatText(layer.params.float(field))}.`,
  );
}

/** densecrf_layer.cpp. */
const denseCrf = likeImage(
  'DenseCRF',
  'Refines scores by a fully connected conditional random field. Bottoms: scores, the size of each image, and the images if colors are used.',
  'dense_crf_param',
  {
    bottoms: between(2, 3),
    setUp(layer) {
      needEqualCounts(layer, 'pos_w', 'pos_xy_std');
      needEqualCounts(layer, 'bi_w', 'bi_xy_std');
      needEqualCounts(layer, 'bi_w', 'bi_rgb_std');
      if (layer.bottoms.length === 3) checkImage(layer);
    },
    reshape(layer) {
      checkSameAxes(layer, 1, 'fork/crf-bottoms', ['num']);
      if (layer.bottoms.length === 3) checkSameAxes(layer, 2, 'fork/crf-bottoms', ['num', 'height', 'width']);
      return [imageAxes(layer, 0)];
    },
  },
);

function needEqualCounts(layer: LayerContext, first: string, second: string): void {
  const [count, other] = [layer.params.count(first), layer.params.count(second)];
  if (count === other) return;
  layer.refuse(
    'fork/crf-counts',
    layer.at(first, second),
    `\`${first}\` and \`${second}\` must be set equally often, but are set ${count} and ${other} times.`,
  );
}

/** Images require weights for their colors. */
function checkImage(layer: LayerContext): void {
  if (!layer.params.has('bi_w')) {
    layer.refuse(
      'fork/crf-color',
      layer.bottomAt(2),
      'With images as third bottom, `bi_w`, `bi_xy_std` and `bi_rgb_std` are required.',
    );
  }
  const [, channels] = imageAxes(layer, 2);
  if (!differ(channels, 3)) return;
  layer.refuse(
    'fork/crf-color',
    layer.bottomAt(2),
    `The images ${layer.describe(2)} must have 3 channels, but have ${formatDim(channels)}.`,
  );
}

/** spatial_product_layer.cpp. */
const spatialProduct = likeImage(
  'SpatialProduct',
  'Multiplies each channel of the first bottom by the single channel of the second.',
  'spatial_product_param',
  {
    setUp(layer) {
      const shape = layer.shape(0);
      if (hasRank(shape) && shape.length < 2) {
        layer.refuse(
          'fork/spatial-axes',
          layer.bottomAt(0),
          `SpatialProduct requires 2 or more axes, but ${layer.describeAxes(0)}.`,
        );
      }
      needOneChannel(layer, 1, 'fork/spatial-map');
      checkSameAxes(layer, 1, 'fork/spatial-map', ['height', 'width']);
      imageAxes(layer, 0);
    },
    reshape: (layer) => [layer.like(0)],
  },
);

export const pspNetLayers: readonly LayerDefinition[] = [
  adaptiveBiasChannel,
  biasChannel,
  denseCrf,
  domainTransform,
  { ...domainTransform, type: 'DomainTransformForwardOnly' },
  segAccuracy,
  spatialProduct,
  uniqueLabel,
];
