import { checkRule } from '../../support/ruleTable.ts';
import { layer, pair } from '../../support/smallNets.ts';

const net = (filler: string, loss = layer('l', 'EuclideanLoss', ['ip', 'b'], ['l'])) =>
  pair +
  layer('ip', 'InnerProduct', ['a'], ['ip'], `inner_product_param { num_output: 4 ${filler} } `) +
  loss;

checkRule('filler-default-range', [
  {
    shows: 'a gaussian',
    net: net('weight_filler { type: "gaussian" }'),
    marks: ['weight_filler'],
    says: 'deviation of 1',
  },
  {
    shows: 'a uniform one',
    net: net('weight_filler { type: "uniform" }'),
    marks: ['weight_filler'],
    says: 'between 0 and 1',
  },
  { shows: 'a deviation', net: net('weight_filler { type: "gaussian" std: 1 }'), marks: [] },
  { shows: 'a range', net: net('weight_filler { type: "uniform" min: -1 }'), marks: [] },
  { shows: 'fillers that work it out', net: net('weight_filler { type: "xavier" }'), marks: [] },
  {
    shows: 'a bias',
    net: net('weight_filler { type: "xavier" } bias_filler { type: "gaussian" }'),
    marks: [],
  },
  { shows: 'a net that does not learn', net: net('weight_filler { type: "gaussian" }', ''), marks: [] },
]);
