import { type Dim, product, Unknown } from '../../../shape/dim.ts';
import { type Dims, formatShape, shapesDiffer } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';

/** Layers with indices of values among their parameters, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe. */

/** gather_nd_layer.cpp. */
const gatherND: LayerDefinition = {
  type: 'GatherND',
  category: 'shape',
  paramField: 'gather_nd_param',
  doc: 'Selects values, or parts of the blob, by the `indices` in the layer. `indices_shape` ends with the number of axes that an index selects from.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    const shape = layer.params.ints('indices_shape');
    layer.dim(0, 0);
    const count = layer.params.count('indices');
    if (shape.length === 0 || count !== product(shape))
      layer.refuse(
        'fork/gather-indices',
        layer.at('indices_shape'),
        `The layer has ${count} \`indices\`, but \`indices_shape\` is ${formatShape(shape)}.`,
      );
    return [gathered(layer, shape)];
  },
};

/** The shape of what indices select: one part of the first bottom, without its first axes, for each index. */
export function gathered(layer: LayerContext, indices: readonly number[]): Dims {
  const [axes, rank] = [indices.at(-1) ?? 0, layer.dims(0).length];
  if (axes > rank)
    layer.refuse(
      'fork/gather-axes',
      layer.at('indices_shape'),
      `An index cannot select from ${axes} axes: ${layer.describe(0)} has ${rank}.`,
    );
  return [...indices.slice(0, -1), ...layer.dims(0).slice(axes)];
}

const scatterInputs = ['data', 'indices', 'updates'] as const;

/** scatter_nd_layer.cpp: data, indices and updates are bottoms, or blobs of the layer. */
const scatterND: LayerDefinition = {
  type: 'ScatterND',
  hasBlobs: true,
  category: 'shape',
  paramField: 'scatter_nd_param',
  doc: 'Replaces values, or parts of its data, at indices by updates. Data, indices and updates are bottoms, or blobs of the layer with the shapes that it states.',
  bottoms: between(0, 3),
  tops: exactly(1),
  setUp(layer) {
    const stated = scatterInputs.filter((input) => layer.params.bool(`is_${input}_param`));
    if (stated.length + layer.bottoms.length !== 3)
      layer.refuse(
        'fork/scatter-inputs',
        layer.at(...stated.map((input) => `is_${input}_param`)),
        `ScatterND requires data, indices and updates, but has ${layer.bottoms.length} bottoms and ${stated.length} blobs.`,
      );
    if (!layer.takesGivenBlobs(...stated))
      for (const input of stated) layer.addBlob(input, layer.params.ints(`${input}_shape`));
    checkUpdates(layer);
  },
  reshape: (layer) => [scatterShape(layer, 0)],
};

function scatterShape(layer: LayerContext, input: number): Dims {
  const isBlob = scatterInputs.map((name) => layer.params.bool(`is_${name}_param`));
  const blobsBefore = isBlob.slice(0, input).filter(Boolean).length;
  return isBlob[input] ? (layer.blobs[blobsBefore]?.shape ?? []) : layer.dims(input - blobsBefore);
}

function checkUpdates(layer: LayerContext): void {
  const [data, indices, updates] = [0, 1, 2].map((input) => scatterShape(layer, input));
  const axes = indices?.at(-1);
  if (!data || !indices || !updates || typeof axes !== 'number') return;
  const wanted = [...indices.slice(0, -1), ...data.slice(axes)];
  if (axes <= data.length && !shapesDiffer(updates, wanted)) return;
  layer.refuse(
    'fork/scatter-shape',
    layer.at(),
    axes > data.length
      ? `An index cannot select from ${axes} axes: the data is ${formatShape(data)}.`
      : `The updates are ${formatShape(updates)}, but must be ${formatShape(wanted)}.`,
  );
}

/** A layer that looks up rows of its bottoms, which are parts of one table. */
function lookup(
  type: string,
  doc: string,
  more: Omit<LayerDefinition, 'type' | 'doc' | 'bottoms' | 'tops'>,
): LayerDefinition {
  return {
    type,
    category: 'innerProduct',
    doc: `${doc} Further bottoms are further parts of the table.`,
    bottoms: atLeast(1),
    tops: exactly(1),
    ...more,
    setUp(layer) {
      layer.bottoms.forEach((_, index) => {
        checkRows(layer, index);
      });
      more.setUp?.(layer);
    },
  };
}

function checkRows(layer: LayerContext, index: number): void {
  const [first, own] = [layer.dims(0), layer.dims(index)];
  if (first.length === own.length && !shapesDiffer(first.slice(1), own.slice(1))) return;
  layer.refuse(
    'fork/lookup-rows',
    layer.bottomAt(index),
    `${layer.describe(index)} must have the axes of ${layer.describe(0)} after the first.`,
  );
}

/** embedding_lookup_layer.cpp. */
const embeddingLookup = lookup('EmbeddingLookup', 'Selects the rows of a table that `ids` lists.', {
  paramField: 'embedding_lookup_param',
  reshape: (layer) => [[...layer.params.ints('ids_shape'), ...layer.dims(0).slice(1)]],
});

/** embedding_lookup_sparse_layer.cpp: the last row of the indices states the number of sums. */
const embeddingLookupSparse = lookup(
  'EmbeddingLookupSparse',
  'Sums rows of a table: `ids_values` has the row, and `ids_indices` the sum and the position in it.',
  {
    paramField: 'embedding_lookup_sparse_param',
    setUp: checkSparseIds,
    reshape: (layer) => [[sumsOf(layer), ...layer.dims(0).slice(1)]],
  },
);

function sumsOf({ params }: LayerContext): Dim {
  const last = params.ints('ids_indices').at(-2);
  return last === undefined ? noIds : last + 1;
}

const noIds = new Unknown('ids', 'Without `ids_indices`, the number of sums is unknown.');

function checkSparseIds(layer: LayerContext): void {
  const { params } = layer;
  const [indices, values] = [params.ints('ids_indices'), params.count('ids_values')];
  const weights = params.count('weight_values');
  if (indices.length !== 2 * values || (weights > 0 && weights !== values))
    layer.refuse(
      'fork/lookup-ids',
      layer.at('ids_indices'),
      `\`ids_indices\` must have two values for each of the ${values} \`ids_values\`, and \`weight_values\` none or one.`,
    );
  const shape = params.ints('ids_shape');
  const wrong = indices.findIndex((index, position) => {
    const isDecreasing = position % 2 === 0 && index < (indices[position - 2] ?? 0);
    return index < 0 || index >= (shape[position % 2] ?? index + 1) || isDecreasing;
  });
  if (wrong < 0) return;
  layer.refuse(
    'fork/lookup-indices',
    params.list('ids_indices')[wrong],
    `The index ${indices[wrong]} is outside of \`ids_shape\`, or the sums are not in increasing order.`,
  );
}

/** sparse_to_dense_layer.cpp. */
const sparseToDense: LayerDefinition = {
  type: 'SparseToDense',
  category: 'data',
  paramField: 'sparse_to_dense_param',
  doc: 'A constant blob of `output_shape` with `sparse_values` at `sparse_indices`, and `default_value` elsewhere.',
  bottoms: exactly(0),
  tops: exactly(1),
  constant: true,
  setUp: checkSparse,
  reshape: (layer) => [layer.params.ints('output_shape')],
};

function checkSparse(layer: LayerContext): void {
  const { params } = layer;
  const [shape, output] = [params.ints('sparse_indices_shape'), params.count('output_shape')];
  // Caffe reads a first axis that does not exist.
  if (shape.length === 0) return;
  const indices = params.count('sparse_indices');
  if (shape.length > 2 || indices !== product(shape))
    layer.refuse(
      'fork/sparse-indices',
      layer.at('sparse_indices_shape'),
      `The layer has ${indices} \`sparse_indices\`, but \`sparse_indices_shape\` is ${formatShape(shape)}; it must be a vector or a matrix.`,
    );
  const values = params.count('sparse_values');
  const wanted = shape[0] === 0 ? 1 : (shape[0] ?? values);
  if (values !== wanted && values !== 1)
    layer.refuse(
      'fork/sparse-values',
      layer.at('sparse_values'),
      `The layer must have ${wanted} \`sparse_values\`, or a single one, but has ${values}.`,
    );
  const axes = shape[0] === 0 ? 1 : (shape[1] ?? 1);
  if (output !== axes)
    layer.refuse(
      'fork/sparse-output',
      layer.at('output_shape'),
      `\`output_shape\` must have ${axes} value${axes === 1 ? '' : 's'}, one for each axis that an index selects from, but has ${output}.`,
    );
  checkOrder(layer, axes);
}

/** With `validate_indices`, the first values of the indices increase. Those of a vector must be within the output. */
function checkOrder(layer: LayerContext, axes: number): void {
  const { params } = layer;
  const shape = params.ints('sparse_indices_shape');
  if (shape[0] === 0) return;
  const firsts = params.ints('sparse_indices').filter((_, index) => index % axes === 0);
  const length = shape.length === 1 ? (params.ints('output_shape')[0] ?? 0) : Number.POSITIVE_INFINITY;
  const wrong = firsts.findIndex((first, index) => {
    const before = firsts[index - 1];
    const isOutOfOrder = params.bool('validate_indices') && before !== undefined && before >= first;
    return first >= length || isOutOfOrder;
  });
  if (wrong < 0) return;
  layer.refuse(
    'fork/sparse-order',
    params.list('sparse_indices')[wrong * axes],
    `The index ${firsts[wrong]} is outside of \`output_shape\`, or not greater than the index before it.`,
  );
}

/** range_layer.cpp: adds `delta` in 32-bit floats until `limit`. */
const range: LayerDefinition = {
  type: 'Range',
  category: 'data',
  paramField: 'range_param',
  doc: 'The numbers from `start` to before `limit` in steps of `delta`.',
  bottoms: exactly(0),
  tops: exactly(1),
  constant: true,
  setUp(layer) {
    if (layer.params.float('delta') !== 0) return;
    layer.refuse('fork/range-delta', layer.at('delta'), '`delta` must not be 0.');
  },
  reshape: ({ params }) => [[stepsOf(params.float('start'), params.float('limit'), params.float('delta'))]],
};

/** More steps than this are not followed, as their rounding errors are unknown. */
const mostSteps = 1000;

function stepsOf(start: number, limit: number, delta: number): Dim {
  const steps = Math.max(Math.ceil((limit - start) / delta), 0);
  const isExact = [start, limit, delta].every(
    (value) => Number.isInteger(value) && Math.abs(value) < 2 ** 24,
  );
  if (isExact || steps === 0) return steps;
  if (!(steps <= mostSteps)) return manySteps;
  let value = start;
  for (let count = 0; count <= 2 * mostSteps; count++) {
    if (delta > 0 ? value >= limit : value <= limit) return count;
    value = Math.fround(value + delta);
  }
  return manySteps;
}

const manySteps = new Unknown('range', 'Rounding errors affect the number of steps.');

export const indexingLayers: readonly LayerDefinition[] = [
  embeddingLookup,
  embeddingLookupSparse,
  gatherND,
  range,
  scatterND,
  sparseToDense,
];
