import { inputLengths, receptiveFields } from '../../costs/receptiveField.ts';
import type { InputField } from '../../drawing/graph.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { Layer, Net } from '../../net/net.ts';
import { visible } from '../../text/visible.ts';

/** The most inputs of which the fields of a node are shown. */
const mostInputs = 3;

/** The known receptive fields of a layer on the inputs of its net; none for inputs themselves. */
export function fieldsOf(layer: Layer, net: Net): readonly InputField[] {
  if (layer.inputs.length === 0) return [];
  const lengths = lengthsIn(net);
  return (receptiveFields(net).get(layer) ?? []).slice(0, mostInputs).flatMap(({ input, axes }) => {
    if (!axes) return [];
    return [{ input: visible(input), lengths: lengths.get(input) ?? [], axes }];
  });
}

/** The lengths of the inputs of a net by their names. */
const lengthsIn = onceFor(({ layers }: Net) => {
  const inputs = layers.filter(({ bottoms }) => bottoms.length === 0).flatMap(({ outputs }) => outputs);
  return new Map(
    inputs.map(({ name, shape }) => [name, inputLengths(shape).map((length) => length ?? null)]),
  );
});
