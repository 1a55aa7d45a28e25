import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const data = (transform: string) => `# shape: data 8x3x32x32
layer {
  name: "data" type: "ImageData" top: "data" top: "label"
  transform_param { ${transform} }
  image_data_param { source: "list.txt" batch_size: 8 new_height: 32 new_width: 32 }
}
`;

checkRule('mean-before-scale', [
  {
    shows: 'means of scaled values',
    net: data('scale: 0.00390625 mean_value: 0.5'),
    marks: ['0.5'],
    messages:
      'Caffe subtracts `mean_value` 0.5 from values up to 255 before it scales by 0.00390625. The equivalent before scaling is 128.',
  },
  {
    shows: 'means of pixels',
    net: data('scale: 0.017 mean_value: 104 mean_value: 117 mean_value: 123'),
    marks: [],
  },
  { shows: 'pixels without a scale', net: data('mean_value: 0.5'), marks: [] },
  { shows: 'no mean', net: data('scale: 0.00390625'), marks: [] },
  { shows: 'a mean of 0', net: data('scale: 0.00390625 mean_value: 0'), marks: [] },
  {
    shows: 'only some means of scaled values',
    net: data('scale: 0.00390625 mean_value: 0.5 mean_value: 117 mean_value: 1'),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix divides each mean by the scale',
    bad: data('scale: 0.00390625 mean_value: ⟦0.485⟧ mean_value: 0.456 mean_value: 0.406'),
    code: 'mean-before-scale',
    fixed: data('scale: 0.00390625 mean_value: 124.16 mean_value: 116.736 mean_value: 103.936'),
  },
]);
