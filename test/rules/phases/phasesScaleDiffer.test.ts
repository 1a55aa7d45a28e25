import { checkRule } from '../../support/ruleTable.ts';

const both = (train: string, test: string) => `layer {
  name: "d" type: "ImageData" top: "d" top: "l" include { phase: TRAIN }
  transform_param { ${train} }
  image_data_param { source: "s" new_height: 8 new_width: 8 }
}
layer {
  name: "d" type: "ImageData" top: "d" top: "l" include { phase: TEST }
  transform_param { ${test} }
  image_data_param { source: "s" new_height: 8 new_width: 8 }
}
`;

checkRule('phases-scale-differ', [
  {
    shows: 'different scales',
    net: both('scale: 0.5', 'scale: 0.25'),
    marks: ['0.25'],
    messages: '`d` has `scale` 0.5 in the TRAIN phase but `scale` 0.25 in the TEST phase.',
  },
  {
    shows: 'a mean in only one phase',
    net: both('mean_value: 9', 'mirror: false'),
    marks: ['transform_param'],
    messages: '`d` has a mean in the TRAIN phase but no mean in the TEST phase.',
  },
  {
    shows: 'different means',
    net: both('mean_value: 9', 'mean_value: 8'),
    marks: ['8'],
    messages: '`d` has `mean_value` 9 in the TRAIN phase but `mean_value` 8 in the TEST phase.',
  },
  { shows: 'a `mean_file` and a `mean_value`', net: both('mean_file: "m"', 'mean_value: 8'), marks: [] },
  {
    shows: 'equal scales and means',
    net: both('scale: 0.5 mean_value: 9', 'mean_value: 9 scale: 0.5'),
    marks: [],
  },
  {
    shows: 'different crops and mirrors, which is correct',
    net: both('crop_size: 4 mirror: true', 'crop_size: 4'),
    marks: [],
  },
  {
    shows: 'one data layer for both phases',
    net: `layer { name: "d" type: "ImageData" top: "d" top: "l" transform_param { scale: 0.5 } image_data_param { source: "s" new_height: 8 new_width: 8 } }
`,
    marks: [],
  },
]);
