import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string) => `net: "n"
base_lr: 0.1
max_iter: 9
${fields}
`;
const fixed = (fields: string) => solver(`lr_policy: "fixed" ${fields}`);
const says = (field: string, value: string, range: string, consequence: string) =>
  `\`${field}\` is ${value}; it must be ${range}. Otherwise ${consequence}.`;

checkRule('solver-number-range', [
  {
    shows: 'a number that no 32-bit float equals',
    net: 'net: "n"\nbase_lr: -0.1\nlr_policy: "fixed"\nmax_iter: 9\n',
    marks: ['-0.1'],
    messages: says('base_lr', '-0.1', 'positive', 'training increases the loss'),
  },
  {
    shows: 'no pass in an iteration',
    net: fixed('iter_size: 0'),
    marks: ['0'],
    messages: says(
      'iter_size',
      '0',
      'at least 1',
      'an iteration has no pass, and Caffe divides the gradients by it',
    ),
  },
  {
    shows: 'each `test_iter` below 1',
    net: fixed('test_iter: 0 test_iter: 5 test_iter: -2 test_interval: 1'),
    marks: ['0', '-2'],
    messages: ['0', '-2'].map((value) =>
      says('test_iter', value, 'at least 1', 'a test has no batch, and its averages are not numbers'),
    ),
  },
  {
    shows: 'a momentum of 1 or more',
    net: fixed('momentum: 1.5'),
    marks: ['1.5'],
    messages: says('momentum', '1.5', 'at least 0 and less than 1', 'the updates do not decay'),
  },
  {
    shows: 'a momentum that the solver rejects is an error instead',
    net: fixed('type: "AdaGrad" momentum: 1.5'),
    marks: [],
  },
  {
    shows: 'moments of Adam',
    net: fixed('type: "Adam" momentum: 0.9 momentum2: 1 delta: 0'),
    marks: ['1', '0'],
    messages: [
      says(
        'momentum2',
        '1',
        'at least 0 and less than 1',
        'the correction of the second moment is not a number or 0',
      ),
      says('delta', '0', 'positive', 'a gradient of 0 is divided by 0, or never changes a weight'),
    ],
  },
  {
    shows: 'negative rates and decays',
    net: 'net: "n" lr_policy: "fixed" max_iter: 9 base_lr: -0.5 weight_decay: -0.25',
    marks: ['-0.5', '-0.25'],
    messages: [
      says('base_lr', '-0.5', 'positive', 'training increases the loss'),
      says('weight_decay', '-0.25', 'at least 0', 'the decay increases the weights'),
    ],
  },
  {
    shows: 'a rate that increases',
    net: solver('lr_policy: "step" stepsize: 2 gamma: 10'),
    marks: ['10'],
    messages: says('gamma', '10', 'at most 1', 'the learning rate increases with each step'),
  },
  {
    shows: '`gamma` of a sigmoid may be large',
    net: solver('lr_policy: "sigmoid" stepsize: 2 gamma: 10'),
    marks: [],
  },
  {
    shows: 'a negative power',
    net: solver('lr_policy: "poly" power: -1'),
    marks: ['-1'],
    messages: says('power', '-1', 'at least 0', 'the learning rate increases'),
  },
  {
    shows: 'usual numbers',
    net: fixed('type: "Adam" momentum: 0.9 momentum2: 0.999 delta: 1e-8 iter_size: 2 weight_decay: 0'),
    marks: [],
  },
  { shows: 'names of the language', net: fixed('# constructor\n'), marks: [] },
]);
