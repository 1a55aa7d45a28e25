import { checkRule } from '../../support/ruleTable.ts';

const data = (rule: string, transform: string) => `layer {
  name: "d" type: "ImageData" top: "d" top: "l" ${rule}
  transform_param { ${transform} }
  image_data_param { source: "s" new_height: 8 new_width: 8 }
}
`;

checkRule('mirror-in-test', [
  {
    shows: 'a layer of the TEST phase',
    net: data('include { phase: TEST }', 'mirror: true'),
    marks: ['true'],
    messages: '`d` mirrors test images at random.',
  },
  { shows: 'a layer of the TRAIN phase', net: data('include { phase: TRAIN }', 'mirror: true'), marks: [] },
  {
    shows: 'a layer of both phases, which may be for training only',
    net: data('', 'mirror: true'),
    marks: [],
  },
  { shows: '`mirror: false`', net: data('include { phase: TEST }', 'mirror: false'), marks: [] },
]);
