import { checkRule } from '../../support/ruleTable.ts';
import { inner, layer } from '../../support/smallNets.ts';

const input = (batch: number | string) =>
  `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: ${batch} dim: 4 } } }\n`;
const norm = (rest = '') => layer('bn', 'BatchNorm', ['ip'], ['ip'], rest);
const scale = layer('sc', 'Scale', ['ip'], ['ip'], 'scale_param { bias_term: true } ');
const loss = layer('l', 'EuclideanLoss', ['ip', 'b'], ['l']);
const net = (batch: number, rest = '') => input(batch) + inner('ip', 'a') + norm(rest) + scale + loss;

checkRule('batch-norm-single-value', [
  { shows: 'a batch of one vector', net: net(1), marks: ['"BatchNorm"'], says: '1×4' },
  { shows: 'a batch of two', net: net(2), marks: [] },
  { shows: 'learned statistics', net: net(1, 'batch_norm_param { use_global_stats: true } '), marks: [] },
  { shows: 'a layer for testing', net: net(1, 'phase: TEST '), marks: [] },
  { shows: 'a net that does not learn', net: net(1).replace(loss, ''), marks: [] },
  {
    shows: 'the mean of an image',
    net: `layer { name: "in" type: "Input" top: "x" input_param { shape { dim: 1 dim: 4 dim: 8 dim: 8 } } }
layer { name: "in2" type: "Input" top: "b" input_param { shape { dim: 1 dim: 4 } } }
${layer('p', 'Pooling', ['x'], ['p'], 'pooling_param { pool: AVE global_pooling: true } ')}${layer('bn', 'BatchNorm', ['p'], ['ip'])}${scale}${loss}`,
    marks: ['"BatchNorm"'],
    says: '1×4×1×1',
  },
  {
    shows: 'an image of unknown size',
    net: `layer { name: "d" type: "Data" top: "x" data_param { source: "s" batch_size: 1 } }
${layer('bn', 'BatchNorm', ['x'], ['y'])}${layer('l', 'EuclideanLoss', ['y', 'x'], ['l'])}`,
    marks: [],
  },
]);
