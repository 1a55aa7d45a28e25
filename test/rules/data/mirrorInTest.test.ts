import { checkRule } from '../../support/ruleTable.ts';

const data = (rule: string, transform: string) =>
  `layer { name: "d" type: "ImageData" top: "d" top: "l" ${rule} transform_param { ${transform} } image_data_param { source: "s" new_height: 8 new_width: 8 } }\n`;

checkRule('mirror-in-test', [
  {
    shows: 'in testing',
    net: data('include { phase: TEST }', 'mirror: true'),
    marks: ['true'],
    says: 'of a test at random',
  },
  { shows: 'in training', net: data('include { phase: TRAIN }', 'mirror: true'), marks: [] },
  { shows: 'in a layer of both, which may be for training alone', net: data('', 'mirror: true'), marks: [] },
  { shows: 'no mirror', net: data('include { phase: TEST }', 'mirror: false'), marks: [] },
]);
