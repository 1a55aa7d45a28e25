import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const drop = (more: string) => layer('d', 'Dropout', ['x'], ['d'], more);

checkRule('phase-in-layer', [
  { shows: 'a phase', net: image + drop('phase: TRAIN '), marks: ['TRAIN'] },
  { shows: 'a rule', net: image + drop('include { phase: TRAIN } '), marks: [] },
  {
    shows: 'a net that Caffe saved',
    net:
      image.replace('}\n', 'phase: TEST }\n') +
      drop('phase: TEST ') +
      layer('r', 'ReLU', ['d'], ['d'], 'phase: TEST '),
    marks: [],
  },
]);
