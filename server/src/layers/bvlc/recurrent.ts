import { add, type Dim, differ, multiply, product } from '../../shape/dim.ts';
import { type Dims, formatShape } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { type Arity, exactly, type LayerDefinition } from '../definition.ts';
import { checkFiller } from '../helpers/filler.ts';
import { sumOfOperations, times } from '../operations.ts';

/** What distinguishes the recurrent layers of a family: the net that one step computes. */
export interface RecurrentUnit {
  /** The number of vectors that the input and the hidden state are multiplied to: the gates. */
  readonly gates: number;
  /** The number of blobs passed from one step to the next: h and c, or only h. */
  readonly hidden: number;
  /** The parameter blobs after those for the input, in the order of Caffe's unrolled net. */
  readonly weights: (layer: LayerContext, outputs: number) => readonly RecurrentWeight[];
  /** Operations for each value of the output. */
  readonly operations: Parameters<typeof times>[0];
}

/** A parameter blob with the filler that fills it; `constant` for one that the layer fills itself. */
export interface RecurrentWeight {
  readonly role: string;
  readonly shape: Dims;
  readonly filler: 'weight_filler' | 'bias_filler' | 'constant';
}

export function matrix(role: string, rows: number, columns: Dim): RecurrentWeight {
  return { role, shape: [rows, columns], filler: 'weight_filler' };
}

export function bias(role: string, length: number): RecurrentWeight {
  return { role, shape: [length], filler: 'bias_filler' };
}

/**
 * A layer that unrolls a net over time (recurrent_layer.cpp). foss-for-synopsys-dwc-arc-processors/synopsys-caffe adds
 * `continue_recur`, without sequence markers, and `default_initial`, which outputs the last state without a first one.
 */
export function recurrent(type: string, unit: RecurrentUnit, doc: string): LayerDefinition {
  const { hidden } = unit;
  return {
    type,
    category: 'recurrent',
    doc,
    paramField: 'recurrent_param',
    bottoms: (layer) => shifted({ min: 1, max: 2 }, markers(layer) + (exposed(layer) ? hidden : 0)),
    tops: (layer) => ({ exact: exposed(layer) || layer.params.bool('default_initial') ? 1 + hidden : 1 }),
    setUp(layer) {
      checkSequence(layer, markers(layer) > 0);
      checkStatic(layer, hidden);
      const outputs = layer.params.int('num_output');
      if (outputs <= 0)
        layer.refuse(
          'recurrent/num-output',
          layer.at('num_output'),
          `\`num_output\` must be positive, but is ${outputs}.`,
        );
      checkSteps(layer);
      checkStaticAxes(layer, hidden);
      addWeights(layer, unit, outputs);
      layer.needValues(layer.count(0, 0, 2), 0);
    },
    reshape(layer) {
      const [time, streams] = layer.dims(0);
      const outputs = layer.params.int('num_output');
      const state = [1, streams ?? 1, outputs];
      if (exposed(layer)) checkHidden(layer, layer.bottoms.length - hidden, state);
      return layer.topNames.map((_, index) => (index === 0 ? [time ?? 1, streams ?? 1, outputs] : state));
    },
    macs: recurrentMacs,
    operations(layer) {
      const [time = 1, streams = 1] = layer.dims(0);
      const steps = multiply(time, streams);
      const biases = layer.blobs
        .filter(({ role }) => role.includes('bias'))
        .map(({ shape }) => product(shape));
      const gates = multiply(steps, layer.params.int('num_output'));
      return sumOfOperations(
        { biases: multiply(biases.reduce(add, 0), steps) },
        times(unit.operations, gates),
      );
    },
    reach: () => 'all',
  };
}

/** Each matrix is multiplied in each step, but the static input only once for all steps. */
export function recurrentMacs(layer: LayerContext): Dim {
  const [time = 1, streams = 1] = layer.dims(0);
  const counts = layer.blobs
    .filter(({ shape }) => shape.length > 1)
    .map(({ role, shape }) => multiply(product(shape), role.startsWith('static weight') ? 1 : time));
  return multiply(counts.reduce(add, 0), streams);
}

/** Three sigmoids and two tanh functions with their products and sums (lstm_unit_layer.cpp). */
export const lstmUnitOperations = { additions: 4, multiplications: 3, divisions: 3, exponentials: 5 };

/** The input and hidden weights of an LSTM (lstm_layer.cpp). */
export const lstmNet: RecurrentUnit = {
  gates: 4,
  hidden: 2,
  weights: (_layer, outputs) => [matrix('hidden weight', 4 * outputs, outputs)],
  operations: lstmUnitOperations,
};

/** rnn_layer.cpp; without the output weights with `tf_rnn` of synopsys-caffe. */
const rnnNet: RecurrentUnit = {
  gates: 1,
  hidden: 1,
  weights: ({ params }, outputs) => [
    matrix('hidden weight', outputs, outputs),
    ...(params.bool('tf_rnn')
      ? []
      : [matrix('output weight', outputs, outputs), bias('output bias', outputs)]),
  ],
  operations: { additions: 1, exponentials: 2 },
};

export const lstm = recurrent(
  'LSTM',
  lstmNet,
  'Long short-term memory over a sequence. Bottoms: inputs (time, streams, …) and markers that are 0 where a sequence begins.',
);

export const rnn = recurrent(
  'RNN',
  rnnNet,
  'Recurrent network with tanh over a sequence; bottoms as for LSTM.',
);

function exposed(layer: LayerContext): boolean {
  return layer.params.bool('expose_hidden');
}

function shifted(arity: Arity, by: number): Arity {
  return { min: (arity.min ?? 0) + by, max: (arity.max ?? 0) + by };
}

/** The number of bottoms with sequence markers. */
function markers({ params }: LayerContext): number {
  return params.bool('continue_recur') ? 0 : 1;
}

/** The inputs, and the sequence markers for them. */
export function checkSequence(layer: LayerContext, hasMarkers: boolean): void {
  const x = layer.dims(0);
  if (x.length < 2)
    layer.refuse(
      'recurrent/x-axes',
      layer.bottomAt(0),
      `${layer.type} requires 3 axes (time, streams, features), but ${layer.describeAxes(0)}.`,
    );
  if (hasMarkers) checkMarkers(layer, x);
}

function checkMarkers(layer: LayerContext, x: Dims): void {
  const cont = layer.dims(1);
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

/** The unrolled net has a layer for each step, and multiplies the third axis. */
export function checkSteps(layer: LayerContext): void {
  if (layer.dims(0)[0] === 0)
    layer.refuse('recurrent/time-zero', layer.bottomAt(0), `${layer.describe(0)} has no time steps.`);
  if (layer.dims(0).length >= 3) return;
  layer.refuse(
    'recurrent/x-three-axes',
    layer.bottomAt(0),
    `${layer.type} requires 3 axes (time, streams, features), but ${layer.describeAxes(0)}.`,
  );
}

/** The index of the static input, which follows the sequence markers. */
function staticIndex(layer: LayerContext): number {
  return 1 + markers(layer);
}

function hasStatic(layer: LayerContext, hidden: number): boolean {
  return layer.bottoms.length > staticIndex(layer) + (exposed(layer) ? hidden : 0);
}

function checkStatic(layer: LayerContext, hidden: number): void {
  if (!hasStatic(layer, hidden)) return;
  const index = staticIndex(layer);
  const dims = layer.dims(index);
  if (dims.length < 1)
    layer.refuse(
      'recurrent/static-axes',
      layer.bottomAt(index),
      `The static input must have 2 axes (streams, features), but ${layer.describeAxes(index)}.`,
    );
  if (differ(dims[0] ?? 1, layer.dims(0)[1] ?? 1)) {
    layer.refuse(
      'recurrent/static-streams',
      layer.bottomAt(index),
      `${layer.describe(index)} must have the same number of streams as ${layer.describe(0)}.`,
    );
  }
}

function checkStaticAxes(layer: LayerContext, hidden: number): void {
  const index = staticIndex(layer);
  if (!hasStatic(layer, hidden) || layer.dims(index).length >= 2) return;
  layer.refuse(
    'recurrent/static-two-axes',
    layer.bottomAt(index),
    `The static input must have 2 axes (streams, features), but ${layer.describeAxes(index)}.`,
  );
}

/** The blobs of Caffe's unrolled internal net, in their order. */
function addWeights(layer: LayerContext, unit: RecurrentUnit, outputs: number): void {
  const rows = unit.gates * outputs;
  const isStatic = hasStatic(layer, unit.hidden);
  const weights = [
    matrix('input weight', rows, layer.count(0, 2)),
    bias('bias', rows),
    ...(isStatic ? [matrix('static weight', rows, layer.count(staticIndex(layer), 1))] : []),
    ...unit.weights(layer, outputs),
  ];
  for (const { role, shape, filler } of weights) {
    layer.addBlob(role, shape);
    if (filler !== 'constant') checkFiller(layer, filler, shape, role);
  }
}

/** The states before the first step, from bottom `first` on. */
export function checkHidden(layer: LayerContext, first: number, wanted: Dims): void {
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
