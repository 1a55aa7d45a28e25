import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { formatShape } from '../../../server/src/shape/shape.ts';

/** Layers of forks that only know V1's syntax. */
const cases = [
  {
    name: 'DownSampling of C3D divides the sides of a volume',
    dialect: 'c3d',
    text: `
      layers { name: "data" type: VIDEO_DATA top: "data"
        image_data_param { source: "l" batch_size: 1 new_length: 8 new_height: 9 new_width: 9 } }
      layers { name: "last" type: DOWN_SAMPLING bottom: "data" top: "last"
        down_sampling_param { spatial_factor: 2 temporal_factor: 4 } }`,
    tops: ['1×3×2×4×4'],
  },
  {
    name: 'CONVOLUTION3D of C3D has the parameters of images',
    dialect: 'c3d',
    text: `
      layers { name: "data" type: VIDEO_DATA top: "data"
        image_data_param { source: "l" batch_size: 1 new_length: 8 new_height: 9 new_width: 9 } }
      layers { name: "last" type: CONVOLUTION3D bottom: "data" top: "last"
        convolution_param { num_output: 4 kernel_size: 3 kernel_depth: 3 pad: 1 } }`,
    tops: ['1×4×6×9×9'],
  },
  {
    name: 'UNPOOLING of DeconvNet has the stated size',
    dialect: 'deconvnet',
    text: `
      layers { name: "data" type: WINDOW_SEG_DATA top: "data" top: "label" top: "dim"
        image_data_param { source: "l" batch_size: 2 } transform_param { crop_size: 8 } }
      layers { name: "pool" type: POOLING bottom: "data" top: "pool" top: "mask"
        pooling_param { kernel_size: 2 stride: 2 } }
      layers { name: "last" type: UNPOOLING bottom: "pool" bottom: "mask" top: "last"
        unpooling_param { unpool: MAX kernel_size: 2 stride: 2 unpool_size: 8 } }`,
    tops: ['2×3×8×8'],
  },
  {
    name: 'MCWINDOW_DATA of deepsaldet reads windows, masks and labels',
    dialect: 'deepsaldet',
    text: `
      layers { name: "last" type: MCWINDOW_DATA top: "data" top: "mask" top: "label"
        mcwindow_data_param { source: "l" batch_size: 2 crop_size: 227 mask_crop_size: 55 } }`,
    tops: ['2×3×227×227', '2×?×55×55', '2×1×1×1'],
  },
  {
    name: 'NAMCWINDOW_DATA of deepsaldet reads windows of two sizes and labels',
    dialect: 'deepsaldet',
    text: `
      layers { name: "last" type: NAMCWINDOW_DATA top: "data" top: "near" top: "label"
        namcwindow_data_param { source: "l" batch_size: 2 crop_size: 227 } }`,
    tops: ['2×3×227×227', '2×3×227×227', '2×1×1×1'],
  },
  {
    name: 'FLATTEN of DeconvNet, which has no parameters there, has the defaults of BVLC',
    dialect: 'deconvnet',
    text: `
      input: "x" input_dim: 2 input_dim: 3 input_dim: 4 input_dim: 4
      layers { name: "last" type: FLATTEN bottom: "x" top: "last" }`,
    tops: ['2×48×1×1'],
  },
  {
    name: 'a layer whose parameters deepsaldet lacks has the defaults of BVLC',
    dialect: 'deepsaldet',
    text: `
      input: "x" input_dim: 2 input_dim: 3 input_dim: 4 input_dim: 4
      layers { name: "flat" type: FLATTEN bottom: "x" top: "flat" }
      layers { name: "last" type: SOFTMAX bottom: "flat" top: "last" }`,
    tops: ['2×48×1×1'],
  },
  {
    name: 'TRANSFORM_ACCURACY of yjxiong has a value per net',
    dialect: 'yjxiong',
    text: `
      input: "x" input_dim: 8 input_dim: 10 input_dim: 1 input_dim: 1
      input: "y" input_dim: 8 input_dim: 1 input_dim: 1 input_dim: 1
      layers { name: "last" type: TRANSFORM_ACCURACY bottom: "x" bottom: "y" top: "last"
        accuracy_param { top_k: 10 } label_transform_param { label_transform_file: "l" } }`,
    tops: ['1×1×1×1'],
  },
  {
    name: 'COMPACT_DATA of yjxiong reads crops, labels and boxes',
    dialect: 'yjxiong',
    text: `
      layers { name: "last" type: COMPACT_DATA top: "data" top: "label" top: "box"
        data_param { source: "d" batch_size: 2 } transform_param { crop_size: 8 mean_file: "m" } }`,
    tops: ['2×3×8×8', '2×1×1×1', '2×6×1×1'],
  },
];

/** The check that fails for predictions and labels of given shapes. */
const accuracyFailures = [
  { predictions: [8, 10, 1, 1], labels: [7, 1, 1, 1], topK: 1, check: 'fork/accuracy-labels' },
  { predictions: [8, 10, 1, 1], labels: [8, 1, 1, 1], topK: 11, check: 'accuracy/top-k' },
  { predictions: [8, 10, 1, 1], labels: [8, 2, 1, 1], topK: 1, check: 'mll/label-channels' },
];

for (const { predictions, labels, topK, check } of accuracyFailures) {
  test(`TRANSFORM_ACCURACY of yjxiong fails ${check}`, () => {
    const input = (name: string, dims: readonly number[]) =>
      `input: "${name}" ${dims.map((dim) => `input_dim: ${dim}`).join(' ')}`;
    const text = `${input('x', predictions)} ${input('y', labels)}
      layers { name: "last" type: TRANSFORM_ACCURACY bottom: "x" bottom: "y" top: "last"
        accuracy_param { top_k: ${topK} } label_transform_param { label_transform_file: "l" } }`;
    const settings = { ...defaultSettings, dialect: 'yjxiong' };
    const net = createDocument({ uri: 'old.prototxt', version: 0, text, settings }).net(netState('TRAIN'));
    assert.deepEqual(
      net.failures.map((failure) => failure.check),
      [check],
    );
  });
}

test('MCWINDOW_DATA of deepsaldet requires a crop', () => {
  const text = `layers { name: "d" type: MCWINDOW_DATA top: "a" top: "b" top: "c" mcwindow_data_param { source: "l" batch_size: 2 } }`;
  const settings = { ...defaultSettings, dialect: 'deepsaldet' };
  const net = createDocument({ uri: 'old.prototxt', version: 0, text, settings }).net(netState('TRAIN'));
  assert.deepEqual(
    net.failures.map(({ check }) => check),
    ['window/crop'],
  );
});

for (const { name, dialect, text, tops } of cases) {
  test(name, () => {
    const settings = { ...defaultSettings, dialect, dataShape: [3, 256, 256] };
    const document = createDocument({ uri: 'old.prototxt', version: 0, text, settings });
    assert.deepEqual(document.textErrors(), []);
    const net = document.net(netState('TRAIN'));
    assert.deepEqual(net.failures, []);
    const last = net.layers.find((layer) => layer.name === 'last');
    assert.deepEqual(
      last?.outputs.map(({ shape }) => formatShape(shape)),
      tops,
    );
  });
}
