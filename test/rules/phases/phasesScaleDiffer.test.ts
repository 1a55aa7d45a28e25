import { checkRule } from '../../support/ruleTable.ts';

const data = (phase: string, transform: string) =>
  `layer { name: "d" type: "ImageData" top: "d" top: "l" include { phase: ${phase} } transform_param { ${transform} } image_data_param { source: "s" new_height: 8 new_width: 8 } }\n`;
const both = (train: string, test: string) => data('TRAIN', train) + data('TEST', test);

checkRule('phases-scale-differ', [
  {
    shows: 'two scales',
    net: both('scale: 0.5', 'scale: 0.25'),
    marks: ['0.25'],
    says: 'the scale 0.5 in the TRAIN',
  },
  {
    shows: 'a mean in one alone',
    net: both('mean_value: 9', 'mirror: false'),
    marks: ['transform_param'],
    says: 'no mean in the TEST',
  },
  { shows: 'two means', net: both('mean_value: 9', 'mean_value: 8'), marks: ['8'] },
  { shows: 'the mean of a file and one of values', net: both('mean_file: "m"', 'mean_value: 8'), marks: [] },
  {
    shows: 'the same for both',
    net: both('scale: 0.5 mean_value: 9', 'mean_value: 9 scale: 0.5'),
    marks: [],
  },
  {
    shows: 'crops and mirrors, which differ rightly',
    net: both('crop_size: 4 mirror: true', 'crop_size: 4'),
    marks: [],
  },
  {
    shows: 'one layer for both',
    net: data('TRAIN', 'scale: 0.5').replace('include { phase: TRAIN } ', ''),
    marks: [],
  },
]);
