import { specify } from '../../support/layerTable.ts';

// Scale and Bias cover the same axes of the bottom with a blob of their own, under names of their own.
for (const kind of ['scale', 'bias'] as const) {
  const type = kind === 'scale' ? 'Scale' : 'Bias';
  const text = (fields: string) => `${kind}_param { ${fields} }`;
  specify(type, [
    { shows: 'a value for each channel', bottoms: ['2x3x8x8'], tops: ['2x3x8x8'], blobs: [`${kind} 3`] },
    { shows: 'works in place', bottoms: ['2x3'], topNames: ['in0'], tops: ['2x3'], blobs: [`${kind} 3`] },
    {
      shows: 'a value for each of the given axes',
      bottoms: ['2x3x4x5'],
      text: text('axis: 0 num_axes: 2'),
      tops: ['2x3x4x5'],
      blobs: [`${kind} 2x3`],
    },
    {
      shows: '−1 axes are all from the axis on',
      bottoms: ['2x3x4x5'],
      text: text('axis: 1 num_axes: -1'),
      tops: ['2x3x4x5'],
      blobs: [`${kind} 3x4x5`],
    },
    {
      shows: 'a negative axis counts from the end',
      bottoms: ['2x3x4x5'],
      text: text('axis: -2 num_axes: 2'),
      tops: ['2x3x4x5'],
      blobs: [`${kind} 4x5`],
    },
    {
      shows: '0 axes make a scalar',
      bottoms: ['2x3'],
      text: text('num_axes: 0'),
      tops: ['2x3'],
      blobs: [`${kind} scalar`],
    },
    { shows: 'the axis must exist', bottoms: ['2x3'], text: text('axis: 2'), refused: 'blob/axis-range' },
    { shows: 'a bottom of 1 axis has no channels', bottoms: ['3'], refused: 'blob/axis-range' },
    {
      shows: 'fewer than −1 axes are refused',
      bottoms: ['2x3'],
      text: text('num_axes: -2'),
      refused: `${kind}/num-axes`,
    },
    {
      shows: 'the axes must exist',
      bottoms: ['2x3'],
      text: text('axis: 1 num_axes: 2'),
      refused: `${kind}/extends-setup`,
    },
    {
      shows: 'the axis is looked at before their number',
      bottoms: ['2x3'],
      text: text('axis: 2 num_axes: -2'),
      refused: 'blob/axis-range',
    },
    {
      shows: 'the filler is checked',
      bottoms: ['2x3'],
      text: text('filler { type: "uniform" min: 2 }'),
      refused: 'filler/uniform-range',
    },
    { shows: 'no channels leave nothing to fill', bottoms: ['2x0'], refused: 'filler/empty-blob' },
    {
      shows: 'a given blob is taken',
      bottoms: ['2x3'],
      text: 'blobs { shape { dim: 3 } data: [1, 2, 3] }',
      tops: ['2x3'],
      blobs: [`${kind} 3`],
    },
    {
      shows: 'a given blob must match the axes of the bottom',
      bottoms: ['2x3'],
      text: 'blobs { shape { dim: 2 } data: [1, 2] }',
      refused: `${kind}/dim-mismatch`,
    },
    {
      shows: 'a given blob cannot have more axes than the bottom from the axis on',
      bottoms: ['2x3'],
      text: 'blobs { shape { dim: 3 dim: 1 } data: [1, 2, 3] }',
      refused: `${kind}/extends`,
    },
    {
      shows: 'a second bottom takes the place of the blob',
      bottoms: ['2x3x4x5', '3x4'],
      tops: ['2x3x4x5'],
    },
    {
      shows: 'a second bottom without axes fits everywhere, whatever the axis',
      bottoms: ['2x3', 'scalar'],
      text: text('axis: 7'),
      tops: ['2x3'],
    },
    {
      shows: 'a second bottom fits from the axis on',
      bottoms: ['2x3x4', '2x3'],
      text: text('axis: 0'),
      tops: ['2x3x4'],
    },
    {
      shows: 'the number of axes is ignored beside a second bottom',
      bottoms: ['2x3', '3'],
      text: text('num_axes: -5'),
      tops: ['2x3'],
    },
    {
      shows: 'a second bottom cannot have more axes than the first from the axis on',
      bottoms: ['2x3', '3x1'],
      refused: `${kind}/extends`,
    },
    {
      shows: 'a second bottom must match the axes of the first',
      bottoms: ['2x3x4', '3x5'],
      refused: `${kind}/dim-mismatch`,
    },
    {
      shows: 'the axis must exist beside a second bottom with axes',
      bottoms: ['2x3', '3'],
      text: text('axis: -3'),
      refused: 'blob/axis-range',
    },
    {
      shows: 'a second `param` is one too many',
      bottoms: ['2x3'],
      text: 'param {} param {}',
      refused: 'net/too-many-params',
    },
    {
      shows: 'no `param` is needed beside a second bottom',
      bottoms: ['2x3', '3'],
      text: 'param {}',
      refused: 'net/too-many-params',
    },
  ]);
}

specify('Scale', [
  {
    shows: 'adds a bias of the shape of the scale',
    bottoms: ['2x3x4x5'],
    text: 'scale_param { num_axes: 2 bias_term: true }',
    tops: ['2x3x4x5'],
    blobs: ['scale 3x4', 'bias 3x4'],
  },
  {
    shows: 'a shared scale has a shared bias',
    bottoms: ['2x3'],
    text: 'scale_param { num_axes: 0 bias_term: true }',
    tops: ['2x3'],
    blobs: ['scale scalar', 'bias scalar'],
  },
  {
    shows: 'the bias goes to the end with −1 axes',
    bottoms: ['2x3x4'],
    text: 'scale_param { num_axes: -1 bias_term: true }',
    tops: ['2x3x4'],
    blobs: ['scale 3x4', 'bias 3x4'],
  },
  {
    shows: 'beside a second bottom there is a bias of its shape',
    bottoms: ['2x3x4', '3x4'],
    text: 'scale_param { bias_term: true }',
    tops: ['2x3x4'],
    blobs: ['bias 3x4'],
  },
  {
    shows: 'the bias may be given beside the scale',
    bottoms: ['2x3'],
    text: `scale_param { bias_term: true }
      blobs { shape { dim: 3 } data: [1, 2, 3] } blobs { shape { dim: 3 } data: [1, 2, 3] }`,
    tops: ['2x3'],
    blobs: ['scale 3', 'bias 3'],
  },
  {
    shows: 'a bias joins a given scale',
    bottoms: ['2x3'],
    text: 'scale_param { bias_term: true } blobs { shape { dim: 3 } data: [1, 2, 3] }',
    tops: ['2x3'],
    blobs: ['scale 3', 'bias 3'],
  },
  {
    shows: 'the filler of the bias is checked',
    bottoms: ['2x3'],
    text: 'scale_param { bias_term: true bias_filler { type: "?" } }',
    refused: 'filler/unknown',
  },
  {
    shows: 'the bias is checked before the shapes of the bottoms',
    bottoms: ['2x3', '3x4x5'],
    text: 'scale_param { bias_term: true }',
    refused: 'bias/extends-setup',
  },
  {
    shows: 'the bias needs the axis beside a scalar second bottom',
    bottoms: ['2x3', 'scalar'],
    text: 'scale_param { axis: 2 bias_term: true }',
    refused: 'blob/axis-range',
  },
  {
    shows: 'the scale is checked after the bias was set up',
    bottoms: ['2x3x4', '3x5'],
    text: 'scale_param { bias_term: true }',
    refused: 'scale/dim-mismatch',
  },
  {
    shows: 'a third `param` is one too many',
    bottoms: ['2x3'],
    text: 'scale_param { bias_term: true } param {} param {} param {}',
    refused: 'net/too-many-params',
  },
]);
