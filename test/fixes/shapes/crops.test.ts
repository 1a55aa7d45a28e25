import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'a wrong number of offsets',
    bad: `${input}layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 8 global_pooling: false } }
layer { name: "y" type: "Crop" bottom: "x" bottom: "p" top: "y" crop_param { axis: 2 offset: 1 offset: 2 offset: ⟦3⟧ } }
`,
    code: 'crop/offset-count',
    title: 'Set `offset: 3`, which crops both sides equally',
    fixed: `${input}layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 8 global_pooling: false } }
layer { name: "y" type: "Crop" bottom: "x" bottom: "p" top: "y" crop_param { axis: 2 offset: 3 } }
`,
  },
  {
    shows: 'swapped bottoms',
    bad: `layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 1 dim: 3 dim: 9 dim: 9 } } }
layer { name: "c" type: "Crop" bottom: ⟦"a"⟧ bottom: "b" top: "c" }
`,
    code: 'crop/bounds',
    title: 'Swap the bottoms',
    fixed: `layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 1 dim: 3 dim: 9 dim: 9 } } }
layer { name: "c" type: "Crop" bottom: "b" bottom: "a" top: "c" }
`,
  },
]);
