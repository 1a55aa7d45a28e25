import type { Layer, Net } from '../net/net.ts';

const learning = new WeakMap<Net, boolean>();

/** Whether a net learns: it is built for training, and something in it counts as a loss. */
export function trains(net: Net): boolean {
  const learns = learning.get(net) ?? (net.state.phase === 'TRAIN' && net.layers.some(hasLoss));
  learning.set(net, learns);
  return learns;
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
export function rateOf({ message }: Layer, blob: number): number {
  const spec = message.messages('param')[blob];
  return spec?.has('lr_mult') ? spec.float('lr_mult') : 1;
}

/** How many layers a net may have that people write without any filler and train from nothing. */
const small = 5;

/** Whether a layer has weights of its own, which a filler could begin. */
export function isFillable({ context, params }: Layer): boolean {
  const weight = params[0];
  const own = weight !== undefined && weight.sharedWith === undefined;
  return own && context.params.descriptor.fields.has('weight_filler');
}

const continuing = new WeakMap<Net, boolean>();

/** Whether a net goes on from a trained model: weights are frozen, or most layers have no filler. */
export function loadsModel(net: Net): boolean {
  const continues = continuing.get(net) ?? startsFromModel(net);
  continuing.set(net, continues);
  return continues;
}

function startsFromModel(net: Net): boolean {
  const layers = net.layers.filter(isFillable);
  const bare = layers.filter(({ context }) => !context.params.has('weight_filler'));
  const frozen = layers.some((layer) => rateOf(layer, 0) === 0 && layer.type !== 'Deconvolution');
  return frozen || (bare.length === layers.length ? bare.length > small : bare.length > layers.length / 2);
}
