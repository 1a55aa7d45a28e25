import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const relu = (rules: string) => layer('r', 'ReLU', ['x'], ['r'], rules);

checkRule('unrequested-stage', [
  { shows: 'no stage', net: image + relu('include { phase: TEST } '), marks: [] },
  {
    shows: 'a stage of a layer',
    net: image + relu('include { stage: "a" } '),
    marks: ['"a"'],
    says: 'the stage `a`',
  },
  {
    shows: 'several stages, in one place',
    net: image + relu('exclude { stage: "a" } ') + relu('include { not_stage: "b" } '),
    marks: ['"a"'],
    says: 'the stages `a`, `b`',
  },
  {
    shows: 'a stage that a comment states',
    net: `# caffe-state: TEST a\n${image}${relu('include { stage: "a" } ')}`,
    marks: [],
  },
  {
    shows: 'a stage of the settings',
    net: image + relu('include { stage: "a" } '),
    marks: [],
    settings: { stages: ['a'] },
  },
  {
    shows: 'a stage that the net itself sets',
    net: `state { stage: "a" }\n${image}${relu('include { stage: "a" } ')}`,
    marks: [],
  },
  {
    shows: 'a stage that only the data require',
    net: layer(
      'd',
      'HDF5Data',
      [],
      ['x'],
      'include { stage: "a" } hdf5_data_param { source: "s" batch_size: 1 } ',
    ),
    marks: ['"a"'],
  },
]);
