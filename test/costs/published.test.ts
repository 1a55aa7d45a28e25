import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { layerCosts } from '../../server/src/costs/layerCosts.ts';
import { ownParamCounts } from '../../server/src/costs/parameters.ts';
import { receptiveFields } from '../../server/src/costs/receptiveField.ts';
import { totals } from '../../server/src/features/summary/summary.ts';
import type { Layer, Net } from '../../server/src/net/net.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { isKnown } from '../../server/src/shape/dim.ts';
import { open } from '../support/fixture.ts';
import { alexNet, googLeNet, pelee, resNet50, squeezeNet, vgg16 } from '../support/publishedNets.ts';

const state = netState('TEST');

function build(text: string): Net {
  const net = open(text).net(state);
  assert.deepEqual(net.failures, []);
  return net;
}

function layerOf(net: Net, name: string): Layer {
  const layer = net.layers.find((each) => each.name === name);
  assert.ok(layer);
  return layer;
}

/** `195×195, stride 32, start -64` on the only input. */
function field(net: Net, name: string): string {
  const [first] = receptiveFields(net).get(layerOf(net, name)) ?? [];
  const axes = Array.isArray(first?.axes) ? first.axes : [];
  const [height, width] = axes;
  assert.deepEqual(height, width);
  return height ? `${height.size}, stride ${height.stride}, start ${height.start}` : '';
}

test('VGG-16 in the conventions of publications', () => {
  const { flopsPerImage } = totals(open(vgg16()), state);
  assert.deepEqual(
    [flopsPerImage.twiceMacs, flopsPerImage.convolutions],
    [2 * 15_470_264_320, 2 * 15_346_630_656],
  );
});

test('one convolution with a bias and a ReLU: FLOPs without biases, with them, and with the comparisons', () => {
  const { flopsPerImage } = totals(
    open(`layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 1 dim: 4 dim: 4 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 3 kernel_size: 3 } }
layer { name: "r" type: "ReLU" bottom: "c" top: "c" }
`),
    state,
  );
  const values = 3 * 2 * 2;
  const twice = 2 * 9 * values;
  assert.deepEqual(flopsPerImage, {
    twiceMacs: twice,
    withBiases: twice + values,
    withAll: twice + 2 * values,
    convolutions: twice,
  });
});

/** The net of the example, which is that of Caffe's MNIST tutorial, with one image of 28 by 28. */
const leNet = readFileSync(new URL('../../examples/lenet.prototxt', import.meta.url), 'utf8');

test('LeNet: 431,080 parameters, 2,293,000 multiply-accumulates of weights for each image', () => {
  const sums = totals(open(leNet), state);
  // 20·24²·5², 50·8²·20·5², 500·50·4², 10·500.
  assert.deepEqual([sums.params, sums.macsPerImage], [431_080, 288_000 + 1_600_000 + 400_000 + 5_000]);
});

test('VGG-16: 138,357,544 parameters, 15,470,264,320 multiply-accumulates', () => {
  const sums = totals(open(vgg16()), state);
  assert.deepEqual([sums.params, sums.macs], [138_357_544, 15_470_264_320]);
});

test('SqueezeNet 1.0: 1,248,424 parameters, 861,339,936 multiply-accumulates', () => {
  const sums = totals(open(squeezeNet()), state);
  assert.deepEqual([sums.params, sums.macs], [1_248_424, 861_339_936]);
});

test('GoogLeNet: 6,998,552 parameters, 9,472 in its first convolution', () => {
  assert.equal(totals(open(googLeNet()), state).params, 6_998_552);
  assert.equal(ownParamCounts(layerOf(build(googLeNet()), 'conv1')).all, 9_472);
});

// The number is that of the weights after merging: each BatchNorm and Scale pair becomes one bias per channel of the
// convolution before it.
test('Pelee: 5,417,188 parameters of the detector with batch normalization merged into convolutions', () => {
  const { layers } = build(pelee());
  const counts = layers.map((layer) => ({ type: layer.type, ...ownParamCounts(layer) }));
  const merged = counts.filter(({ type }) => type === 'Convolution').map(({ all }) => all);
  const biases = counts.filter(({ type }) => type === 'Scale').map(({ biases }) => biases);
  const sum = [...merged, ...biases].reduce<number>((total, count) => total + Number(count), 0);
  assert.equal(sum, 5_417_188);
});

test('AlexNet: 60,965,224 parameters', () => {
  assert.equal(totals(open(alexNet()), state).params, 60_965_224);
});

test('ResNet-50: 25,557,096 trainable parameters; statistics are stored but not trained', () => {
  const { trainable, params, statistics } = totals(open(resNet50()), state);
  assert.deepEqual([trainable, params], [25_557_096, 25_557_096 + (statistics ?? 0)]);
});

test('ResNet-50: multiply-accumulates of weights, and with the multiplications of Scale layers', () => {
  const { layers } = build(resNet50());
  const sum = (counts: readonly unknown[]) =>
    counts.reduce<number>((total, count) => total + (typeof count === 'number' ? count : Number.NaN), 0);
  const macs = sum(layers.map(({ macs }) => macs));
  const scales = layers.filter(({ type }) => type === 'Scale');
  const scaling = sum(scales.map((layer) => layerCosts(layer, 'TEST').operations.multiplications));
  assert.deepEqual([macs, macs + scaling], [3_857_973_248, 3_868_560_384]);
});

// The table of google-research/receptive_field: size, stride, padding (the negative start).
for (const [shows, text, layer, expected] of [
  ['AlexNet', alexNet(), 'pool5', '195, stride 32, start -64'],
  ['VGG-16', vgg16(), 'pool5', '212, stride 32, start -90'],
  ['ResNet-50', resNet50(), 'res5c', '483, stride 32, start -239'],
] as const) {
  test(`the receptive field of ${shows}`, () => assert.equal(field(build(text), layer), expected));
}

/** The layers S2 and S4 of LeNet-5: a factor for each map, the mean of a window, a bias for each map. */
function subsampling(name: string, bottom: string): string {
  return `
layer { name: "${name}_factor" type: "Scale" bottom: "${bottom}" top: "${name}_factor" }
layer { name: "${name}_mean" type: "Pooling" bottom: "${name}_factor" top: "${name}_mean" pooling_param { pool: AVE kernel_size: 2 stride: 2 } }
layer { name: "${name}" type: "Bias" bottom: "${name}_mean" top: "${name}" }`;
}

/** The maps of S2 that each of the 16 maps of C3 reads (LeCun et al. 1998, table I). */
const c3Maps = [
  ...Array.from({ length: 6 }, (_, map) => [0, 1, 2].map((next) => (map + next) % 6)),
  ...Array.from({ length: 6 }, (_, map) => [0, 1, 2, 3].map((next) => (map + next) % 6)),
  ...Array.from({ length: 3 }, (_, map) => [0, 1, 3, 4].map((next) => (map + next) % 6)),
  [0, 1, 2, 3, 4, 5],
];

function leNet5(): string {
  const c3 = c3Maps.map((maps, index) => {
    const bottoms = maps.map((map) => `bottom: "m${map}"`).join(' ');
    return `
layer { name: "C3_in${index}" type: "Concat" ${bottoms} top: "C3_in${index}" }
layer { name: "C3_${index}" type: "Convolution" bottom: "C3_in${index}" top: "C3_${index}" convolution_param { num_output: 1 kernel_size: 5 } }`;
  });
  return `
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 1 dim: 32 dim: 32 } } }
layer { name: "C1" type: "Convolution" bottom: "data" top: "C1" convolution_param { num_output: 6 kernel_size: 5 } }
${subsampling('S2', 'C1')}
layer { name: "maps" type: "Slice" bottom: "S2" ${[0, 1, 2, 3, 4, 5].map((map) => `top: "m${map}"`).join(' ')} }
${c3.join('')}
layer { name: "C3" type: "Concat" ${c3Maps.map((_, index) => `bottom: "C3_${index}"`).join(' ')} top: "C3" }
${subsampling('S4', 'C3')}
layer { name: "C5" type: "Convolution" bottom: "S4" top: "C5" convolution_param { num_output: 120 kernel_size: 5 } }
layer { name: "F6" type: "InnerProduct" bottom: "C5" top: "F6" inner_product_param { num_output: 84 } }
`;
}

test('LeNet-5: the parameters and connections of every layer', () => {
  const { layers } = build(leNet5());
  const of = (name: string) => layers.filter((layer) => layer.name.startsWith(name));
  const sum = (name: string, count: (layer: Layer) => unknown) =>
    of(name).reduce((total, layer) => total + Number(count(layer)), 0);
  const counts = ['C1', 'S2', 'C3', 'S4', 'C5', 'F6'].map((name) => [
    name,
    sum(name, (layer) => ownParamCounts(layer).all),
    sum(name, (layer) => layerCosts(layer, 'TEST').connections),
  ]);
  assert.deepEqual(counts, [
    ['C1', 156, 122_304],
    ['S2', 12, 5_880],
    ['C3', 1_516, 151_600],
    ['S4', 32, 2_000],
    ['C5', 48_120, 48_120],
    ['F6', 10_164, 10_164],
  ]);
});

test('costs that depend on unknown sizes are unknown', () => {
  const { layers } = open(`
layer { name: "data" type: "Data" top: "data" data_param { source: "x" batch_size: 1 } transform_param { mean_value: 1 mean_value: 2 mean_value: 3 } }
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 2 kernel_size: 3 } }
`).net(state);
  const [, conv] = layers;
  assert.ok(conv);
  const { macs, connections, operations } = layerCosts(conv, 'TEST');
  assert.deepEqual([macs, connections, operations.biases].map(isKnown), [false, false, false]);
});
