import type { Layer, Net } from '../net/net.ts';
import type { Message } from '../schema/message.ts';

/** A `param` with a name, of a parameter blob that the layer has. */
export interface NamedParam {
  readonly layer: Layer;
  readonly spec: Message;
  readonly name: string;
}

const known = new WeakMap<Net, readonly NamedParam[]>();

/** The parameters of a net that have names, by which they are shared, in the order in which Caffe meets them. */
export function namedParamsOf(net: Net): readonly NamedParam[] {
  const named = known.get(net) ?? net.layers.flatMap((layer) => (hasSpecs(layer) ? ofLayer(layer) : []));
  known.set(net, named);
  return named;
}

function hasSpecs({ params, message }: Layer): boolean {
  return params.length > 0 && message.has('param');
}

function ofLayer(layer: Layer): NamedParam[] {
  return layer.message.messages('param').flatMap((spec, index) => {
    const name = spec.text('name');
    return name !== '' && layer.params[index] ? [{ layer, spec, name }] : [];
  });
}
