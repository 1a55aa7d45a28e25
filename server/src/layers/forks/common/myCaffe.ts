import { elementwise } from '../../bvlc/activation.ts';
import type { LayerDefinition } from '../../definition.ts';

/** Shape-preserving activations and normalizations of MyCaffe/MyCaffe (NeuronLayer.cs and others), without weights. */

const ofMyCaffe = (type: string, doc: string, paramField?: string): LayerDefinition =>
  elementwise(type, doc, paramField === undefined ? {} : { paramField });

const gelu = 'Gaussian error linear unit: y = x · Φ(x).';

export const myCaffeLayers: readonly LayerDefinition[] = [
  ofMyCaffe('GELU', gelu, 'gelu_param'),
  ofMyCaffe('Gelu', gelu, 'gelu_param'),
  ofMyCaffe(
    'GlobResNorm',
    'Global response normalization: divides each position by the norm of its channels.',
  ),
  ofMyCaffe(
    'GradientScale',
    'Copies its input, and scales or reverses the gradient.',
    'gradient_scale_param',
  ),
  ofMyCaffe('LabelMapping', 'Replaces labels with other labels.', 'labelmapping_param'),
  ofMyCaffe('LayerNorm', 'Normalizes each item to mean 0 and variance 1.', 'layer_norm_param'),
  ofMyCaffe('LeCun', 'Scaled tanh: y = 1.7159 · tanh(2x / 3).'),
  ofMyCaffe('MATH', 'Applies a function, such as sine or logarithm, to each value.'),
  ofMyCaffe('Mish', 'Self-gated activation: y = x · tanh(log(1 + exp(x))).', 'mish_param'),
  ofMyCaffe('Serf', 'Self-gated activation: y = x · erf(log(1 + exp(x))).', 'serf_param'),
  ofMyCaffe('SiLU', 'Self-gated activation: y = x · sigmoid(x).'),
  ofMyCaffe('SoftPlus', 'Smooth rectifier: y = log(1 + exp(x)).'),
  ofMyCaffe(
    'ZScore',
    'Subtracts a mean and divides by a standard deviation, or the inverse.',
    'z_score_param',
  ),
];
