import { onceFor } from '../../memo/onceFor.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { LayerSetup } from '../../net/setup.ts';

/** Whether a net learns: it is built for training, and something in it counts as a loss. */
export function trains({ state, layers, memo }: Net): boolean {
  return state.phase === 'TRAIN' && memo.filter(layers, hasLoss).length > 0;
}

/** Whether a layer adds to the loss: by its weights, or as a loss layer of BVLC's or a fork's that states none. */
export function hasLoss(layer: Layer): boolean {
  return layer.lossWeights.length > 0 ? layer.lossWeights.some((weight) => weight !== 0) : isLossLayer(layer);
}

/** Whether a layer computes a loss; of types without a rule, by their name. */
export function isLossLayer({ definition, type }: Layer): boolean {
  return definition ? definition.loss === true : /loss/iu.test(type);
}

/** The learning rate multiplier of a parameter blob, 1 where none is written. */
export function rateOf({ message }: Pick<Layer, 'message'>, blob: number): number {
  const spec = message.messages('param')[blob];
  return spec?.has('lr_mult') ? spec.float('lr_mult') : 1;
}

/** How many layers a net may have that people write without any filler and train from nothing. */
const small = 5;

/** Whether a layer has weights of its own, which a filler could begin. */
export function isFillable({ setup, params }: Layer): boolean {
  return startOf(setup) !== undefined && params[0]?.sharedWith === undefined;
}

/** Whether a net goes on from a trained model: weights are frozen, or most layers have no filler. */
export function loadsModel({ layers, memo }: Net): boolean {
  const [fillable = 0, frozen = 0, bare = 0] = memo.sum(layers, countStart);
  if (frozen > 0) return true;
  return bare === fillable ? bare > small : bare > fillable / 2;
}

/** Whether the layer counts as fillable, as frozen and as one without a filler. */
function countStart(layer: Layer): readonly number[] {
  const start = startOf(layer.setup);
  if (!start || layer.params[0]?.sharedWith !== undefined) return [];
  return [1, start.isFrozen ? 1 : 0, start.isBare ? 1 : 0];
}

/** How the weights of a layer begin; undefined for one without weights that a filler could begin. */
const startOf = onceFor(({ context, blobs }: LayerSetup) => {
  if (blobs.length === 0 || !context.params.descriptor.fields.has('weight_filler')) return undefined;
  return {
    isFrozen: rateOf(context, 0) === 0 && context.type !== 'Deconvolution',
    isBare: !context.params.has('weight_filler'),
  };
});
