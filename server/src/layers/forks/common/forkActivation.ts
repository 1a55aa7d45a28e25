import { elementwise } from '../../bvlc/activation.ts';
import type { LayerDefinition } from '../../definition.ts';

/** Activations and normalisations of MyCaffe/MyCaffe (NeuronLayer.cs and others) that keep the shape and learn nothing. */

const ofMyCaffe = (type: string, doc: string, paramField?: string): LayerDefinition =>
  elementwise(type, doc, paramField === undefined ? {} : { paramField });

const gelu = 'Gaussian error linear unit: y = x · Φ(x).';

export const forkActivationLayers: readonly LayerDefinition[] = [
  ofMyCaffe('GELU', gelu, 'gelu_param'),
  ofMyCaffe('Gelu', gelu, 'gelu_param'),
  ofMyCaffe(
    'GlobResNorm',
    'Global response normalisation: divides every position by the norm of its channels.',
  ),
  ofMyCaffe(
    'GradientScale',
    'Passes its input on, and scales or turns around the gradient.',
    'gradient_scale_param',
  ),
  ofMyCaffe('LabelMapping', 'Replaces labels by others.', 'labelmapping_param'),
  ofMyCaffe(
    'LayerNorm',
    'Subtracts the mean and divides by the standard deviation of every item.',
    'layer_norm_param',
  ),
  ofMyCaffe('LeCun', 'Scaled tanh: y = 1.7159 · tanh(2x / 3).'),
  ofMyCaffe('MATH', 'Applies a function, such as a sine or a logarithm, to every value.'),
  ofMyCaffe('Mish', 'Self-gated activation: y = x · tanh(log(1 + exp(x))).', 'mish_param'),
  ofMyCaffe('Serf', 'Self-gated activation: y = x · erf(log(1 + exp(x))).', 'serf_param'),
  ofMyCaffe('SiLU', 'Self-gated activation: y = x · sigmoid(x).'),
  ofMyCaffe('SoftPlus', 'Smooth rectifier: y = log(1 + exp(x)).'),
  ofMyCaffe('ZScore', 'Subtracts a mean and divides by a standard deviation, or undoes it.', 'z_score_param'),
];
