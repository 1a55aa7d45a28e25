import { onceFor } from '../../memo/onceFor.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { LayerSetup } from '../../net/setup.ts';

/** Whether a net is trained: it is built for the TRAIN phase and has a loss. */
export function isTrainingNet({ state, layers, memo }: Net): boolean {
  return state.phase === 'TRAIN' && memo.filter(layers, hasLoss).length > 0;
}

/** Whether a layer contributes to the loss: by its loss weights or, without any, as a loss layer. */
export function hasLoss(layer: Layer): boolean {
  return layer.lossWeights.length > 0 ? layer.lossWeights.some((weight) => weight !== 0) : isLossLayer(layer);
}

/** Whether a layer computes a loss; for unknown types, judged by the name. */
export function isLossLayer({ definition, type }: Layer): boolean {
  return definition ? definition.loss === true : /loss/iu.test(type);
}

/** The learning rate multiplier of a parameter blob; 1 if not set. */
export function rateOf({ message }: Pick<Layer, 'message'>, blob: number): number {
  const spec = message.messages('param')[blob];
  return spec?.has('lr_mult') ? spec.float('lr_mult') : 1;
}

/** A net trained from scratch has at most this number of layers without any filler. */
const small = 5;

/** Whether a layer owns weights that a filler can initialize. */
export function isFillable({ setup, params }: Layer): boolean {
  return startOf(setup) !== undefined && params[0]?.sharedWith === undefined;
}

/** Whether training starts from a trained model: weights are frozen, or most layers have no filler. */
export function isFineTuned({ layers, memo }: Net): boolean {
  const [fillable = 0, frozen = 0, bare = 0] = memo.sum(layers, countStart);
  if (frozen > 0) return true;
  return bare === fillable ? bare > small : bare > fillable / 2;
}

/** Counts (0 or 1) of a layer as fillable, as frozen and as one without a filler. */
function countStart(layer: Layer): readonly number[] {
  const start = startOf(layer.setup);
  if (!start || layer.params[0]?.sharedWith !== undefined) return [];
  return [1, start.isFrozen ? 1 : 0, start.isBare ? 1 : 0];
}

/** How the weights of a layer are initialized; undefined if no filler can initialize them. */
const startOf = onceFor(({ context, blobs }: LayerSetup) => {
  if (blobs.length === 0 || !context.params.descriptor.fields.has('weight_filler')) return undefined;
  return {
    isFrozen: rateOf(context, 0) === 0 && context.type !== 'Deconvolution',
    isBare: !context.params.has('weight_filler'),
  };
});
