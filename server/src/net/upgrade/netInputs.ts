import type { CheckId } from '../../checks/catalogue.ts';
import { onceFor } from '../../memo/onceFor.ts';
import { bvlc, contains, type Dialect } from '../../schema/dialect.ts';
import { type Entry, emptyMessage, Message } from '../../schema/message.ts';
import { factsOf } from '../facts.ts';
import { entryLocation, type Failure, layerFailure } from '../failure.ts';
import type { LayerSyntax } from '../lower.ts';

/** The inputs of a net that are not layers. */

/** The inputs that the text has outside of layers. */
interface NetInputs {
  /** An Input layer, or none. */
  readonly layers: readonly LayerSyntax[];
  readonly failures: readonly Failure[];
}

/**
 * Net-level `input` fields become an Input layer named `input` before all other layers. Before February 2016, they were
 * blobs of the net, with stricter rules for their shapes.
 */
export function netInputs(net: Message, dialect: Dialect): NetInputs {
  const inputs = inputLayer(net);
  if (contains(dialect, '2016-02-25')) return inputs;
  return { layers: inputs.layers, failures: wrongShapes(net) };
}

const inputLayer = onceFor(readInputs);

function readInputs(net: Message): NetInputs {
  const names = net.list('input');
  const [first] = names;
  const shaped = net.has('input_shape') || net.has('input_dim');
  if (!first?.block || !shaped) return { layers: [], failures: [] };
  const shapes = inputShapes(net);
  const message = inputMessage(net, names, shapes);
  const layer = { message, facts: factsOf(message), block: first.block, field: first.field };
  return { layers: [layer], failures: missingShape(net, layer, names.length, shapes.length) };
}

/** Net::Init before February 2016: one way to set shapes, and exactly one shape for each input. */
const wrongShapes = onceFor((net: Message): Failure[] => {
  const [shapes, dims, names] = ['input_shape', 'input_dim', 'input'].map((field) => net.count(field));
  const [inputs, lengths] = [names ?? 0, dims ?? 0];
  if (lengths > 0 && (shapes ?? 0) > 0)
    return netFailure(
      net,
      'net/input-both',
      'input_dim',
      '`input_shape` and `input_dim` are mutually exclusive.',
    );
  if (lengths > 0 && lengths !== inputs * 4)
    return netFailure(
      net,
      'net/input-dim-count',
      'input_dim',
      `The net has ${inputs} \`input\` and ${lengths} \`input_dim\`, but requires exactly 4 for each \`input\`.`,
    );
  if (lengths === 0 && shapes !== inputs)
    return netFailure(
      net,
      'net/input-shape-count',
      inputs > (shapes ?? 0) ? 'input' : 'input_shape',
      `The net has ${inputs} \`input\` and ${shapes} \`input_shape\`, but requires exactly one for each \`input\`.`,
    );
  return [];
});

/** A failure of the net at the last of the named fields. */
function netFailure(net: Message, check: CheckId, field: string, message: string): Failure[] {
  const entry = net.list(field).at(-1);
  if (!entry?.block) return [];
  return [{ check, step: 'init', message, location: entryLocation(entry, entry.block), layer: null }];
}

function missingShape(net: Message, layer: LayerSyntax, names: number, shapes: number): Failure[] {
  if (shapes >= names) return [];
  const byShape = net.has('input_shape');
  const message = byShape
    ? `The net has ${names} \`input\` but ${net.count('input_shape')} \`input_shape\`, and requires one for each \`input\``
    : `The net has ${names} \`input\` but ${net.count('input_dim')} \`input_dim\`, and requires 4 for each \`input\``;
  const check = byShape ? 'upgrade/input-shape-missing' : 'upgrade/input-dim-missing';
  const entry = net.list('input')[shapes];
  return [
    {
      ...layerFailure('upgrade', check, layer, `${message}. Caffe crashes here.`, entry),
      layer: null,
    },
  ];
}

/** One BlobShape for each input: the i-th `input_shape`, otherwise four `input_dim`s. */
function inputShapes(net: Message): Entry[] {
  if (net.has('input_shape')) return net.list('input_shape').map(withPlaces);
  const dims = net.list('input_dim');
  const { schema } = bvlc;
  const shape = schema.message('BlobShape');
  const shapes: Entry[] = [];
  for (let i = 0; i + 4 <= dims.length && shape; i += 4) {
    const own = dims.slice(i, i + 4);
    const [first] = own;
    if (first) shapes.push({ ...first, value: emptyMessage(shape, schema).with({ dim: own }) });
  }
  return shapes;
}

/** Assigns the numbers of a shape to its block, which may differ from the block of the layer. */
function withPlaces(shape: Entry): Entry {
  if (!(shape.value instanceof Message)) return shape;
  const dims = shape.value.list('dim').map((dim) => ({ ...dim, block: shape.block }));
  return { ...shape, value: shape.value.with({ dim: dims }) };
}

/** A message of BVLC: forks of older commits have no Input layer, but keep net-level inputs as blobs. */
function inputMessage(net: Message, names: readonly Entry[], shapes: readonly Entry[]): Message {
  const { schema } = bvlc;
  const [place] = names;
  const descriptor = schema.message('LayerParameter');
  const parameter = schema.message('InputParameter');
  if (!place || !descriptor || !parameter) return net;
  const param = new Message(parameter, schema, new Map([['shape', shapes.slice(0, names.length)]]));
  return emptyMessage(descriptor, schema).with({
    name: [{ ...place, value: 'input' }],
    type: [{ ...place, value: 'Input' }],
    top: names,
    input_param: [{ ...place, value: param }],
  });
}
