import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const norm = layer('bn', 'BatchNorm', ['x'], ['bn']);
const relu = layer('relu', 'ReLU', ['bn'], ['bn']);

checkRule('batch-norm-without-scale', [
  {
    shows: 'a layer next that nobody knows',
    net: image + norm + layer('m', 'Mystery', ['bn'], ['m']),
    marks: [],
  },
  {
    shows: 'a layer of a fork next that has weights',
    net:
      image +
      norm +
      layer(
        'd',
        'DepthwiseConvolution',
        ['bn'],
        ['d'],
        'convolution_param { num_output: 3 kernel_size: 3 } ',
      ),
    marks: [],
  },
  { shows: 'an activation next', net: image + norm + relu, marks: ['"BatchNorm"'] },
  { shows: 'a Scale next', net: image + norm + layer('s', 'Scale', ['bn'], ['bn']) + relu, marks: [] },
  {
    shows: 'a convolution next, which scales as well',
    net:
      image +
      norm +
      layer('c', 'Convolution', ['bn'], ['c'], 'convolution_param { num_output: 2 kernel_size: 1 } '),
    marks: [],
  },
  {
    shows: 'a Scale behind the concatenation with its negative',
    net: `${image}${norm}${layer('neg', 'Power', ['bn'], ['neg'], 'power_param { scale: -1 } ')}${layer('cat', 'Concat', ['bn', 'neg'], ['cat'])}${layer('s', 'Scale', ['cat'], ['cat'])}`,
    marks: [],
  },
  { shows: 'the end of the net', net: image + norm, marks: [] },
  {
    shows: 'a BatchNorm of a fork that scales',
    net: image + norm.replace('}\n', 'batch_norm_param { scale_filler { value: 1 } } }\n') + relu,
    settings: { dialect: 'nvidia' },
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the Scale is laid out as the file is, and has a name of its own',
    bad: `${image}layer {
    name: "conv1/bn"
    type: ⟦"BatchNorm"⟧
    bottom: "x"
    top: "bn"
} # the first
${layer('conv1/scale', 'ReLU', ['bn'], ['bn'])}`,
    code: 'batch-norm-without-scale',
    fixed: `${image}layer {
    name: "conv1/bn"
    type: "BatchNorm"
    bottom: "x"
    top: "bn"
} # the first
layer {
    name: "conv1/scale_2"
    type: "Scale"
    bottom: "bn"
    top: "bn"
    scale_param {
        bias_term: true
    }
}
${layer('conv1/scale', 'ReLU', ['bn'], ['bn'])}`,
  },
]);
