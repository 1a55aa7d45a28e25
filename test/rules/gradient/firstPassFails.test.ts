import { checkRule } from '../../support/ruleTable.ts';
import { layer } from '../../support/smallNets.ts';

const dummy = (fillers: string) =>
  `layer { name: "d" type: "DummyData" top: "a" top: "b" dummy_data_param { shape { dim: 8 dim: 4 } ${fillers} } }\n`;
const inputs = (a: number, b: number) =>
  `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: ${a} dim: 4 } shape { dim: ${b} } } }\n`;
const output = layer('o', 'HDF5Output', ['a', 'b'], [], 'hdf5_output_param { file_name: "o.h5" } ');

checkRule('first-pass-fails', [
  {
    shows: 'a deviation of 0, for both tops',
    net: dummy('data_filler { type: "gaussian" std: 0 }'),
    marks: ['0'],
    says: '`std` of a gaussian filler must be greater than 0',
  },
  {
    shows: 'the filler of the second top',
    net: dummy('data_filler { type: "constant" } data_filler { type: "uniform" min: 2 max: 1 }'),
    marks: ['2'],
  },
  { shows: 'a kernel that is none', net: dummy('data_filler { type: "bilinear" }'), marks: ['"bilinear"'] },
  { shows: 'chance', net: dummy('data_filler { type: "gaussian" std: 0.1 }'), marks: [] },
  { shows: 'a constant', net: dummy('data_filler { value: 3 }'), marks: [] },
  { shows: 'batches of two sizes', net: inputs(8, 6) + output, marks: ['"b"'], says: '8 and 6 items' },
  { shows: 'batches of one size', net: inputs(8, 8) + output, marks: [] },
]);
