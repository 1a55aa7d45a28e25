import type { Message } from '../../schema/message.ts';
import { differ, product } from '../../shape/dim.ts';
import { floatText } from '../../shape/floatText.ts';
import { countOf, formatShape, hasRank } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { exactly, type LayerDefinition } from '../definition.ts';
import { checkFiller } from '../helpers/filler.ts';
import { type OperationKind, perValue, times, valuesOf } from '../operations.ts';

/** Element-wise layers: the top has the bottom's shape, whatever its number of axes. */
export function elementwise(type: string, doc: string, more: Partial<LayerDefinition> = {}): LayerDefinition {
  return {
    type,
    category: 'activation',
    doc,
    bottoms: exactly(1),
    tops: exactly(1),
    reshape: (layer) => [layer.like(0)],
    ...more,
  };
}

export const absVal = elementwise('AbsVal', 'Absolute value: y = |x|.', {
  operations: perValue({ comparisons: 1 }),
  setUp(layer) {
    if (layer.isInPlace())
      layer.refuse(
        'absval/in-place',
        layer.topAt(0),
        'AbsVal does not support in-place computation; give the top a different name.',
      );
  },
});

export const bnll = elementwise('BNLL', 'Binomial normal log likelihood: y = log(1 + exp(x)).', {
  operations: perValue({ comparisons: 1, additions: 1, exponentials: 2 }),
});

export const relu = elementwise(
  'ReLU',
  'Rectified linear unit: y = max(0, x), or negative_slope · x for x < 0.',
  {
    paramField: 'relu_param',
    hasEngine: true,
    operations: ({ params }, tops) =>
      times(
        { comparisons: 1, multiplications: params.float('negative_slope') === 0 ? 0 : 1 },
        valuesOf(tops),
      ),
  },
);

export const sigmoid = elementwise('Sigmoid', 'Logistic function: y = 1 / (1 + exp(−x)).', {
  paramField: 'sigmoid_param',
  hasEngine: true,
  operations: perValue({ additions: 1, divisions: 1, exponentials: 1 }),
});

export const tanH = elementwise('TanH', 'Hyperbolic tangent: y = tanh(x).', {
  paramField: 'tanh_param',
  hasEngine: true,
  operations: perValue({ exponentials: 1 }),
});

export const elu = elementwise(
  'ELU',
  'Exponential linear unit: y = x for x > 0, otherwise alpha · (exp(x) − 1).',
  {
    paramField: 'elu_param',
    operations: perValue({ comparisons: 1, additions: 1, multiplications: 1, exponentials: 1 }),
  },
);

export const power = elementwise(
  'Power',
  'Power of a scaled and shifted input: y = (shift + scale · x)^power.',
  {
    paramField: 'power_param',
    operations: ({ params }, tops) => times(powerOperations(params), valuesOf(tops)),
  },
);

export const threshold = elementwise(
  'Threshold',
  '1 where the input exceeds the threshold, otherwise 0. It has no gradient.',
  {
    paramField: 'threshold_param',
    operations: perValue({ comparisons: 1 }),
  },
);

export const swish = elementwise('Swish', 'Self-gated activation: y = x · sigmoid(beta · x).', {
  paramField: 'swish_param',
  operations: perValue({ additions: 1, multiplications: 2, divisions: 1, exponentials: 1 }),
});

export const clip = elementwise('Clip', 'Limits values to the range from `min` to `max`.', {
  paramField: 'clip_param',
  operations: perValue({ comparisons: 2 }),
});

export const dropout = elementwise(
  'Dropout',
  'In training, sets a random fraction `dropout_ratio` of the values to 0 and scales up the rest; in testing, copies its input.',
  {
    paramField: 'dropout_param',
    reshape(layer) {
      const dims = layer.shape(0);
      if (hasRank(dims) && dims.length > 4 && !layer.acceptsSince('2016-02-28')) layer.legacy(0);
      return [layer.like(0)];
    },
    operations: (_layer, tops, phase) =>
      phase === 'TRAIN' ? times({ comparisons: 1, multiplications: 2 }, valuesOf(tops)) : {},
  },
);

export const exp = elementwise('Exp', 'Exponential: y = base^(shift + scale · x); base −1 means e.', {
  paramField: 'exp_param',
  operations: perValue({ additions: 1, multiplications: 2, exponentials: 1 }),
  setUp: (layer) => void logOfBase(layer, 'exp'),
});

export const log = elementwise('Log', 'Logarithm: y = log_base(shift + scale · x); base −1 means e.', {
  paramField: 'log_param',
  operations: perValue({ additions: 1, multiplications: 2, exponentials: 1 }),
  setUp(layer) {
    const logarithm = logOfBase(layer, 'log');
    if (Number.isNaN(1 / logarithm))
      layer.refuse(
        'log/base-inv-nan',
        layer.at('base'),
        'With this `base`, 1 / log(base) is not a number; it must be greater than 0 and not 1.',
      );
    if (!Number.isFinite(1 / logarithm))
      layer.refuse(
        'log/base-one',
        layer.at('base'),
        'The logarithm to base 1 is undefined; use another `base`, or −1 for e.',
      );
  },
});

/** Steps of which the parameters make no use are left out (power_layer.cpp, Forward). */
function powerOperations(params: Message): Partial<Record<OperationKind, number>> {
  const count = (isUsed: boolean) => (isUsed ? 1 : 0);
  return {
    multiplications: count(params.float('scale') !== 1),
    additions: count(params.float('shift') !== 0),
    exponentials: count(params.float('power') !== 1),
  };
}

/** Natural logarithm of the base, with the checks of exp_layer.cpp and log_layer.cpp. */
function logOfBase(layer: LayerContext, kind: 'exp' | 'log'): number {
  const base = layer.params.float('base');
  if (base !== -1 && !(base > 0)) {
    layer.refuse(
      `${kind}/base-positive`,
      layer.at('base'),
      `\`base\` must be greater than 0, or −1 for e, but is ${floatText(base)}.`,
    );
  }
  const logarithm = base === -1 ? 1 : Math.log(base);
  if (Number.isNaN(logarithm))
    layer.refuse(
      `${kind}/base-log-nan`,
      layer.at('base'),
      `log(${base}) is not a number; \`base\` must be greater than 0, or −1 for e.`,
    );
  if (!Number.isFinite(logarithm))
    layer.refuse(
      `${kind}/base-log-inf`,
      layer.at('base'),
      `log(${base}) is infinite; use a smaller \`base\`, or −1 for e.`,
    );
  return logarithm;
}

export const preLU: LayerDefinition = {
  type: 'PReLU',
  category: 'activation',
  paramField: 'prelu_param',
  doc: 'Rectified linear unit with learned slopes for negative inputs, one per channel or one for all.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    if (layer.dims(0).length < 2) {
      layer.refuse(
        'prelu/axes',
        layer.bottomAt(0),
        `PReLU requires at least 2 axes, but ${layer.describeAxes(0)}.`,
      );
    }
    const [, channels] = layer.legacy(0, 'blob/legacy-axes', ['intel', 'opencl']);
    const slope = layer.params.bool('channel_shared') ? [] : [channels];
    if (!layer.takesGivenBlobs('slope')) {
      layer.addBlob('slope', slope);
      checkFiller(layer, 'filler', slope, 'slope');
    }
    const given = layer.blobs[0]?.shape ?? slope;
    if (differ(countOf(given), product(slope))) {
      layer.refuse(
        'prelu/slope-count',
        layer.givenBlobsAt(),
        `The stored slope blob is ${formatShape(given)}, but must be ${formatShape(slope)}.`,
      );
    }
    layer.needValues(layer.count(0, 1), 0);
  },
  reshape: (layer) => [layer.like(0)],
  operations: perValue({ comparisons: 2, additions: 1, multiplications: 1 }),
  connections: (_layer, tops) => valuesOf(tops),
};
