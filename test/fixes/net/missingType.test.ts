import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'a type that follows from the wiring',
    bad: `${input}layer { name: ⟦"y"⟧ bottom: "x" top: "x" }
`,
    code: 'net/unknown-layer-type',
    title: 'Set the type to `"ReLU"`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "x" }
`,
  },
  {
    shows: 'a type of V1',
    bad: `layers { name: "x" type: DUMMY_DATA top: "x" dummy_data_param { num: 1 channels: 3 height: 8 width: 8 } }
layers { name: ⟦"pool"⟧ bottom: "x" top: "y" pooling_param { kernel_size: 2 } }
`,
    code: 'net/unknown-layer-type',
    title: 'Set the type to `POOLING`',
    fixed: `layers { name: "x" type: DUMMY_DATA top: "x" dummy_data_param { num: 1 channels: 3 height: 8 width: 8 } }
layers { name: "pool" type: POOLING bottom: "x" top: "y" pooling_param { kernel_size: 2 } }
`,
  },
  {
    shows: 'a type name of another framework',
    bad: `${input}layer { name: "y" type: ⟦"FullyConnected"⟧ bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
`,
    code: 'net/unknown-layer-type',
    title: 'Replace with `"InnerProduct"`',
    fixed: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
`,
  },
]);
