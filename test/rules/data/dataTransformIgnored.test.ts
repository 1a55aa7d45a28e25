import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const data = (param: string, more = '') => `# shape: data 4x3x28x28
layer { name: "d" type: "Data" top: "data" data_param { source: "db" batch_size: 4 ${param}} ${more}}
`;

checkRule('data-transform-ignored', [
  {
    shows: 'ignored fields in `data_param`',
    net: data('scale: 0.5 mirror: true '),
    marks: ['0.5', 'true'],
    messages: [
      'Caffe ignores `scale` here; move it to `transform_param`.',
      'Caffe ignores `mirror` here; move it to `transform_param`.',
    ],
  },
  {
    shows: 'fields in `transform_param`',
    net: data('', 'transform_param { scale: 0.5 mirror: true } '),
    marks: [],
  },
  {
    shows: 'old `layers`, from which Caffe moves the fields',
    net: `# shape: data 4x3x28x28
layers { name: "d" type: DATA top: "data" data_param { source: "db" batch_size: 4 scale: 0.5 } }
`,
    marks: [],
  },
  {
    shows: 'the `scale` that WindowData reads',
    net: `# shape: data 4x3x28x28
layer { name: "d" type: "WindowData" top: "data" top: "l" transform_param { crop_size: 28 } window_data_param { source: "w" batch_size: 4 scale: 0.5 } }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix moves the field to an existing message',
    bad: data('crop_size: ⟦20⟧ ', 'transform_param { mirror: true } '),
    code: 'data-transform-ignored',
    fixed: data('', 'transform_param { mirror: true crop_size: 20 } '),
  },
  {
    shows: 'the fix removes a field that `transform_param` already has',
    bad: data('crop_size: ⟦20⟧ ', 'transform_param { crop_size: 24 } '),
    code: 'data-transform-ignored',
    fixed: data('', 'transform_param { crop_size: 24 } '),
  },
]);
