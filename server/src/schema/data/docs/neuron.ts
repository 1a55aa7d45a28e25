import type { SchemaDocs } from '../facts.ts';
import { engineDoc } from './vision.ts';

/** Element-wise layers, and normalizations that keep the shape. */
export const neuronDocs: SchemaDocs = {
  ReLUParameter: {
    _: 'Rectifier: max(x, 0) + negative_slope·min(x, 0).',
    negative_slope: 'Slope for negative inputs; non-zero makes it a leaky ReLU.',
    engine: engineDoc,
  },
  PReLUParameter: {
    _: 'Rectifier with a learnable slope for negative inputs.',
    filler: 'Initial slopes; 0.25 by default.',
    channel_shared: 'Learns one slope for all channels instead of one per channel.',
  },
  ELUParameter: {
    _: 'Exponential linear unit: x for x > 0, otherwise alpha·(e^x - 1).',
    alpha: 'Negated limit for large negative inputs.',
  },
  ClipParameter: {
    _: 'Limits values to a range. Both bounds are required.',
    min: 'Lower bound.',
    max: 'Upper bound.',
  },
  SigmoidParameter: { _: 'Logistic function 1 / (1 + e^-x).', engine: engineDoc },
  TanHParameter: { _: 'Hyperbolic tangent.', engine: engineDoc },
  SwishParameter: {
    _: 'x·sigmoid(beta·x).',
    beta: 'Sharpness of the sigmoid.',
  },
  PowerParameter: {
    _: '(shift + scale·x)^power.',
    power: 'Exponent.',
    scale: 'Factor of the input.',
    shift: 'Offset added to the scaled input.',
  },
  ExpParameter: {
    _: 'base^(shift + scale·x).',
    base: 'Base, positive; -1 means e.',
    scale: 'Factor of the input.',
    shift: 'Offset added to the scaled input.',
  },
  LogParameter: {
    _: 'Logarithm of shift + scale·x.',
    base: 'Base, positive and not 1; -1 means e.',
    scale: 'Factor of the input.',
    shift: 'Offset added to the scaled input.',
  },
  ThresholdParameter: {
    _: '1 where the input exceeds the threshold, otherwise 0.',
    threshold: 'The threshold.',
  },
  DropoutParameter: {
    _: 'Randomly sets values to 0 in training and scales up the rest, so that testing needs no change.',
    dropout_ratio: 'Probability of dropping a value.',
  },
  BatchNormParameter: {
    _: 'Normalizes each channel to mean 0 and variance 1. Three stored blobs: mean (C), variance (C) and a scale factor (1). Use a `Scale` layer for learnable scale and shift.',
    use_global_stats:
      'Uses the stored statistics instead of those of the batch. Default: false in training, true in testing.',
    moving_average_fraction: 'Fraction of the stored statistics kept at each training step.',
    eps: 'Added to the variance to avoid division by zero.',
  },
  ScaleParameter: {
    _: 'Multiplies by a learnable blob or by the second bottom, broadcast over the other axes.',
    axis: 'First axis of the bottom that the factors apply to. Negative values count from the end.',
    num_axes:
      'Number of axes that the factors cover; -1 covers all up to the last, 0 is a scalar. Not read with two bottoms.',
    filler: 'Initial factors; 1 by default. A filler without `value` sets 0.',
    bias_term: 'Also adds a learnable bias of the same shape.',
    bias_filler: 'Initial biases; 0 by default.',
  },
  BiasParameter: {
    _: 'Adds a learnable blob or the second bottom, broadcast over the other axes.',
    axis: 'First axis of the bottom that the biases apply to. Negative values count from the end.',
    num_axes:
      'Number of axes that the biases cover; -1 covers all up to the last, 0 is a scalar. Not read with two bottoms.',
    filler: 'Initial biases; 0 by default.',
  },
  MVNParameter: {
    _: 'Subtracts the mean of each image and divides by its standard deviation. The top always has four axes.',
    normalize_variance: 'Divides by the standard deviation; otherwise only subtracts the mean.',
    across_channels: 'Uses one mean for all channels of an image instead of one per channel.',
    eps: 'Added to the standard deviation to avoid division by zero.',
  },
  SoftmaxParameter: {
    _: 'Converts scores to probabilities that sum to 1 along an axis.',
    engine: engineDoc,
    axis: 'Axis of the classes. Negative values count from the end.',
  },
};
