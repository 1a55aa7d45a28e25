import { checkFixes } from '../../support/fixTable.ts';

checkFixes([
  {
    shows: 'one mean for all channels',
    bad: `layer { name: "x" type: "ImageData" top: "x" top: "l" transform_param { mean_value: ⟦104⟧ mean_value: 117 } image_data_param { source: "list.txt" batch_size: 2 new_height: 8 new_width: 8 } }
`,
    code: 'transform/mean-count',
    title: 'Use `mean_value: 104` for all channels',
    fixed: `layer { name: "x" type: "ImageData" top: "x" top: "l" transform_param { mean_value: 104 } image_data_param { source: "list.txt" batch_size: 2 new_height: 8 new_width: 8 } }
`,
  },
]);
