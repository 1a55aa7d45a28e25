import { checkRule } from '../../support/ruleTable.ts';

const data = (prefetch: string) =>
  `layer { name: "d" type: "ImageData" top: "d" top: "l" image_data_param { source: "s" new_height: 8 new_width: 8 } ${prefetch}}\n`;

checkRule('prefetch-zero', [
  { shows: 'none', net: data('data_param { prefetch: 0 } '), marks: ['0'] },
  { shows: 'one', net: data('data_param { prefetch: 1 } '), marks: [] },
  { shows: 'the default', net: data(''), marks: [] },
]);
