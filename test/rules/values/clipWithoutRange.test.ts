import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

checkRule('clip-without-range', [
  { shows: 'no range', net: image + layer('c', 'Clip', ['x'], ['c']), marks: ['"Clip"'] },
  {
    shows: 'a range',
    net: image + layer('c', 'Clip', ['x'], ['c'], 'clip_param { min: 0 max: 1 } '),
    marks: [],
  },
  { shows: 'another type', net: image + layer('c', 'ReLU', ['x'], ['c']), marks: [] },
]);
