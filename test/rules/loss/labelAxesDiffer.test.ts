import { checkRule } from '../../support/ruleTable.ts';

const shape = (dims: readonly number[]) => `shape { ${dims.map((dim) => `dim: ${dim}`).join(' ')} }`;
const net = (
  type: string,
  a: readonly number[],
  b: readonly number[],
  rest = '',
) => `layer { name: "in" type: "Input" top: "a" top: "b" input_param { ${shape(a)} ${shape(b)} } }
layer { name: "l" type: "${type}" bottom: "a" bottom: "b" top: "l" ${rest}}
`;

checkRule('label-axes-differ', [
  {
    shows: 'swapped height and width',
    net: net('SoftmaxWithLoss', [2, 5, 4, 6], [2, 1, 6, 4]),
    marks: ['"b"'],
    messages:
      '`b` is 2×1×6×4, but `a` needs one label for each of 2×4×6 positions: predictions are compared with labels of different positions.',
  },
  {
    shows: 'swapped height and width in an Accuracy layer',
    net: net('Accuracy', [2, 5, 4, 6], [2, 6, 4]),
    marks: ['"b"'],
    messages:
      '`b` is 2×6×4, but `a` needs one label for each of 2×4×6 positions: predictions are compared with labels of different positions.',
  },
  { shows: 'the same order', net: net('SoftmaxWithLoss', [2, 5, 4, 6], [2, 1, 4, 6]), marks: [] },
  { shows: 'labels in a single axis', net: net('SoftmaxWithLoss', [2, 5, 4, 6], [48]), marks: [] },
  { shows: 'one label for each item', net: net('SoftmaxWithLoss', [8, 5], [8, 1, 1, 1]), marks: [] },
  {
    shows: 'a different class axis',
    net: net('SoftmaxWithLoss', [7, 3, 5], [7, 3], 'softmax_param { axis: 2 } '),
    marks: [],
  },
  {
    shows: 'swapped steps and items',
    net: net('SoftmaxWithLoss', [7, 3, 5], [3, 7], 'softmax_param { axis: 2 } '),
    marks: ['"b"'],
    messages:
      '`b` is 3×7, but `a` needs one label for each of 7×3 positions: predictions are compared with labels of different positions.',
  },
  {
    shows: 'swapped axes in a EuclideanLoss',
    net: net('EuclideanLoss', [8, 2, 5], [8, 5, 2]),
    marks: ['"b"'],
    messages:
      '`b` is 8×5×2, but `a` needs one label for each of 8×2×5 positions: predictions are compared with labels of different positions.',
  },
  {
    shows: 'one blob with a single axis in a EuclideanLoss',
    net: net('EuclideanLoss', [8, 10], [8, 5, 2]),
    marks: [],
  },
  { shows: 'equal height and width', net: net('EuclideanLoss', [8, 5, 5], [8, 5, 5]), marks: [] },
]);
