import { differ, multiply, product } from '../../../shape/dim.ts';
import type { Dims } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { valuesOf } from '../../operations.ts';

/** Matrix products and attention of foss-for-synopsys-dwc-arc-processors/synopsys-caffe. */

/** matmul_layer.cpp: `blob_shape` is the shape of the blob that replaces a second bottom. */
const matMul: LayerDefinition = {
  type: 'MatMul',
  category: 'innerProduct',
  forks: ['synopsys'],
  paramField: 'matmul_param',
  doc: 'Matrix products of the last two axes of its bottoms, each of which may be transposed first. A second bottom with fewer axes is one matrix for all.',
  bottoms: atLeast(1),
  tops: exactly(1),
  setUp(layer) {
    if (layer.bottoms.length === 1 && layer.params.has('blob_shape'))
      layer.addBlob('weight', layer.params.ints('blob_shape'));
    const [one, other] = [layer.dims(0), factorOf(layer)];
    if (one.length < Math.max(other.length, 2) || other.length < 2 || !agree(layer, one, other))
      refuse(layer, 'matrices with the same inner length');
  },
  reshape(layer) {
    const [one, other] = [layer.dims(0), factorOf(layer)];
    const columns = other.at(layer.params.bool('transpose_b') ? -2 : -1) ?? 1;
    if (one.length !== other.length) return [[...one.slice(0, -1), columns]];
    const rows = one.at(layer.params.bool('transpose_a') ? -1 : -2) ?? 1;
    return [[...one.slice(0, -2), rows, columns]];
  },
  macs: (layer, tops) => multiply(valuesOf(tops), inner(layer)),
};

/** The second matrices; without a second bottom or a blob, those of a trained model, which are unknown here. */
function factorOf(layer: LayerContext): Dims {
  return layer.bottoms.length > 1 ? layer.dims(1) : (layer.blobs[0]?.shape ?? layer.dims(1));
}

function inner(layer: LayerContext) {
  const one = layer.dims(0);
  const isTransposed = one.length === factorOf(layer).length && layer.params.bool('transpose_a');
  return one.at(isTransposed ? -2 : -1) ?? 1;
}

/** Only matrices of the same number of axes can be transposed. */
function agree(layer: LayerContext, one: Dims, other: Dims): boolean {
  const isTransposed = one.length === other.length && layer.params.bool('transpose_b');
  if (differ(inner(layer), other.at(isTransposed ? -1 : -2) ?? 1)) return false;
  if (one.length !== other.length) return true;
  return !one.slice(0, -2).some((dim, axis) => differ(dim, other[axis] ?? dim));
}

/** sophgo/caffe, matmul_layer.cpp: compares no shapes. */
const matMulOfStatedSizes: LayerDefinition = {
  type: 'MatMul',
  category: 'innerProduct',
  forks: ['sophgo'],
  paramField: 'matmul_param',
  doc: 'Product of two matrices of the stated sizes, `dim_1` × `dim_2` and `dim_2` × `dim_3`.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape: ({ params }) => [[params.int('dim_1'), params.int('dim_3')]],
  macs: ({ params }) => product(['dim_1', 'dim_2', 'dim_3'].map((field) => params.int(field))),
};

/** gemm_layer.cpp. */
const gemm: LayerDefinition = {
  type: 'Gemm',
  category: 'innerProduct',
  paramField: 'gemm_param',
  doc: 'Matrix product of the first two bottoms, each of which may be transposed first, plus the third.',
  bottoms: exactly(3),
  tops: exactly(1),
  setUp(layer) {
    if (differ(gemmInner(layer), layer.dim(1, transposed(layer, 'transB') ? 1 : 0)))
      refuse(layer, 'matrices with the same inner length');
  },
  reshape: (layer) => [
    [layer.dim(0, transposed(layer, 'transA') ? 1 : 0), layer.dim(1, transposed(layer, 'transB') ? 0 : 1)],
  ],
  macs: (layer, tops) => multiply(valuesOf(tops), gemmInner(layer)),
};

function gemmInner(layer: LayerContext) {
  return layer.dim(0, transposed(layer, 'transA') ? 0 : 1);
}

function transposed({ params }: LayerContext, field: string): boolean {
  return params.int(field) !== 0;
}

function refuse(layer: LayerContext, wanted: string): never {
  const other = layer.bottoms.length > 1 ? ` and ${layer.describe(1)}` : '';
  return layer.refuse(
    'fork/matrix-product',
    layer.bottomAt(1),
    `${layer.describe(0)}${other} must be ${wanted}.`,
  );
}

/** attention_layer.cpp. */
const attention: LayerDefinition = {
  type: 'Attention',
  category: 'recurrent',
  forks: ['synopsys'],
  paramField: 'attention_param',
  doc: 'Additive attention: the weight of each part of a memory for a query. Bottoms: query, state, memory, scale of the scores.',
  bottoms: exactly(4),
  tops: exactly(1),
  reshape: ({ params }) => [[params.int('batch_size'), params.int('alignments_size')]],
};

/** luong_attention_layer.cpp: the sizes are fixed. */
const luongAttention: LayerDefinition = {
  type: 'LuongAttention',
  category: 'recurrent',
  doc: 'Multiplicative attention: the weight of each of the 500 parts of a memory for 2 queries. Bottoms: query, state, memory.',
  bottoms: exactly(3),
  tops: exactly(1),
  reshape: () => [[2, 500]],
};

export const matrixProductLayers: readonly LayerDefinition[] = [
  attention,
  gemm,
  luongAttention,
  matMul,
  matMulOfStatedSizes,
];
