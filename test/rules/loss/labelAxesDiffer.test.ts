import { checkRule } from '../../support/ruleTable.ts';
import { layer } from '../../support/smallNets.ts';

const shape = (dims: readonly number[]) => `shape { ${dims.map((dim) => `dim: ${dim}`).join(' ')} }`;
const net = (type: string, a: readonly number[], b: readonly number[], rest = '') =>
  `layer { name: "in" type: "Input" top: "a" top: "b" input_param { ${shape(a)} ${shape(b)} } }\n${layer('l', type, ['a', 'b'], ['l'], rest)}`;

checkRule('label-axes-differ', [
  {
    shows: 'height and width the wrong way round',
    net: net('SoftmaxWithLoss', [2, 5, 4, 6], [2, 1, 6, 4]),
    marks: ['"b"'],
    says: '`b` is 2×1×6×4',
  },
  { shows: 'in an accuracy', net: net('Accuracy', [2, 5, 4, 6], [2, 6, 4]), marks: ['"b"'] },
  { shows: 'the same order', net: net('SoftmaxWithLoss', [2, 5, 4, 6], [2, 1, 4, 6]), marks: [] },
  { shows: 'labels in a row', net: net('SoftmaxWithLoss', [2, 5, 4, 6], [48]), marks: [] },
  { shows: 'one label an item', net: net('SoftmaxWithLoss', [8, 5], [8, 1, 1, 1]), marks: [] },
  {
    shows: 'classes along another axis',
    net: net('SoftmaxWithLoss', [7, 3, 5], [7, 3], 'softmax_param { axis: 2 } '),
    marks: [],
  },
  {
    shows: 'steps and items the wrong way round',
    net: net('SoftmaxWithLoss', [7, 3, 5], [3, 7], 'softmax_param { axis: 2 } '),
    marks: ['"b"'],
  },
  { shows: 'distances', net: net('EuclideanLoss', [8, 2, 5], [8, 5, 2]), marks: ['"b"'] },
  { shows: 'distances in one row', net: net('EuclideanLoss', [8, 10], [8, 5, 2]), marks: [] },
  {
    shows: 'a square, which looks the same both ways',
    net: net('EuclideanLoss', [8, 5, 5], [8, 5, 5]),
    marks: [],
  },
]);
