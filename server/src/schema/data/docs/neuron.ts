import type { SchemaDocs } from '../facts.ts';
import { engineDoc } from './vision.ts';

/** Layers that work value by value, and normalizations that keep the shape. */
export const neuronDocs: SchemaDocs = {
  ReLUParameter: {
    _: 'Rectifier: max(x, 0) + negative_slope·min(x, 0).',
    negative_slope: 'Slope for negative inputs; other than 0 makes it a leaky ReLU.',
    engine: engineDoc,
  },
  PReLUParameter: {
    _: 'Rectifier that learns its slope for negative inputs.',
    filler: 'Initial slopes. Absent: 0.25.',
    channel_shared: 'Learns one slope for all channels instead of one each.',
  },
  ELUParameter: {
    _: 'Exponential linear unit: x above 0, alpha·(e^x - 1) below.',
    alpha: 'Limit for large negative inputs, with the sign turned.',
  },
  ClipParameter: {
    _: 'Limits values to a range. Both ends must be given.',
    min: 'Smaller values become this.',
    max: 'Larger values become this.',
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
    shift: 'Added to the scaled input.',
  },
  ExpParameter: {
    _: 'base^(shift + scale·x).',
    base: 'Base, positive; -1 stands for e.',
    scale: 'Factor of the input.',
    shift: 'Added to the scaled input.',
  },
  LogParameter: {
    _: 'Logarithm of shift + scale·x.',
    base: 'Base, positive and not 1; -1 stands for e.',
    scale: 'Factor of the input.',
    shift: 'Added to the scaled input.',
  },
  ThresholdParameter: {
    _: '1 where the input exceeds the threshold, else 0.',
    threshold: 'The value to exceed.',
  },
  DropoutParameter: {
    _: 'Sets values to 0 at random while training and scales up the rest, so that testing needs no change.',
    dropout_ratio: 'Probability that a value is dropped.',
  },
  BatchNormParameter: {
    _: 'Brings every channel to mean 0 and variance 1. Three stored blobs: mean (C), variance (C) and a common factor (1). Scale and shift are a `Scale` layer’s task.',
    use_global_stats:
      'Uses the stored statistics instead of those of the batch. Absent: false in training, true in testing.',
    moving_average_fraction: 'How much of the stored statistics is kept at each training step.',
    eps: 'Added to the variance to avoid division by zero.',
  },
  ScaleParameter: {
    _: 'Multiplies by a learnable blob, or by the second bottom, that is repeated over the other axes.',
    axis: 'First axis of the bottom that the factors follow. Negative counts from the end.',
    num_axes:
      'Number of axes that the factors cover; -1 is all up to the last, 0 a single factor. Not read with two bottoms.',
    filler: 'Initial factors. Absent: 1. A filler without `value` means 0.',
    bias_term: 'Also adds a learnable blob of the same shape.',
    bias_filler: 'Initial biases. Absent: 0.',
  },
  BiasParameter: {
    _: 'Adds a learnable blob, or the second bottom, that is repeated over the other axes.',
    axis: 'First axis of the bottom that the biases follow. Negative counts from the end.',
    num_axes:
      'Number of axes that the biases cover; -1 is all up to the last, 0 a single number. Not read with two bottoms.',
    filler: 'Initial biases. Absent: 0.',
  },
  MVNParameter: {
    _: 'Subtracts the mean of each image and divides by its deviation. The top always has four axes.',
    normalize_variance: 'Divides by the standard deviation; else only the mean goes.',
    across_channels: 'One mean for all channels of an image instead of one each.',
    eps: 'Added to the standard deviation to avoid division by zero.',
  },
  SoftmaxParameter: {
    _: 'Turns scores into probabilities that sum to 1 along an axis.',
    engine: engineDoc,
    axis: 'Axis of the classes. Negative counts from the end.',
  },
};
