/** The most common layer types. */
export const usualTypes = [
  'Convolution',
  'ReLU',
  'Pooling',
  'InnerProduct',
  'Data',
  'BatchNorm',
  'Scale',
  'Eltwise',
  'Concat',
  'Dropout',
  'Accuracy',
  'SoftmaxWithLoss',
  'Softmax',
  'Input',
  'LRN',
  'Deconvolution',
  'ImageData',
];

/** What usually follows a layer of a type, the likeliest first; without a type, what a net starts with. */
const followers: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '': ['Data', 'Input', 'ImageData', 'HDF5Data'],
    data: ['Convolution', 'Data', 'InnerProduct', 'Slice', 'Silence'],
    input: ['Convolution', 'Input', 'InnerProduct'],
    imagedata: ['Convolution', 'ImageData'],
    hdf5data: ['InnerProduct', 'Convolution', 'HDF5Data'],
    convolution: ['ReLU', 'BatchNorm', 'Pooling', 'Convolution', 'Eltwise'],
    deconvolution: ['Crop', 'ReLU', 'Eltwise', 'Concat', 'BatchNorm'],
    batchnorm: ['Scale', 'ReLU', 'Convolution'],
    scale: ['ReLU', 'Convolution', 'Eltwise', 'Pooling'],
    relu: ['Convolution', 'Pooling', 'Dropout', 'LRN', 'InnerProduct'],
    pooling: ['Convolution', 'LRN', 'InnerProduct', 'Dropout', 'Concat'],
    lrn: ['Convolution', 'Pooling'],
    dropout: ['InnerProduct', 'Convolution', 'SoftmaxWithLoss'],
    innerproduct: ['ReLU', 'SoftmaxWithLoss', 'Accuracy', 'Softmax', 'Dropout'],
    eltwise: ['ReLU', 'Convolution', 'BatchNorm'],
    concat: ['Convolution', 'Pooling', 'ReLU'],
    accuracy: ['SoftmaxWithLoss', 'Accuracy'],
    softmaxloss: ['Accuracy', 'Convolution'],
    permute: ['Flatten', 'Reshape'],
    flatten: ['Convolution', 'PriorBox', 'InnerProduct'],
    priorbox: ['Convolution', 'Concat'],
    reshape: ['Softmax', 'Flatten'],
    crop: ['Eltwise', 'Concat', 'SoftmaxWithLoss'],
  }),
);

/** What the name of a layer says about its type; the first that match count. */
const byName: readonly (readonly [name: RegExp, types: readonly string[]])[] = [
  [/silence/iu, ['Silence']],
  [/prior_?box/iu, ['PriorBox']],
  [/acc(?:uracy)?/iu, ['Accuracy', 'Softmax']],
  [
    /loss|error/iu,
    ['SoftmaxWithLoss', 'EuclideanLoss', 'SigmoidCrossEntropyLoss', 'HingeLoss', 'SmoothL1Loss'],
  ],
  [/prob|softmax/iu, ['Softmax', 'Sigmoid', 'SoftmaxWithLoss']],
  [/perm/iu, ['Permute']],
  [/flat/iu, ['Flatten', 'Reshape']],
  [/reshape/iu, ['Reshape']],
  [/drop|^do\d/iu, ['Dropout']],
  [/prelu/iu, ['PReLU', 'ReLU']],
  [/relu|neuron/iu, ['ReLU', 'PReLU', 'Sigmoid']],
  [/sigm/iu, ['Sigmoid']],
  [/tanh/iu, ['TanH']],
  [/(?:^|[/_-])(?:bn|batch_?norm)|bn$/iu, ['BatchNorm', 'BN', 'Scale']],
  [/scale/iu, ['Scale']],
  [/norm|lrn/iu, ['LRN', 'BatchNorm', 'Normalize', 'MVN']],
  [/deconv|upsamp|upscore|(?:^|[/_-])up\d?/iu, ['Deconvolution', 'Upsample', 'Interp']],
  [/unpool/iu, ['Upsample', 'Unpooling']],
  [/pool|gap/iu, ['Pooling']],
  [/interp|resize/iu, ['Interp']],
  [/embed/iu, ['Embed', 'InnerProduct']],
  [/lstm/iu, ['LSTM', 'Lstm']],
  [/rnn/iu, ['RNN']],
  [/slice/iu, ['Slice']],
  [/split/iu, ['Split', 'Slice']],
  [/crop/iu, ['Crop']],
  [/concat|cat|output$/iu, ['Concat']],
  [/eltwise|sum|add|fuse|mul/iu, ['Eltwise']],
  [/(?:^|[/_-])(?:fc|ip|cls|class)|logits|classifier|inner/iu, ['InnerProduct', 'Convolution']],
  [/data|mnist|cifar|label|image|input/iu, ['Data', 'Input', 'ImageData', 'HDF5Data', 'MemoryData']],
  [/res.*\d[a-z]?$/iu, ['Eltwise', 'Convolution']],
  [/conv|cccp|\dx\d|reduce|proj|score|branch/iu, ['Convolution']],
];

/** The types that usually follow a type, the likeliest first. */
export function typesAfter(type: string): readonly string[] {
  return followers.get(typeKey(type)) ?? [];
}

/** The types that a layer with a name usually has, the likeliest first. */
export function typesNamed(name: string): readonly string[] {
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? [];
}

/** A key that is equal for a type and for its name in V1: `InnerProduct` and `INNER_PRODUCT`. */
export function typeKey(type: string): string {
  return type.replaceAll('_', '').toLowerCase().replace('softmaxwithloss', 'softmaxloss');
}
