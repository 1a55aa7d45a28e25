import { checkRule } from '../support/ruleTable.ts';

const solver = (net: string) => `base_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\n${net}\n`;

checkRule('inline-net-old-syntax', [
  {
    shows: 'old layers',
    net: solver('train_net_param { layers { name: "d" type: DATA top: "d" } }'),
    marks: ['layers'],
  },
  { shows: 'an old input', net: solver('net_param { input: "x" input_dim: 1 }'), marks: ['input'] },
  {
    shows: 'layers of today',
    net: solver('net_param { layer { name: "d" type: "Data" top: "d" } }'),
    marks: [],
  },
  { shows: 'a file of its own', net: solver('net: "net.prototxt"'), marks: [] },
  {
    shows: 'a net in a file',
    net: 'layers { name: "d" type: DUMMY_DATA top: "d" dummy_data_param { shape { dim: 1 } } }\n',
    marks: [],
  },
]);
