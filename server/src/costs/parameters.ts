import { onceFor } from '../memo/onceFor.ts';
import type { Layer, LayerParam } from '../net/net.ts';
import { add, type Dim, multiply, product } from '../shape/dim.ts';

/**
 * Kinds of parameters: biases are added to a result; statistics are stored but not learned, as in BatchNorm; all others
 * are weights.
 */
export type ParamKind = 'weights' | 'biases' | 'statistics';

const ofBiases = /\b(?:bias|shift)\b/u;
const ofStatistics = /\b(?:mean|variance|scale factor|zero point|mask|iterations)\b/u;

export function kindOf({ role }: LayerParam): ParamKind {
  if (ofBiases.test(role)) return 'biases';
  return ofStatistics.test(role) ? 'statistics' : 'weights';
}

/** The numbers of values in the parameter blobs of a layer. */
export interface ParamCounts extends Readonly<Record<ParamKind, Dim>> {
  /** All of them: what Caffe stores in a caffemodel. */
  readonly all: Dim;
  /** Those that training changes: `lr_mult` is not 0. */
  readonly trainable: Dim;
}

/** The parameters of a layer, including those shared with other layers. */
export const paramCounts = onceFor((layer: Layer): ParamCounts => countParams(layer, () => true));

/** The parameters that a layer owns: a shared blob counts once, for its owner. */
export const ownParamCounts = onceFor(
  (layer: Layer): ParamCounts => countParams(layer, ({ sharedWith }) => sharedWith === undefined),
);

function countParams(layer: Layer, isCounted: (param: LayerParam) => boolean): ParamCounts {
  const { missingParams } = layer;
  if (missingParams)
    return {
      all: missingParams,
      trainable: missingParams,
      weights: missingParams,
      biases: missingParams,
      statistics: missingParams,
    };
  const specs = layer.params.length > 0 ? layer.message.messages('param') : [];
  const counts = {
    all: 0 as Dim,
    trainable: 0 as Dim,
    weights: 0 as Dim,
    biases: 0 as Dim,
    statistics: 0 as Dim,
  };
  for (const [index, param] of layer.params.entries()) {
    if (!isCounted(param)) continue;
    const [kind, count] = [kindOf(param), product(param.shape)];
    const spec = specs[index];
    const isFixed = kind === 'statistics' || (spec?.has('lr_mult') === true && spec.float('lr_mult') === 0);
    counts[kind] = add(counts[kind], count);
    counts.all = add(counts.all, count);
    counts.trainable = add(counts.trainable, multiply(isFixed ? 0 : 1, count));
  }
  return counts;
}
