import { specify } from '../../support/layerTable.ts';

const ip = (fields: string) => `inner_product_param { ${fields} }`;

specify('InnerProduct', [
  {
    shows: 'flattens all axes after the batch',
    bottoms: ['64x50x4x4'],
    text: ip('num_output: 500'),
    tops: ['64x500'],
    blobs: ['weight 500x800', 'bias 500'],
    macs: 25600000, // 64 · 500·800
  },
  {
    shows: 'transposed, the weight has the inputs first',
    bottoms: ['2x3x4'],
    text: ip('num_output: 5 transpose: true'),
    tops: ['2x5'],
    blobs: ['weight 12x5', 'bias 5'],
    macs: 120,
  },
  {
    shows: 'without bias_term there is only the weight',
    bottoms: ['2x3'],
    text: ip('num_output: 5 bias_term: false'),
    tops: ['2x5'],
    blobs: ['weight 5x3'],
  },
  {
    shows: 'axes before the given one are kept',
    bottoms: ['2x3x4x5'],
    text: ip('num_output: 6 axis: 2'),
    tops: ['2x3x6'],
    blobs: ['weight 6x20', 'bias 6'],
    macs: 720, // 2·3 · 6·20
  },
  {
    shows: 'a negative axis counts from the end',
    bottoms: ['2x3x4x5'],
    text: ip('num_output: 6 axis: -1'),
    tops: ['2x3x4x6'],
    blobs: ['weight 6x5', 'bias 6'],
  },
  {
    shows: 'with axis 0 the top has only the outputs',
    bottoms: ['2x3'],
    text: ip('num_output: 5 axis: 0'),
    tops: ['5'],
    blobs: ['weight 5x6', 'bias 5'],
    macs: 30,
  },
  {
    shows: 'the axis must exist',
    bottoms: ['2x3'],
    text: ip('num_output: 5 axis: 2'),
    refused: 'ip/axis-range',
  },
  {
    shows: 'a negative axis must exist',
    bottoms: ['2x3'],
    text: ip('num_output: 5 axis: -3'),
    refused: 'ip/axis-range',
  },
  {
    shows: 'a bottom with 1 axis has no axis after the batch',
    bottoms: ['3'],
    text: ip('num_output: 5'),
    refused: 'ip/axis-range',
  },
  { shows: 'num_output is required', bottoms: ['2x3'], refused: 'ip/num-output-zero' },
  {
    shows: 'num_output cannot be 0, transposed or not',
    bottoms: ['2x3'],
    text: ip('num_output: 0 transpose: true weight_filler { type: "xavier" }'),
    refused: 'ip/num-output-zero',
  },
  {
    shows: 'the axis is checked before the outputs',
    bottoms: ['2x3'],
    text: ip('axis: 2'),
    refused: 'ip/axis-range',
  },
  {
    shows: '2³¹ outputs or more are negative',
    bottoms: ['2x3'],
    text: ip('num_output: 2147483648'),
    refused: 'blob/negative-dim',
  },
  {
    shows: 'without inputs there is nothing to fill',
    bottoms: ['2x0'],
    text: ip('num_output: 5'),
    refused: 'filler/empty-blob',
  },
  {
    shows: 'an empty batch has no buffer for the bias',
    bottoms: ['0x3'],
    text: ip('num_output: 5'),
    refused: 'blob/no-data',
  },
  {
    shows: 'the batch may be empty without bias',
    bottoms: ['0x3'],
    text: ip('num_output: 5 bias_term: false'),
    tops: ['0x5'],
    blobs: ['weight 5x3'],
    macs: 0,
  },
  {
    shows: 'the weight cannot exceed INT_MAX values',
    bottoms: ['1x65536'],
    text: ip('num_output: 32768'),
    refused: 'blob/int-max',
  },
  {
    shows: 'the top cannot exceed INT_MAX values',
    bottoms: ['65536x1'],
    text: ip('num_output: 32768'),
    refused: 'blob/int-max',
  },
  {
    shows: 'the filler of the bias is checked',
    bottoms: ['2x3'],
    text: ip('num_output: 5 bias_filler { type: "uniform" min: 2 }'),
    refused: 'filler/uniform-range',
  },
  {
    shows: 'the filler of an absent bias is not checked',
    bottoms: ['2x3'],
    text: ip('num_output: 5 bias_term: false bias_filler { type: "?" }'),
    tops: ['2x5'],
    blobs: ['weight 5x3'],
  },
  {
    shows: 'the shapes of stored blobs are not checked',
    bottoms: ['2x3'],
    text: `${ip('num_output: 5')} blobs { shape { dim: 1 } data: 1 } blobs { shape { dim: 2 } data: [1, 2] }`,
    tops: ['2x5'],
    blobs: ['weight 1', 'bias 2'],
  },
  {
    shows: 'a third `param` is one too many',
    bottoms: ['2x3'],
    text: `${ip('num_output: 5')} param {} param {} param {}`,
    refused: 'net/too-many-params',
  },
]);

const embed = (fields: string) => `embed_param { ${fields} }`;

specify('Embed', [
  {
    shows: 'adds an axis with a vector per integer',
    bottoms: ['2x7'],
    text: embed('num_output: 5 input_dim: 100'),
    tops: ['2x7x5'],
    blobs: ['weight 100x5', 'bias 5'],
    macs: 0,
  },
  {
    shows: 'without bias_term there is only the weight',
    bottoms: ['2x7'],
    text: embed('num_output: 5 input_dim: 100 bias_term: false'),
    tops: ['2x7x5'],
    blobs: ['weight 100x5'],
  },
  {
    shows: 'a scalar results in one vector',
    bottoms: ['scalar'],
    text: embed('num_output: 5 input_dim: 100'),
    tops: ['5'],
    blobs: ['weight 100x5', 'bias 5'],
  },
  {
    shows: 'the bottom may be empty without bias',
    bottoms: ['0x7'],
    text: embed('num_output: 5 input_dim: 100 bias_term: false'),
    tops: ['0x7x5'],
    blobs: ['weight 100x5'],
  },
  {
    shows: 'an empty bottom has no buffer for the bias',
    bottoms: ['0x7'],
    text: embed('num_output: 5 input_dim: 100'),
    refused: 'blob/no-data',
  },
  {
    shows: 'num_output is required',
    bottoms: ['2x7'],
    text: embed('input_dim: 100'),
    refused: 'embed/num-output',
  },
  {
    shows: '2³¹ outputs or more are negative',
    bottoms: ['2x7'],
    text: embed('num_output: 2147483648 input_dim: 100'),
    refused: 'embed/num-output',
  },
  {
    shows: 'input_dim is required',
    bottoms: ['2x7'],
    text: embed('num_output: 5'),
    refused: 'embed/input-dim',
  },
  {
    shows: 'an input_dim of 2³¹ or more is negative',
    bottoms: ['2x7'],
    text: embed('num_output: 5 input_dim: 4294967295'),
    refused: 'embed/input-dim',
  },
  { shows: 'num_output is checked before input_dim', bottoms: ['2x7'], refused: 'embed/num-output' },
  {
    shows: 'the weight cannot exceed INT_MAX values',
    bottoms: ['1'],
    text: embed('num_output: 32768 input_dim: 65536'),
    refused: 'blob/int-max',
  },
  {
    shows: 'the top cannot exceed INT_MAX values',
    bottoms: ['65536'],
    text: embed('num_output: 32768 input_dim: 1'),
    refused: 'blob/int-max',
  },
  {
    shows: 'the top cannot have more than 32 axes',
    bottoms: [new Array(32).fill(1).join('x')],
    text: embed('num_output: 5 input_dim: 100'),
    refused: 'blob/max-axes',
  },
  {
    shows: 'the top may have 32 axes',
    bottoms: [new Array(31).fill(1).join('x')],
    text: embed('num_output: 5 input_dim: 100'),
    tops: [[...new Array(31).fill(1), 5].join('x')],
    blobs: ['weight 100x5', 'bias 5'],
  },
  {
    shows: 'the filler of the weight is checked',
    bottoms: ['2x7'],
    text: embed('num_output: 5 input_dim: 100 weight_filler { type: "?" }'),
    refused: 'filler/unknown',
  },
  {
    shows: 'the shapes of stored blobs are not checked',
    bottoms: ['2x7'],
    text: `${embed('num_output: 5 input_dim: 100 bias_term: false')} blobs { shape { dim: 1 } data: 1 }`,
    tops: ['2x7x5'],
    blobs: ['weight 1'],
  },
]);

for (const [type, text] of [
  ['InnerProduct', ip('num_output: 5')],
  ['Embed', embed('num_output: 5 input_dim: 100')],
] as const) {
  specify(type, [
    { shows: 'no bottom is too few', text, refused: 'net/exact-bottoms' },
    { shows: 'two bottoms are too many', bottoms: ['2x3', '2x3'], text, refused: 'net/exact-bottoms' },
    { shows: 'no top is too few', bottoms: ['2x3'], text, topNames: [], refused: 'net/exact-tops' },
    {
      shows: 'two tops are too many',
      bottoms: ['2x3'],
      text,
      topNames: ['a', 'b'],
      refused: 'net/exact-tops',
    },
  ]);
}

specify('InnerProduct', [
  {
    shows: 'the filler type is checked before the empty weight',
    bottoms: ['2x3'],
    text: ip('weight_filler { type: "?" }'),
    refused: 'filler/unknown',
  },
  {
    shows: 'a bilinear filler checks the axes of the weight, not its values',
    bottoms: ['2x3'],
    text: ip('weight_filler { type: "bilinear" }'),
    refused: 'filler/bilinear-axes',
  },
]);
