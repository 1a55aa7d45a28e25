import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, layer, pair } from '../../support/smallNets.ts';

const input = image.replace('name: "x"', 'name: "in"');
const conv = 'convolution_param { num_output: 3 kernel_size: 3 pad: 1 } ';

checkRule('in-place-unsafe', [
  { shows: 'a convolution', net: image + layer('c', 'Convolution', ['x'], ['x'], conv), marks: ['"x"'] },
  { shows: 'a joint of several', net: pair + layer('j', 'Concat', ['a', 'b'], ['a']), marks: ['"a"'] },
  { shows: 'a joint of one', net: pair + layer('j', 'Concat', ['a'], ['a']), marks: [] },
  { shows: 'an activation', net: image + layer('r', 'ReLU', ['x'], ['x']), marks: [] },
  {
    shows: 'layers that are made for it',
    net: image + layer('b', 'BatchNorm', ['x'], ['x']) + layer('s', 'Scale', ['x'], ['x']),
    marks: [],
  },
  { shows: 'a sum', net: pair + layer('s', 'Eltwise', ['a', 'b'], ['a']), marks: ['"a"'] },
  {
    shows: 'a product, as long as it does not learn',
    net: pair + layer('p', 'Eltwise', ['a', 'b'], ['a'], 'eltwise_param { operation: PROD } '),
    marks: [],
  },
  { shows: 'a sum of its own', net: pair + layer('s', 'Eltwise', ['a', 'b'], ['s']), marks: [] },
  { shows: 'a top of its own', net: image + layer('c', 'Convolution', ['x'], ['c'], conv), marks: [] },
]);

checkFixes([
  {
    shows: 'the readers in either phase follow, up to the next blob of that name',
    bad: `${image}layer { name: "c" type: "Convolution" bottom: "x" top: ⟦"x"⟧ ${conv}}
${layer('r', 'ReLU', ['x'], ['x'])}${layer('p', 'Pooling', ['x'], ['p'], 'include { phase: TRAIN } pooling_param { kernel_size: 2 stride: 2 } ')}${layer('q', 'Sigmoid', ['x'], ['q'], 'include { phase: TEST } ')}`,
    code: 'in-place-unsafe',
    fixed: `${image}layer { name: "c" type: "Convolution" bottom: "x" top: "c" ${conv}}
${layer('r', 'ReLU', ['c'], ['c'])}${layer('p', 'Pooling', ['c'], ['p'], 'include { phase: TRAIN } pooling_param { kernel_size: 2 stride: 2 } ')}${layer('q', 'Sigmoid', ['c'], ['q'], 'include { phase: TEST } ')}`,
  },
  {
    shows: 'a name that no blob has',
    bad: `${input}layer { name: "x" type: "Convolution" bottom: "x" top: ⟦"x"⟧ ${conv}}\n`,
    code: 'in-place-unsafe',
    fixed: `${input}layer { name: "x" type: "Convolution" bottom: "x" top: "x_2" ${conv}}\n`,
  },
]);
