import { checkRule } from '../../support/ruleTable.ts';
import { image } from '../../support/smallNets.ts';

checkRule('deprecated-layers', [
  {
    shows: 'the first of several layers',
    net: `${image.replace('layer', 'layers').replace('"Input"', 'NONE')}layers { name: "y" type: RELU bottom: "x" top: "y" }\n`,
    marks: [],
  },
  {
    shows: 'old layers',
    net: 'layers { name: "d" type: DUMMY_DATA top: "d" dummy_data_param { shape { dim: 1 } } }\nlayers { name: "y" type: RELU bottom: "d" top: "y" }\n',
    marks: ['layers'],
  },
  { shows: 'layers of today', net: image, marks: [] },
]);
