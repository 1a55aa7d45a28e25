import { onceFor } from '../../memo/onceFor.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { Message } from '../../schema/message.ts';

/** A `param` with a name, for a parameter blob of the layer. */
export interface NamedParam {
  readonly layer: Layer;
  readonly spec: Message;
  readonly name: string;
}

/** The named parameters of a net, which are shared by name, in the order in which Caffe processes them. */
export const namedParamsOf = onceFor(({ layers, memo }: Net): readonly NamedParam[] =>
  memo.filter(layers, hasSpecs).flatMap(ofLayer),
);

function hasSpecs({ facts, params }: Layer): boolean {
  return facts.namesParams && params.length > 0;
}

function ofLayer(layer: Layer): NamedParam[] {
  return layer.message.messages('param').flatMap((spec, index) => {
    const name = spec.text('name');
    return name !== '' && layer.params[index] ? [{ layer, spec, name }] : [];
  });
}
