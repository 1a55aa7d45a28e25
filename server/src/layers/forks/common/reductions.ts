import type { Dims } from '../../../shape/shape.ts';
import { countOf } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { type OperationKind, times } from '../../operations.ts';

/** Reductions along axes, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe, reduce_sum_layer.cpp and others. */

function reduction(type: string, param: string, doc: string, operation: OperationKind): LayerDefinition {
  return {
    type,
    category: 'shape',
    paramField: param,
    doc: `${doc} along the axes that \`axis\` or \`axes\` lists, or along all axes. They are removed, or kept with length 1 by \`keepdims\`.`,
    bottoms: exactly(1),
    tops: exactly(1),
    setUp: checkAxes,
    reshape(layer) {
      const dims = layer.dims(0);
      const axes = axesOf(layer);
      const isReduced = (axis: number) => axes.length === 0 || axes.includes(axis);
      if (keeps(layer)) return [dims.map((dim, axis) => (isReduced(axis) ? 1 : dim))];
      return [dims.filter((_, axis) => !isReduced(axis))];
    },
    operations: (layer) => times({ [operation]: 1 }, countOf(layer.shape(0))),
  };
}

function checkAxes(layer: LayerContext): void {
  const count = layer.params.count(fieldOf(layer));
  const rank = layer.dims(0).length;
  if (count > rank)
    layer.refuse(
      'fork/reduce-axes',
      layer.at(fieldOf(layer)),
      `${count} axes cannot be reduced: ${layer.describe(0)} has ${rank}.`,
    );
  axesOf(layer);
}

function axesOf(layer: LayerContext): readonly number[] {
  const field = fieldOf(layer);
  return layer.params
    .ints(field)
    .map((axis, index) => layer.canonicalAxis(0, axis, layer.params.list(field)[index]));
}

/** Older layers read `axis`, newer ones `axes`. */
function fieldOf({ params }: LayerContext): 'axes' | 'axis' {
  return params.descriptor.fields.has('axes') ? 'axes' : 'axis';
}

/** A bool, or a number in newer layers. */
function keeps({ params }: LayerContext): boolean {
  const field = params.descriptor.fields.get('keepdims');
  return field?.type.name === 'bool' ? params.bool('keepdims') : params.int('keepdims') !== 0;
}

/** lp_normalization_layer.cpp. */
const lpNormalization: LayerDefinition = {
  type: 'LpNormalization',
  category: 'normalization',
  paramField: 'lp_normalization_param',
  doc: 'Divides each value by the norm of the values along the axes.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp: checkAxes,
  reshape: (layer) => [layer.dims(0) satisfies Dims],
};

export const reductionLayers: readonly LayerDefinition[] = [
  lpNormalization,
  reduction('CountNonzero', 'count_nonzero_param', 'Number of values other than 0', 'additions'),
  reduction('ReduceAll', 'reduce_all_param', 'Whether all values are true', 'comparisons'),
  reduction('ReduceAny', 'reduce_any_param', 'Whether any value is true', 'comparisons'),
  reduction('ReduceL1', 'reduce_l1_param', 'Sum of absolute values', 'additions'),
  reduction('ReduceL2', 'reduce_l2_param', 'Square root of the sum of squares', 'additions'),
  reduction(
    'ReduceLogSumExp',
    'reduce_logsumexp_param',
    'Logarithm of the sum of exponentials',
    'exponentials',
  ),
  reduction('ReduceMax', 'reduce_max_param', 'Maximum', 'comparisons'),
  reduction('ReduceMean', 'reduce_mean_param', 'Mean', 'additions'),
  reduction('ReduceMin', 'reduce_min_param', 'Minimum', 'comparisons'),
  reduction('ReduceProd', 'reduce_prod_param', 'Product', 'multiplications'),
  reduction('ReduceSum', 'reduce_sum_param', 'Sum', 'additions'),
];
