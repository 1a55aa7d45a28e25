import { unlessStopped } from '../../layers/context.ts';
import { runFiller } from '../../layers/helpers/filler.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { differ, isKnown } from '../../shape/dim.ts';
import { formatDim, hasRank } from '../../shape/shape.ts';
import type { Finding, Rule } from '../rule.ts';

export const firstPassFails: Rule = {
  code: 'first-pass-fails',
  severity: 'warning',
  doc: {
    what: 'Caffe builds the net, but stops in the first forward pass.',
    why: 'Some checks run only in the forward pass: those of the random fillers of a DummyData layer, of the two batch sizes of an HDF5Output layer, and of the groups of a ShuffleChannel layer. A test that only builds the net does not detect them.',
    example: `layer {
  name: "data" type: "DummyData" top: "data"
  dummy_data_param { shape { dim: 8 dim: 4 } data_filler { type: "uniform" min: 1 max: 0 } }
}
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fixed: `layer {
  name: "data" type: "DummyData" top: "data"
  dummy_data_param { shape { dim: 8 dim: 4 } data_filler { type: "uniform" min: 0 max: 1 } }
}
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fix: 'Correct the value that the message reports.',
  },
  types: ['DummyData', 'HDF5Output', 'ShuffleChannel'],
  *layer(layer) {
    if (layer.type === 'DummyData') yield* lateFillers(layer);
    if (layer.type === 'HDF5Output') yield* batches(layer);
    if (layer.type === 'ShuffleChannel') yield* channelGroups(layer);
  },
};

/** A constant is filled in at set-up, everything else in every pass (dummy_data_layer.cpp). */
function* lateFillers(layer: Layer): Generator<Finding> {
  const { params, findings: failures } = layer.context;
  const fillers = params.messages('data_filler');
  for (const [index, { shape }] of layer.outputs.entries()) {
    const place = fillers.length > 1 ? index : 0;
    const filler = fillers[place];
    if (!filler || filler.text('type') === 'constant' || !hasRank(shape)) continue;
    const before = failures.length;
    unlessStopped(() => runFiller(layer.context, filler, shape, 'top', params.list('data_filler')[place]));
    const [failure] = failures.splice(before);
    if (!failure) continue;
    yield {
      message: `Caffe stops in the first forward pass: ${failure.message.charAt(0).toLowerCase()}${failure.message.slice(1)}`,
      location: layerLocation(layer, failure.at),
      layer: layer.name,
    };
  }
}

function* batches(layer: Layer): Generator<Finding> {
  const [one, other] = layer.inputs.map(({ shape }) => (hasRank(shape) ? (shape[0] ?? 1) : undefined));
  if (one === undefined || other === undefined || !differ(one, other)) return;
  yield {
    message: `Caffe stops in the first forward pass: the bottoms have ${formatDim(one)} and ${formatDim(other)} items; the numbers must be equal.`,
    location: layerLocation(layer, layer.message.list('bottom')[1]),
    layer: layer.name,
    needsWhole: true,
  };
}

/** farmingyard/ShuffleNet, shuffle_channel_layer.cpp, Forward. */
function* channelGroups(layer: Layer): Generator<Finding> {
  const { params } = layer.context;
  const [shape] = layer.inputs.map((input) => input.shape);
  const channels = shape && hasRank(shape) ? shape[1] : undefined;
  const groups = params.int('group');
  if (channels === undefined || !isKnown(channels) || groups < 1 || channels % groups === 0) return;
  yield {
    message: `Caffe stops in the first forward pass: \`group: ${groups}\` does not divide the ${channels} channels.`,
    location: layerLocation(layer, params.list('group')[0]),
    layer: layer.name,
  };
}
