import { checkRule } from '../../support/ruleTable.ts';
import { image, inner, layer, pair } from '../../support/smallNets.ts';

const filled = (filler: string, more = '') =>
  layer(
    'ip',
    'InnerProduct',
    ['a'],
    ['ip'],
    `inner_product_param { num_output: 4 weight_filler { ${filler} } } ${more}`,
  );
const net = (filler: string, more = '') =>
  pair + filled(filler, more) + inner('top', 'ip') + layer('l', 'EuclideanLoss', ['top', 'b'], ['l']);

checkRule('constant-weights', [
  {
    shows: 'a constant',
    net: net('type: "constant" value: 0.1'),
    marks: ['0.1'],
    says: 'each weight is 0.1',
  },
  { shows: 'the type that is not written', net: net('value: 0.5'), marks: ['0.5'] },
  { shows: 'a written 0', net: net('type: "constant" value: 0'), marks: [] },
  { shows: 'chance', net: net('type: "uniform" min: -1 max: 1'), marks: [] },
  {
    shows: 'weights that do not learn',
    net: net('type: "constant" value: 1', 'param { lr_mult: 0 } '),
    marks: [],
  },
  {
    shows: 'one output',
    net: net('type: "constant" value: 1').replace('num_output: 4', 'num_output: 1'),
    marks: [],
  },
  {
    shows: 'an output for each channel',
    net: `${image}${layer('c', 'Convolution', ['x'], ['c'], 'convolution_param { num_output: 3 group: 3 kernel_size: 3 weight_filler { value: 1 } } ')}${layer('l', 'EuclideanLoss', ['c', 'c'], ['l'])}`,
    marks: [],
  },
]);
