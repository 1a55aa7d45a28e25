import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layersIn } from '../../server/src/document/layers.ts';
import { inAllLayers, toDepthwise, toGrouped } from '../../server/src/edit/depthwise.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 8 dim: 9 dim: 9 } } }\n`;
const layer = (type: string, param: string) =>
  `${input}layer { name: "dw" type: "${type}" bottom: "x" top: "dw" convolution_param { ${param} } }\n`;

function changed(text: string, change: typeof toGrouped): string {
  return applyEdits(text, inAllLayers(open(text), change));
}

test('a depthwise convolution is converted to a grouped convolution and back', () => {
  const depthwise = layer('DepthwiseConvolution', 'num_output: 8 kernel_size: 3 group: 8');
  const grouped = layer('Convolution', 'num_output: 8 kernel_size: 3 group: 8');
  assert.equal(changed(depthwise, toGrouped), grouped);
  assert.equal(changed(grouped, toDepthwise), depthwise);
});

test('a number of outputs that Caffe ignores is replaced with the channels', () => {
  assert.equal(
    changed(layer('ConvolutionDepthwise', 'kernel_size: 3'), toGrouped),
    layer('Convolution', 'kernel_size: 3 num_output: 8 group: 8'),
  );
  const angles = layer('ConvolutionDepthwise', '').replace('{  } }', '<kernel_size: 3> }');
  assert.match(changed(angles, toGrouped), /<kernel_size: 3 num_output: 8 group: 8 > \}\n$/u);
  assert.equal(
    changed(layer('ConvolutionDepthwise', 'num_output: 5 kernel_size: 3'), toGrouped),
    layer('Convolution', 'num_output: 8 kernel_size: 3 group: 8'),
  );
});

test('shapes and parameters stay the same', () => {
  const shapes = (text: string) =>
    layersIn(open(text), netState('TEST')).map(({ outputs, params }) => [
      outputs.map(({ shape }) => shape),
      params.map(({ shape }) => shape),
    ]);
  for (const param of ['kernel_size: 3', 'num_output: 8 kernel_h: 3 kernel_w: 1 stride: 2']) {
    const depthwise = layer('ConvolutionDepthwise', param);
    assert.deepEqual(shapes(changed(depthwise, toGrouped)), shapes(depthwise));
  }
});

test('other convolutions are not converted', () => {
  for (const param of ['num_output: 8 kernel_size: 3', 'num_output: 16 kernel_size: 3 group: 8']) {
    assert.deepEqual(inAllLayers(open(layer('Convolution', param)), toDepthwise), []);
  }
});

test('a file with a Caffe that lacks the layer keeps its convolutions', () => {
  const text = `# caffe-dialect: bvlc\n${layer('Convolution', 'num_output: 8 kernel_size: 3 group: 8')}`;
  assert.deepEqual(inAllLayers(open(text), toDepthwise), []);
});
