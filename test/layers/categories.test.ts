import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryOf, type LayerCategory } from '../../server/src/layers/definition.ts';
import { findLayer, layerDefinitions, layerTypes } from '../../server/src/layers/registry.ts';
import { bvlc } from '../../server/src/schema/dialect.ts';

/** The types of BVLC by category. */
const expected: Readonly<Record<LayerCategory, string>> = {
  data: 'Data DummyData HDF5Data HDF5Output ImageData Input MemoryData Parameter WindowData',
  convolution: 'Convolution Deconvolution Im2col',
  innerProduct: 'Embed InnerProduct',
  recurrent: 'LSTM LSTMUnit RNN',
  pooling: 'Pooling SPP',
  normalization: 'BatchNorm Bias LRN MVN Scale',
  activation: 'AbsVal BNLL Clip Dropout ELU Exp Log PReLU Power ReLU Sigmoid Softmax Swish TanH Threshold',
  joining: 'BatchReindex Concat Eltwise Filter Silence Slice Split',
  shape: 'ArgMax Crop Flatten Reduction Reshape Tile',
  detection: '',
  loss: 'Accuracy ContrastiveLoss EuclideanLoss HingeLoss InfogainLoss MultinomialLogisticLoss SigmoidCrossEntropyLoss SoftmaxWithLoss',
  other: '',
};

for (const [category, types] of Object.entries(expected)) {
  test(`the category ${category} of BVLC's layers`, () => {
    const found = layerTypes(bvlc).filter((type) => categoryOf(findLayer(type, bvlc)) === category);
    assert.equal(found.filter((type) => findLayer(type, bvlc)).join(' '), types);
  });
}

test('losses of all forks are losses, and layers without bottoms that read data are data', () => {
  for (const definition of layerDefinitions) {
    if (/Loss$/u.test(definition.type)) assert.equal(categoryOf(definition), 'loss', definition.type);
    if (/Data$/u.test(definition.type)) assert.equal(categoryOf(definition), 'data', definition.type);
  }
});
