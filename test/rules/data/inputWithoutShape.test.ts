import { checkRule } from '../../support/ruleTable.ts';
import { image } from '../../support/smallNets.ts';

checkRule('input-without-shape', [
  { shows: 'a layer', net: 'layer { name: "x" type: "Input" top: "x" }\n', marks: ['"Input"'] },
  { shows: 'a field of the net', net: 'input: "x"\n', marks: ['"x"'] },
  { shows: 'a shape', net: image, marks: [] },
  { shows: 'a shape of the net', net: 'input: "x"\ninput_shape { dim: 1 }\n', marks: [] },
  {
    shows: 'a shape that is stated elsewhere',
    net: '# shape: x 1x3\nlayer { name: "x" type: "Input" top: "x" }\n',
    marks: [],
  },
]);
