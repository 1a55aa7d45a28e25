import { specify } from '../../support/layerTable.ts';

const two = { topNames: ['data', 'label'] } as const;

const shapes = (...all: string[]) =>
  all.map((dims) => `shape { ${dims && `dim: [${dims.replaceAll(' ', ', ')}]`} }`).join(' ');

const inputShapes = (...all: string[]) => `input_param { ${shapes(...all)} }`;

const bothMeans = 'transform_param { mean_file: "mean.binaryproto" mean_value: 104 }';

specify('Input', [
  { shows: 'the given shape', text: inputShapes('1 3 8 8'), tops: ['1x3x8x8'] },
  { shows: 'one shape for all tops', text: inputShapes('2 3'), tops: ['2x3', '2x3'] },
  { shows: 'one shape per top', text: inputShapes('2 3', '2'), tops: ['2x3', '2'] },
  { shows: 'a shape without axes is a scalar', text: inputShapes(''), tops: ['scalar'] },
  { shows: 'without a shape the top has none', tops: ['unshaped'] },
  // 2^32 + 1
  { shows: 'sizes are narrowed to 32 bits', text: inputShapes('4294967297 3'), tops: ['1x3'] },
  { shows: 'there is no overflow after a 0', text: inputShapes('0 65536 65536'), tops: ['0x65536x65536'] },
  { shows: 'there is an overflow before a 0', text: inputShapes('65536 65536 0'), refused: 'blob/int-max' },
  // 2^31 - 1
  { shows: '2³¹ − 1 values are accepted', text: inputShapes('2147483647'), tops: ['2147483647'] },
  { shows: '2³¹ values are rejected', text: inputShapes('65536 32768'), refused: 'blob/int-max' },
  { shows: 'negative sizes are rejected', text: inputShapes('2 -1'), refused: 'blob/negative-dim' },
  {
    shows: 'sizes that are negative in 32 bits are rejected',
    text: inputShapes('2147483648'),
    refused: 'blob/negative-dim',
  },
  {
    shows: '32 axes are accepted',
    text: inputShapes(new Array(32).fill(1).join(' ')),
    tops: [new Array(32).fill(1).join('x')],
  },
  {
    shows: '33 axes are rejected',
    text: inputShapes(new Array(33).fill(1).join(' ')),
    refused: 'blob/max-axes',
  },
  {
    shows: 'one shape, or one per top',
    text: inputShapes('2', '3'),
    topNames: ['a', 'b', 'c'],
    refused: 'input/shape-count',
  },
  { shows: 'has no bottoms', bottoms: ['2'], refused: 'net/exact-bottoms' },
  { shows: 'requires at least one top', topNames: [], refused: 'net/min-tops' },
]);

specify('Parameter', [
  {
    shows: 'the parameter blob is the top',
    text: `parameter_param { ${shapes('3 4')} }`,
    tops: ['3x4'],
    blobs: ['parameter 3x4'],
  },
  { shows: 'a scalar without a shape', tops: ['scalar'], blobs: ['parameter scalar'] },
  { shows: 'has one top', topNames: ['a', 'b'], refused: 'net/exact-tops' },
]);

const dummy = (text: string) => `dummy_data_param { ${text} }`;

specify('DummyData', [
  { shows: 'one shape for all tops', text: dummy(shapes('2 3')), tops: ['2x3', '2x3'] },
  { shows: 'one shape per top', text: dummy(shapes('2 3', '2')), tops: ['2x3', '2'] },
  {
    shows: 'the four old fields',
    text: dummy('num: 2 channels: 3 height: 4 width: 5'),
    tops: ['2x3x4x5'],
  },
  {
    shows: 'each old field is set once or once per top',
    text: dummy('num: 2 channels: [3, 1] height: 4 width: [5, 6]'),
    tops: ['2x3x4x5', '2x1x4x6'],
  },
  {
    shows: 'one filler per top',
    text: dummy(`${shapes('2 3')} data_filler { value: 1 } data_filler { type: "uniform" }`),
    tops: ['2x3', '2x3'],
  },
  {
    shows: 'fillers other than constant run in the first pass',
    text: dummy(`${shapes('0 3')} data_filler { type: "gaussian" std: 0 }`),
    tops: ['0x3'],
  },
  { shows: 'a constant fills its top at set-up', text: dummy(shapes('0 3')), refused: 'filler/empty-blob' },
  {
    shows: 'unknown fillers are rejected',
    text: dummy(`${shapes('2')} data_filler { type: "Constant" }`),
    refused: 'filler/unknown',
  },
  {
    shows: 'one filler, or one per top',
    text: dummy(`${shapes('2')} data_filler { } data_filler { }`),
    topNames: ['a', 'b', 'c'],
    refused: 'dummy/filler-count',
  },
  {
    shows: 'shape and the old fields are exclusive',
    text: dummy(`${shapes('2')} num: 2`),
    refused: 'dummy/shape-and-legacy',
  },
  { shows: 'num is missing', text: dummy('channels: 3 height: 4 width: 5'), refused: 'dummy/num' },
  { shows: 'channels are missing', text: dummy('num: 2 height: 4 width: 5'), refused: 'dummy/channels' },
  { shows: 'height is missing', text: dummy('num: 2 channels: 3 width: 5'), refused: 'dummy/height' },
  { shows: 'width is missing', text: dummy('num: 2 channels: 3 height: 4'), refused: 'dummy/width' },
  {
    shows: 'an old field is set once, or once per top',
    text: dummy('num: [1, 2] channels: 3 height: 4 width: 5'),
    topNames: ['a', 'b', 'c'],
    refused: 'dummy/num',
  },
  { shows: 'a shape is required', refused: 'dummy/shape' },
  {
    shows: 'one shape, or one per top',
    text: dummy(shapes('2', '3')),
    topNames: ['a', 'b', 'c'],
    refused: 'dummy/shape',
  },
]);

const memory = (...sizes: number[]) =>
  `memory_data_param { ${['batch_size', 'channels', 'height', 'width'].map((field, index) => `${field}: ${sizes[index] ?? 1}`).join(' ')} }`;

specify('MemoryData', [
  { shows: 'images and labels', text: memory(4, 3, 8, 6), tops: ['4x3x8x6', '4'] },
  {
    shows: 'a crop does not change the shape',
    text: `${memory(4, 3, 8, 8)} transform_param { crop_size: 6 }`,
    tops: ['4x3x8x8', '4'],
  },
  {
    shows: 'all four sizes are required',
    text: 'memory_data_param { batch_size: 4 }',
    ...two,
    refused: 'memory/dims',
  },
  // 2^16 · 2^16 is 0 in 32 bits
  {
    shows: 'the product of sizes wraps at 32 bits',
    text: memory(65536, 65536),
    ...two,
    refused: 'memory/dims',
  },
  // 65537² is 131073 in 32 bits
  {
    shows: 'a wrapped product may still be too large',
    text: memory(65537, 65537),
    ...two,
    refused: 'blob/int-max',
  },
  {
    shows: 'mean_file and mean_value are exclusive',
    text: `${memory(4)} ${bothMeans}`,
    ...two,
    refused: 'transform/mean-both',
  },
  { shows: 'the transformation is checked first', text: bothMeans, ...two, refused: 'transform/mean-both' },
  { shows: 'requires two tops', text: memory(4), topNames: ['data'], refused: 'net/exact-tops' },
]);
