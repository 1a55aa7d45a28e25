import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const data = (param: string, more = '') =>
  `# shape: data 4x3x28x28\nlayer { name: "d" type: "Data" top: "data" data_param { source: "db" batch_size: 4 ${param}} ${more}}\n`;

checkRule('data-transform-ignored', [
  { shows: 'fields where nobody reads them', net: data('scale: 0.5 mirror: true '), marks: ['0.5', 'true'] },
  {
    shows: 'fields in their place',
    net: data('', 'transform_param { scale: 0.5 mirror: true } '),
    marks: [],
  },
  {
    shows: 'old layers, of which Caffe moves them',
    net: '# shape: data 4x3x28x28\nlayers { name: "d" type: DATA top: "data" data_param { source: "db" batch_size: 4 scale: 0.5 } }\n',
    marks: [],
  },
  {
    shows: 'the scale that WindowData reads itself',
    net: '# shape: data 4x3x28x28\nlayer { name: "d" type: "WindowData" top: "data" top: "l" transform_param { crop_size: 28 } window_data_param { source: "w" batch_size: 4 scale: 0.5 } }\n',
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'into the message that is there',
    bad: data('crop_size: ⟦20⟧ ', 'transform_param { mirror: true } '),
    code: 'data-transform-ignored',
    fixed: data('', 'transform_param { mirror: true crop_size: 20 } '),
  },
  {
    shows: 'where the right one is there already',
    bad: data('crop_size: ⟦20⟧ ', 'transform_param { crop_size: 24 } '),
    code: 'data-transform-ignored',
    fixed: data('', 'transform_param { crop_size: 24 } '),
  },
]);
