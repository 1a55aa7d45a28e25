import { specify } from '../../support/layerTable.ts';

// Scale and Bias cover the same axes of the bottom with separate blobs and names.
for (const kind of ['scale', 'bias'] as const) {
  const type = kind === 'scale' ? 'Scale' : 'Bias';
  const text = (fields: string) => `${kind}_param { ${fields} }`;
  specify(type, [
    { shows: 'one value per channel', bottoms: ['2x3x8x8'], tops: ['2x3x8x8'], blobs: [`${kind} 3`] },
    {
      shows: 'supports in-place computation',
      bottoms: ['2x3'],
      topNames: ['in0'],
      tops: ['2x3'],
      blobs: [`${kind} 3`],
    },
    {
      shows: 'one value per position of the given axes',
      bottoms: ['2x3x4x5'],
      text: text('axis: 0 num_axes: 2'),
      tops: ['2x3x4x5'],
      blobs: [`${kind} 2x3`],
    },
    {
      shows: 'num_axes −1 covers all axes from axis on',
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
      shows: 'num_axes 0 results in a scalar',
      bottoms: ['2x3'],
      text: text('num_axes: 0'),
      tops: ['2x3'],
      blobs: [`${kind} scalar`],
    },
    { shows: 'the axis must exist', bottoms: ['2x3'], text: text('axis: 2'), refused: 'blob/axis-range' },
    { shows: 'a bottom with 1 axis has no channels', bottoms: ['3'], refused: 'blob/axis-range' },
    {
      shows: 'num_axes below −1 is rejected',
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
      shows: 'axis is checked before num_axes',
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
    { shows: 'without channels there is nothing to fill', bottoms: ['2x0'], refused: 'filler/empty-blob' },
    {
      shows: 'a stored blob is used',
      bottoms: ['2x3'],
      text: 'blobs { shape { dim: 3 } data: [1, 2, 3] }',
      tops: ['2x3'],
      blobs: [`${kind} 3`],
    },
    {
      shows: 'a stored blob must match the axes of the bottom',
      bottoms: ['2x3'],
      text: 'blobs { shape { dim: 2 } data: [1, 2] }',
      refused: `${kind}/dim-mismatch`,
    },
    {
      shows: 'a stored blob cannot have more axes than the bottom from axis on',
      bottoms: ['2x3'],
      text: 'blobs { shape { dim: 3 dim: 1 } data: [1, 2, 3] }',
      refused: `${kind}/extends`,
    },
    {
      shows: 'a second bottom replaces the blob',
      bottoms: ['2x3x4x5', '3x4'],
      tops: ['2x3x4x5'],
    },
    {
      shows: 'a scalar second bottom is valid for any axis',
      bottoms: ['2x3', 'scalar'],
      text: text('axis: 7'),
      tops: ['2x3'],
    },
    {
      shows: 'a second bottom matches from axis on',
      bottoms: ['2x3x4', '2x3'],
      text: text('axis: 0'),
      tops: ['2x3x4'],
    },
    {
      shows: 'num_axes is ignored with a second bottom',
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
      shows: 'the axis must exist with a second bottom that has axes',
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
      shows: 'a `param` is too many with a second bottom',
      bottoms: ['2x3', '3'],
      text: 'param {}',
      refused: 'net/too-many-params',
    },
  ]);
}

specify('Scale', [
  {
    shows: 'adds a bias with the shape of the scale',
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
    shows: 'with num_axes −1 the bias covers all remaining axes',
    bottoms: ['2x3x4'],
    text: 'scale_param { num_axes: -1 bias_term: true }',
    tops: ['2x3x4'],
    blobs: ['scale 3x4', 'bias 3x4'],
  },
  {
    shows: 'with a second bottom the bias has its shape',
    bottoms: ['2x3x4', '3x4'],
    text: 'scale_param { bias_term: true }',
    tops: ['2x3x4'],
    blobs: ['bias 3x4'],
  },
  {
    shows: 'the bias may be stored with the scale',
    bottoms: ['2x3'],
    text: `scale_param { bias_term: true }
      blobs { shape { dim: 3 } data: [1, 2, 3] } blobs { shape { dim: 3 } data: [1, 2, 3] }`,
    tops: ['2x3'],
    blobs: ['scale 3', 'bias 3'],
  },
  {
    shows: 'a bias is added to a stored scale',
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
    shows: 'the bias requires the axis with a scalar second bottom',
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
