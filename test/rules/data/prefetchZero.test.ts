import { checkRule } from '../../support/ruleTable.ts';

const data = (prefetch: string) => `layer {
  name: "d" type: "ImageData" top: "d" top: "l"
  image_data_param { source: "s" new_height: 8 new_width: 8 }
  ${prefetch}
}
`;

checkRule('prefetch-zero', [
  {
    shows: 'a prefetch of 0',
    net: data('data_param { prefetch: 0 } '),
    marks: ['0'],
    messages: '`d` waits forever for its first batch: `prefetch` must be 1 or more.',
  },
  { shows: 'a prefetch of 1', net: data('data_param { prefetch: 1 } '), marks: [] },
  { shows: 'the default', net: data(''), marks: [] },
]);
