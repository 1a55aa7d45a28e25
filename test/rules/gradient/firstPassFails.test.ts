import { checkRule } from '../../support/ruleTable.ts';

const dummy = (fillers: string) =>
  `layer { name: "d" type: "DummyData" top: "a" top: "b" dummy_data_param { shape { dim: 8 dim: 4 } ${fillers} } }\n`;
checkRule('first-pass-fails', [
  {
    shows: 'a standard deviation of 0, for both tops: one finding',
    net: dummy('data_filler { type: "gaussian" std: 0 }'),
    marks: ['0'],
    messages:
      'Caffe stops in the first forward pass: `std` of a gaussian filler must be greater than 0, but is 0.',
  },
  {
    shows: 'the filler of the second top',
    net: dummy('data_filler { type: "constant" } data_filler { type: "uniform" min: 2 max: 1 }'),
    marks: ['2'],
    messages: 'Caffe stops in the first forward pass: a uniform filler requires min ≤ max, but 2 > 1.',
  },
  {
    shows: 'a bilinear filler of a blob that is not a kernel',
    net: dummy('data_filler { type: "bilinear" }'),
    marks: ['"bilinear"'],
    messages:
      'Caffe stops in the first forward pass: a bilinear filler requires a blob with 4 axes, but the top is 8×4.',
  },
  { shows: 'a valid gaussian filler', net: dummy('data_filler { type: "gaussian" std: 0.1 }'), marks: [] },
  {
    shows: 'groups that do not divide the channels',
    net: `layer { name: "in" type: "Input" top: "a" input_param { shape { dim: 1 dim: 4 dim: 8 dim: 8 } } }
layer { name: "s" type: "ShuffleChannel" bottom: "a" top: "s" shuffle_channel_param { group: 3 } }
`,
    marks: ['3'],
    messages: 'Caffe stops in the first forward pass: `group: 3` does not divide the 4 channels.',
  },
  {
    shows: 'groups that divide the channels',
    net: `layer { name: "in" type: "Input" top: "a" input_param { shape { dim: 1 dim: 4 dim: 8 dim: 8 } } }
layer { name: "s" type: "ShuffleChannel" bottom: "a" top: "s" shuffle_channel_param { group: 2 } }
`,
    marks: [],
  },
  { shows: 'a constant', net: dummy('data_filler { value: 3 }'), marks: [] },
  {
    shows: 'different batch sizes',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } shape { dim: 6 } } }
layer { name: "o" type: "HDF5Output" bottom: "a" bottom: "b" hdf5_output_param { file_name: "o.h5" } }
`,
    marks: ['"b"'],
    messages:
      'Caffe stops in the first forward pass: the bottoms have 8 and 6 items; the numbers must be equal.',
  },
  {
    shows: 'equal batch sizes',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "o" type: "HDF5Output" bottom: "a" bottom: "b" hdf5_output_param { file_name: "o.h5" } }
`,
    marks: [],
  },
]);
