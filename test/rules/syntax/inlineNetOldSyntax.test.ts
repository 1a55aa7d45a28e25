import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const solver = (net: string) => `base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
${net}
`;

checkRule('inline-net-old-syntax', [
  {
    shows: 'old `layers`',
    net: solver('train_net_param { layers { name: "d" type: DATA top: "d" } }'),
    marks: ['layers'],
    messages: 'Caffe ignores `layers` in a net inside a solver: it upgrades old syntax only in net files.',
  },
  {
    shows: 'a net-level input',
    net: solver('net_param { input: "x" input_dim: 1 }'),
    marks: ['input'],
    messages: 'Caffe ignores `input` in a net inside a solver: it upgrades old syntax only in net files.',
  },
  {
    shows: 'current syntax',
    net: solver('net_param { layer { name: "d" type: "Data" top: "d" } }'),
    marks: [],
  },
  {
    shows: 'a Caffe that builds nets from old syntax',
    net: `# caffe-dialect: deconvnet
${solver('train_net_param { input: "x" input_dim: 1 layers { name: "r" type: RELU bottom: "x" top: "x" } }')}`,
    marks: [],
  },
  { shows: 'a net in a separate file', net: solver('net: "net.prototxt"'), marks: [] },
  {
    shows: 'a net file with old syntax',
    net: 'layers { name: "d" type: DUMMY_DATA top: "d" dummy_data_param { shape { dim: 1 } } }\n',
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix upgrades all layers and keeps their comments',
    bad: solver(`net_param {
  name: "net"  # of two layers
  ⟦layers⟧ { name: "x" type: DUMMY_DATA top: "x" dummy_data_param { shape { dim: 1 dim: 3 } } }
  # the first
  layers {
    name: "ip"
    type: INNER_PRODUCT
    bottom: "x"
    top: "ip"
    blobs_lr: 1
    blobs_lr: 2
    inner_product_param { num_output: 4 }
  }
}`),
    code: 'inline-net-old-syntax',
    fixed: solver(`net_param {
  name: "net"  # of two layers
  layer { name: "x" type: "DummyData" top: "x" dummy_data_param { shape { dim: 1 dim: 3 } } }
  # the first
  layer {
    name: "ip"
    type: "InnerProduct"
    bottom: "x"
    top: "ip"
    param { lr_mult: 1 }
    param { lr_mult: 2 }
    inner_product_param { num_output: 4 }
  }
}`),
  },
]);
