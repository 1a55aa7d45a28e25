import { add, type Dim, differ, multiply, product } from '../../shape/dim.ts';
import { formatShape } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { type Arity, exactly, type LayerDefinition } from '../definition.ts';
import { checkFiller } from '../helpers/filler.ts';
import { sumOfOperations, times } from '../operations.ts';

/**
 * Operations for each value of the output: three sigmoids and two tanh functions with their products and sums
 * (lstm_unit_layer.cpp), or two tanh functions (rnn_layer.cpp).
 */
const unitOperations = {
  LSTM: { additions: 4, multiplications: 3, divisions: 3, exponentials: 5 },
  RNN: { additions: 1, exponentials: 2 },
} as const;

/** LSTM and RNN: `hidden` is the number of blobs passed from one step to the next (h and c, or only h). */
function recurrent(type: 'LSTM' | 'RNN', hidden: number, doc: string): LayerDefinition {
  return {
    type,
    category: 'recurrent',
    doc,
    paramField: 'recurrent_param',
    bottoms: (layer) => shifted({ min: 2, max: 3 }, exposed(layer) ? hidden : 0),
    tops: (layer) => ({ exact: exposed(layer) ? 1 + hidden : 1 }),
    setUp(layer) {
      checkSequence(layer);
      checkStatic(layer, hidden);
      const outputs = layer.params.int('num_output');
      if (outputs <= 0)
        layer.refuse(
          'recurrent/num-output',
          layer.at('num_output'),
          `\`num_output\` must be positive, but is ${outputs}.`,
        );
      if (layer.dims(0)[0] === 0)
        layer.refuse('recurrent/time-zero', layer.bottomAt(0), `${layer.describe(0)} has no time steps.`);
      if (layer.dims(0).length < 3) {
        layer.refuse(
          'recurrent/x-three-axes',
          layer.bottomAt(0),
          `${type} requires 3 axes (time, streams, features), but ${layer.describeAxes(0)}.`,
        );
      }
      checkStaticAxes(layer, hidden);
      addWeights(layer, type, outputs, hidden);
      layer.needValues(layer.count(0, 0, 2), 0);
    },
    reshape(layer) {
      const [time, streams] = layer.dims(0);
      const outputs = layer.params.int('num_output');
      checkHidden(layer, hidden, [1, streams ?? 1, outputs]);
      const state = [1, streams ?? 1, outputs];
      return layer.topNames.map((_, index) => (index === 0 ? [time ?? 1, streams ?? 1, outputs] : state));
    },
    macs: (layer) => {
      const [time = 1, streams = 1] = layer.dims(0);
      const counts = layer.blobs
        .filter(({ shape }) => shape.length > 1)
        // The static input is multiplied once for all time steps.
        .map(({ role, shape }) => multiply(product(shape), role.startsWith('static weight') ? 1 : time));
      return multiply(counts.reduce(add, 0), streams);
    },
    operations(layer) {
      const [time = 1, streams = 1] = layer.dims(0);
      const steps = multiply(time, streams);
      const biases = layer.blobs.filter(({ shape }) => shape.length === 1).map(({ shape }) => product(shape));
      const gates = multiply(steps, layer.params.int('num_output'));
      return sumOfOperations(
        { biases: multiply(biases.reduce(add, 0), steps) },
        times(unitOperations[type], gates),
      );
    },
    reach: () => 'all',
  };
}

export const lstm = recurrent(
  'LSTM',
  2,
  'Long short-term memory over a sequence. Bottoms: inputs (time, streams, …) and markers that are 0 where a sequence begins.',
);

export const rnn = recurrent('RNN', 1, 'Recurrent network with tanh over a sequence; bottoms as for LSTM.');

function exposed(layer: LayerContext): boolean {
  return layer.params.bool('expose_hidden');
}

function shifted(arity: Arity, by: number): Arity {
  return { min: (arity.min ?? 0) + by, max: (arity.max ?? 0) + by };
}

function checkSequence(layer: LayerContext): void {
  const [x, cont] = [layer.dims(0), layer.dims(1)];
  if (x.length < 2)
    layer.refuse(
      'recurrent/x-axes',
      layer.bottomAt(0),
      `${layer.type} requires 3 axes (time, streams, features), but ${layer.describeAxes(0)}.`,
    );
  if (cont.length !== 2) {
    layer.refuse(
      'recurrent/cont-axes',
      layer.bottomAt(1),
      `The sequence markers must have 2 axes (time, streams), but ${layer.describeAxes(1)}.`,
    );
  }
  if (differ(x[0] ?? 1, cont[0] ?? 1))
    layer.refuse(
      'recurrent/cont-time',
      layer.bottomAt(1),
      `${layer.describe(1)} must have the same number of time steps as ${layer.describe(0)}.`,
    );
  if (differ(x[1] ?? 1, cont[1] ?? 1))
    layer.refuse(
      'recurrent/cont-streams',
      layer.bottomAt(1),
      `${layer.describe(1)} must have the same number of streams as ${layer.describe(0)}.`,
    );
}

/** The static input is the third bottom, before exposed hidden inputs. */
function hasStatic(layer: LayerContext, hidden: number): boolean {
  return layer.bottoms.length > 2 + (exposed(layer) ? hidden : 0);
}

function checkStatic(layer: LayerContext, hidden: number): void {
  if (!hasStatic(layer, hidden)) return;
  const dims = layer.dims(2);
  if (dims.length < 1)
    layer.refuse(
      'recurrent/static-axes',
      layer.bottomAt(2),
      `The static input must have 2 axes (streams, features), but ${layer.describeAxes(2)}.`,
    );
  if (differ(dims[0] ?? 1, layer.dims(0)[1] ?? 1)) {
    layer.refuse(
      'recurrent/static-streams',
      layer.bottomAt(2),
      `${layer.describe(2)} must have the same number of streams as ${layer.describe(0)}.`,
    );
  }
}

function checkStaticAxes(layer: LayerContext, hidden: number): void {
  if (!hasStatic(layer, hidden) || layer.dims(2).length >= 2) return;
  layer.refuse(
    'recurrent/static-two-axes',
    layer.bottomAt(2),
    `The static input must have 2 axes (streams, features), but ${layer.describeAxes(2)}.`,
  );
}

/** The blobs of Caffe's unrolled internal net, in their order (lstm_layer.cpp, rnn_layer.cpp). */
function addWeights(layer: LayerContext, type: 'LSTM' | 'RNN', outputs: number, hidden: number): void {
  const rows = type === 'LSTM' ? 4 * outputs : outputs;
  const matrix = (role: string, columns: Dim, height = rows) => {
    layer.addBlob(role, [height, columns]);
    checkFiller(layer, 'weight_filler', [height, columns], role);
  };
  const vector = (role: string, length: number) => {
    layer.addBlob(role, [length]);
    checkFiller(layer, 'bias_filler', [length], role);
  };
  matrix('input weight', layer.count(0, 2));
  vector('bias', rows);
  if (hasStatic(layer, hidden)) matrix('static weight', layer.count(2, 1));
  matrix('hidden weight', outputs);
  if (type === 'LSTM') return;
  matrix('output weight', outputs);
  vector('output bias', outputs);
}

function checkHidden(layer: LayerContext, hidden: number, wanted: readonly Dim[]): void {
  if (!exposed(layer)) return;
  const first = layer.bottoms.length - hidden;
  for (let index = first; index < layer.bottoms.length; index++) {
    const dims = layer.dims(index);
    if (dims.length === wanted.length && !dims.some((dim, axis) => differ(dim, wanted[axis] ?? dim)))
      continue;
    layer.refuse(
      'recurrent/hidden-shape',
      layer.bottomAt(index),
      `The hidden input ${layer.describe(index)} must be ${formatShape(wanted)}.`,
    );
  }
}

export const lstmUnit: LayerDefinition = {
  type: 'LSTMUnit',
  category: 'recurrent',
  doc: 'One step of an LSTM. Bottoms: cell state, gate inputs and sequence markers. Tops: new cell state and output.',
  bottoms: exactly(3),
  tops: exactly(2),
  reshape(layer) {
    const cell = layer.dims(0);
    for (const [index, axes] of [3, 3, 2].entries()) checkUnitBottom(layer, index, axes);
    const gates = layer.dims(1);
    if (differ(multiply(cell[2] ?? 1, 4), gates[2] ?? 1)) {
      layer.refuse(
        'lstmunit/gates',
        layer.bottomAt(1),
        `The gates ${layer.describe(1)} must have 4 times as many features as ${layer.describe(0)}.`,
      );
    }
    return [cell, cell];
  },
};

function checkUnitBottom(layer: LayerContext, index: number, axes: number): void {
  const dims = layer.dims(index);
  if (dims.length !== axes) {
    layer.refuse(
      index === 2 ? 'lstmunit/axes-cont' : 'lstmunit/axes-c',
      layer.bottomAt(index),
      `${layer.describe(index)} must have ${axes} axes.`,
    );
  }
  if (differ(dims[0] ?? 1, 1))
    layer.refuse('lstmunit/time', layer.bottomAt(index), `${layer.describe(index)} must have one time step.`);
  if (differ(dims[1] ?? 1, layer.dims(0)[1] ?? 1)) {
    layer.refuse(
      'lstmunit/streams',
      layer.bottomAt(index),
      `${layer.describe(index)} must have the same number of streams as ${layer.describe(0)}.`,
    );
  }
}
