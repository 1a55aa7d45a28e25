import { castToInt, type Dim, differ, isKnown, product, Unknown } from '../../../shape/dim.ts';
import { floatText } from '../../../shape/floatText.ts';
import type { Shape } from '../../../shape/shape.ts';
import { elementwise } from '../../bvlc/activation.ts';
import { checkFirstAxis, euclideanLoss, loss, scalar } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { dataLayer, topsOf } from '../../helpers/dataLayer.ts';
import { checkFiller } from '../../helpers/filler.ts';
import { perValue } from '../../operations.ts';

/** Layers of gnina/gnina, which scores how molecules bind: its data and losses. */

/**
 * molgrid_data_layer.cpp of all branches. Each optional top follows the ones before it: affinities, deviations, markers
 * of sequences, weights, perturbations.
 */
const molGridData = dataLayer(
  'MolGridData',
  'Reads pairs of molecules and maps their atoms to a cubic grid, with a channel for each type of atom. The second top has labels; parameters add more.',
  {
    paramField: 'molgrid_data_param',
    tops: (layer) => ({ exact: 2 + optionalTops(layer).length }),
    setUp(layer) {
      const { params } = layer;
      const [group, chunk] = [params.int('max_group_size'), params.int('max_group_chunk_size')];
      if (chunk !== 0 && group % chunk !== 0)
        layer.refuse(
          'fork/molgrid-chunks',
          layer.at('max_group_chunk_size'),
          `\`max_group_chunk_size: ${chunk}\` must divide \`max_group_size: ${group}\`.`,
        );
      // Old branches round the number of steps, so only those that cannot be divided are rejected.
      if (!(params.float('resolution') > 0))
        layer.refuse(
          'fork/molgrid-resolution',
          layer.at('resolution'),
          `\`resolution\` must be greater than 0, but is ${floatText(params.float('resolution'))}.`,
        );
      if (!params.bool('inmemory') && params.text('source') === '')
        layer.refuse('fork/molgrid-source', layer.at('source'), 'MolGridData requires a `source`.');
      if (batchOf(layer) <= 0)
        layer.refuse('image/batch', layer.at('batch_size'), '`batch_size` must be 1 or more, but is 0.');
    },
    reshape(layer) {
      const { params } = layer;
      const side = castToInt(Math.round(params.float('dimension') / params.float('resolution'))) + 1;
      const grid = [...itemsOf(layer), atomTypes, side, side, side];
      layer.checkShape(grid, 'the grid', layer.at('dimension', 'resolution'));
      return topsOf(layer, grid, itemsOf(layer), ...optionalTops(layer));
    },
  },
);

const atomTypes = new Unknown(
  'atoms',
  'The number of channels depends on the files with the types of atoms.',
);

function batchOf({ params }: LayerContext): number {
  return params.bool('inmemory') ? 1 : params.int('batch_size');
}

/** The axes before the channels: with groups, their frames are the first axis. */
function itemsOf(layer: LayerContext): readonly number[] {
  const { params } = layer;
  const items = batchOf(layer) * (params.bool('duplicate_poses') ? params.int('num_poses') : 1);
  return isGrouped(layer) ? [framesOf(layer), items] : [items];
}

function isGrouped({ params }: LayerContext): boolean {
  return params.int('max_group_size') > 1;
}

function framesOf({ params }: LayerContext): number {
  return params.int('max_group_chunk_size') || params.int('max_group_size');
}

function optionalTops(layer: LayerContext): readonly Shape[] {
  const { params } = layer;
  const batch = batchOf(layer);
  const when = (isPresent: boolean, shape: Shape) => (isPresent ? [shape] : []);
  return [
    ...when(params.bool('has_affinity'), itemsOf(layer)),
    ...when(params.bool('has_rmsd'), itemsOf(layer)),
    ...when(isGrouped(layer), [framesOf(layer), batch]),
    ...when(params.float('affinity_reweight_stdcut') > 0, itemsOf(layer)),
    ...when(params.bool('peturb_ligand'), [batch, numbersOfPose]),
  ];
}

const numbersOfPose = new Unknown('pose', 'Branches describe a pose by 6 or 10 numbers.');

/** ndim_data_layer.cpp. */
const nDimData = dataLayer('NDimData', 'Reads binary files of numbers, and labels, from a list file.', {
  paramField: 'ndim_data_param',
  opens: () => [{ param: 'ndim_data_param', field: 'source' }],
  tops: exactly(2),
  setUp(layer) {
    const { params } = layer;
    const batch = params.int('batch_size');
    if (batch <= 0)
      layer.refuse('image/batch', layer.at('batch_size'), '`batch_size` must be 1 or more, but is 0.');
    if (!params.bool('inmemory') && params.bool('balanced') && batch === 1)
      layer.refuse(
        'fork/balanced-batch',
        layer.at('balanced', 'batch_size'),
        'A balanced batch has items of both classes, so `batch_size` must be 2 or more.',
      );
    if (
      params
        .message('shape')
        .ints('dim')
        .some((length) => length <= 0)
    )
      layer.refuse('fork/ndim-shape', layer.at('shape'), 'All axes of `shape` must be 1 or more.');
  },
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    return topsOf(layer, [batch, ...layer.params.message('shape').ints('dim')], [batch]);
  },
});

/** affinity_loss_layer.cpp. */
const affinityLoss = loss(
  'AffinityLoss',
  'Regression loss of binding affinities, in which negative targets are upper limits. With `weighted`, a third bottom has weights.',
  {
    paramField: 'affinity_loss_param',
    bottoms: ({ params }) => ({ exact: params.bool('weighted') ? 3 : 2 }),
    reshape: euclideanLoss.reshape,
  },
);

/** binomial_noisy_abn_loss_layer.cpp. */
const binomialNoisyAbnLoss = loss(
  'BinomialNoisyABNLoss',
  'Logistic loss of two classes whose labels are wrong with the probabilities `theta0` and `theta1`.',
  {
    paramField: 'binomial_noisy_abn_loss_param',
    reshape(layer) {
      checkFirstAxis(layer);
      for (const field of ['theta0', 'theta1']) {
        const theta = layer.params.float(field);
        if (theta >= 0 && theta < 1) continue;
        layer.refuse(
          'fork/theta-range',
          layer.at(field),
          `\`${field}\` must be from 0 to less than 1, but is ${floatText(theta)}.`,
        );
      }
      checkOneLabel(layer);
      if (differ(classesOf(layer), 2)) refuseClasses(layer, 'two classes');
      return [scalar];
    },
  },
);

/** rank_loss_layer.cpp. */
const rankLoss = loss('RankLoss', 'Loss of pairs of items whose scores are in the wrong order.', {
  paramField: 'rank_loss_param',
  reshape(layer) {
    checkFirstAxis(layer);
    checkOneLabel(layer);
    const classes = classesOf(layer);
    if (isKnown(classes) && classes > 2) refuseClasses(layer, 'one or two classes');
    return [scalar];
  },
});

function classesOf(layer: LayerContext) {
  return product(layer.dims(0).slice(1));
}

function checkOneLabel(layer: LayerContext): void {
  if (
    !layer
      .dims(1)
      .slice(1)
      .some((length) => differ(length, 1))
  )
    return;
  layer.refuse(
    'fork/one-label',
    layer.bottomAt(1),
    `All axes of ${layer.describe(1)} except the first must be 1.`,
  );
}

function refuseClasses(layer: LayerContext, wanted: string): never {
  return layer.refuse(
    'fork/class-count',
    layer.bottomAt(0),
    `${layer.type} requires ${wanted}, but ${layer.describeShape(0)}.`,
  );
}

/**
 * softmax_noisy_label_loss_layer.cpp. Its set-up skips LossLayer's: all tops have default weights, and any number is
 * accepted. The weights that the text states are those of its inner softmax layers too, which have one top.
 */
const softmaxWithNoisyLabelLoss: LayerDefinition = {
  type: 'SoftmaxWithNoisyLabelLoss',
  hasBlobs: true,
  category: 'loss',
  paramField: 'softmax_noisy_label_loss_param',
  doc: 'Softmax loss of labels that may be wrong. Bottoms: scores of the classes, scores of three kinds of noise, labels. More tops: both probabilities, and those of both together.',
  bottoms: exactly(3),
  tops: () => ({ min: 1 }),
  automaticTops: 1,
  setUp(layer) {
    const [, second] = layer.message.list('loss_weight');
    if (second)
      layer.refuse(
        'net/loss-weight-count',
        second,
        '`loss_weight` must be set at most once, for the loss itself.',
      );
    const [, channels] = layer.legacy(0);
    layer.blobs.splice(0);
    layer.addBlob('confusion matrix', [1, 1, channels, channels]);
    checkFiller(layer, 'matrix_c_filler', [1, 1, channels, channels], 'confusion matrix');
  },
  reshape(layer) {
    checkFirstAxis(layer);
    const [num, channels] = layer.legacy(0);
    return [scalar, layer.like(0), layer.like(1), [num, channels, 3, 1]].slice(0, layer.topCount);
  },
};

/** matmul_layer.cpp: the axes after the second count as one. */
const matMulOfItems: LayerDefinition = {
  type: 'MatMul',
  category: 'innerProduct',
  forks: ['gnina'],
  paramField: 'matmul_param',
  doc: 'Matrix product for each item, whose axes after the second are one. Each matrix may be transposed first.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape(layer) {
    const [first, second] = [matrixOf(layer, 0, 'transpose_a'), matrixOf(layer, 1, 'transpose_b')];
    if (differ(layer.dim(0, 0), layer.dim(1, 0)) || differ(first[1], second[0]))
      layer.refuse(
        'fork/matrix-product',
        layer.bottomAt(1),
        `${layer.describe(0)} and ${layer.describe(1)} must have as many matrices with the same inner length.`,
      );
    return [[layer.dim(0, 0), first[0], second[1]]];
  },
  macs: (layer) => {
    const [first, second] = [matrixOf(layer, 0, 'transpose_a'), matrixOf(layer, 1, 'transpose_b')];
    return product([layer.dim(0, 0), ...first, second[1]]);
  },
};

/** The rows and columns of each matrix. */
function matrixOf(
  layer: LayerContext,
  index: number,
  transposed: string,
): readonly [rows: Dim, columns: Dim] {
  layer.canonicalAxis(index, 2);
  const [rows, columns] = [layer.dim(index, 1), layer.count(index, 2)];
  return layer.params.bool(transposed) ? [columns, rows] : [rows, columns];
}

/** trig_layer.cpp and cos_layer.cpp. */
const trig = elementwise('Trig', 'y = cos(x), or another trigonometric function.', {
  paramField: 'trig_param',
  operations: perValue({ exponentials: 1 }),
});

const cos = elementwise('Cos', 'y = cos(x).', { operations: perValue({ exponentials: 1 }) });

/** Branch gninadream, discretize_layer.cpp. */
const discretize = elementwise('Discretize', 'The number of the bin of each value, of `bins` equal ones.', {
  category: 'other',
  paramField: 'discretize_param',
  setUp(layer) {
    const { params } = layer;
    if (params.int('bins') <= 0)
      layer.refuse(
        'fork/bins',
        layer.at('bins'),
        `\`bins\` must be 1 or more, but is ${params.int('bins')}.`,
      );
    const [min, max] = [params.float('min_value'), params.float('max_value')];
    if (!(max > min))
      layer.refuse(
        'fork/bin-range',
        layer.at('max_value', 'min_value'),
        `\`max_value: ${floatText(max)}\` must be greater than \`min_value: ${floatText(min)}\`.`,
      );
  },
});

/** Branch gan, lstm_data_getter.cpp: FlexLSTM creates one for each step, all with the same top. */
const lstmDataGetter: LayerDefinition = {
  type: 'LSTMDataGetter',
  category: 'shape',
  paramField: 'lstm_datagetter_param',
  doc: 'One part of a cubic grid, of all parts with a distance of `stride`, as a step of a sequence.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    if (layer.params.int('stride') === 0)
      layer.refuse('fork/part-stride', layer.at('stride'), '`stride` must be set.');
    if (layer.params.int('timestep') !== 0 && !layer.isInPlace())
      layer.refuse(
        'fork/part-step',
        layer.at('timestep'),
        'Only the step 0 shapes its top; other steps require a top that has the shape.',
      );
  },
  reshape(layer) {
    layer.dim(0, 2);
    if (layer.params.int('timestep') !== 0) return [layer.like(0)];
    const side =
      castToInt(Math.round(layer.params.float('subgrid_dim') / layer.params.float('resolution'))) + 1;
    const top = [1, layer.dim(0, 0), layer.dim(0, 1), side, side, side];
    layer.checkShape(top, 'the part', layer.at('subgrid_dim', 'resolution'));
    return [top];
  },
};

export const moleculeLayers: readonly LayerDefinition[] = [
  affinityLoss,
  binomialNoisyAbnLoss,
  cos,
  discretize,
  lstmDataGetter,
  matMulOfItems,
  molGridData,
  nDimData,
  rankLoss,
  softmaxWithNoisyLabelLoss,
  trig,
];
