import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const slice = (point: number) =>
  layer('s', 'Slice', ['x'], ['a', 'b'], `slice_param { slice_point: ${point} } `);

checkRule('empty-top', [
  { shows: 'a part behind the end', net: image + slice(3), marks: ['3'], says: '`b` would be 1×0×8×8' },
  { shows: 'parts with something in them', net: image + slice(2), marks: [] },
  { shows: 'once, where it begins', net: image + slice(3) + layer('r', 'ReLU', ['b'], ['r']), marks: ['3'] },
  {
    shows: 'nothing of a window in an input of 1×1, whose size is set at run time',
    net: `input: "x" input_dim: [1, 3, 1, 1]\n${layer('p', 'Pooling', ['x'], ['p'], 'pooling_param { kernel_size: 3 stride: 2 } ')}`,
    marks: [],
  },
  {
    shows: 'but of data of 1×1',
    net: `layer { name: "x" type: "DummyData" top: "x" dummy_data_param { shape { dim: [1, 3, 1, 1] } } }\n${layer('p', 'Pooling', ['x'], ['p'], 'pooling_param { kernel_size: 3 stride: 2 } ')}`,
    marks: ['"p"'],
  },
  {
    shows: 'a shape that is not known',
    net: 'layer { name: "d" type: "Data" top: "d" data_param { source: "s" batch_size: 2 } }\n',
    marks: [],
  },
]);

const wide = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 6 } } }\n`;
const cut = (points: string, more = '') =>
  `${wide}layer { name: "s" type: "Slice" bottom: "x" top: "a" top: "b" top: "c" slice_param { ${points} } }\n${more}`;

checkFixes([
  {
    shows: 'three equal parts',
    bad: cut('slice_point: 3 # half\n slice_point: ⟦6⟧'),
    code: 'empty-top',
    fixed: cut('slice_point: 2 # half\n slice_point: 4'),
  },
]);
