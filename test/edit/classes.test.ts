import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classCounts } from '../../server/src/edit/classes/index.ts';
import { classChange } from '../../server/src/features/codeActions/classes.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

const image =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }';
const label = 'layer { name: "label" type: "Input" top: "label" input_param { shape { dim: 1 } } }';

function layer(name: string, type: string, bottoms: string, more = ''): string {
  const reads = bottoms.split(' ').map((bottom) => `bottom: "${bottom}"`);
  return `layer { name: "${name}" type: "${type}" ${reads.join(' ')} top: "${name}" ${more} }`;
}

function conv(name: string, bottom: string, outputs: number, more = ''): string {
  return layer(
    name,
    'Convolution',
    bottom,
    `convolution_param { num_output: ${outputs} kernel_size: 1 ${more} }`,
  );
}

function fc(name: string, bottom: string, outputs: number): string {
  return layer(name, 'InnerProduct', bottom, `inner_product_param { num_output: ${outputs} }`);
}

interface Case {
  readonly shows: string;
  readonly net: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Each place: its layer and what changes. */
  readonly changes: readonly string[];
}

const ssd = (param: string) => [
  image,
  conv('conf1', 'data', 12),
  conv('conf2', 'data', 18),
  conv('loc', 'data', 8),
  ...['conf1', 'conf2', 'loc'].flatMap((name) => [
    layer(`${name}_perm`, 'Permute', name, 'permute_param { order: 0 order: 2 order: 3 order: 1 }'),
    layer(`${name}_flat`, 'Flatten', `${name}_perm`),
  ]),
  layer('conf', 'Concat', 'conf1_flat conf2_flat'),
  layer('conf_reshape', 'Reshape', 'conf', 'reshape_param { shape { dim: 0 dim: -1 dim: 3 } }'),
  layer('conf_softmax', 'Softmax', 'conf_reshape', 'softmax_param { axis: 2 }'),
  layer('conf_flatten', 'Flatten', 'conf_softmax'),
  layer('priors', 'Python', 'data'),
  layer('out', 'DetectionOutput', 'loc_flat conf_flatten priors', `detection_output_param { ${param} }`),
];

const regions = [
  image,
  'layer { name: "rois" type: "Python" bottom: "data" top: "rois" top: "label" python_param { module: "m" layer: "L" param_str: "\'num_classes\': 21" } }',
  layer('pool', 'ROIPooling', 'data rois', 'roi_pooling_param { pooled_w: 2 pooled_h: 2 spatial_scale: 1 }'),
];

const cases: readonly Case[] = [
  {
    shows: 'a classifier and its copy for another loss, but no hidden layer',
    net: [
      image,
      label,
      fc('hidden', 'data', 10),
      'layer { name: "relu" type: "ReLU" bottom: "hidden" top: "hidden" }',
      fc('aux', 'hidden', 10),
      fc('score', 'hidden', 10),
      layer('aux_loss', 'SoftmaxWithLoss', 'aux label'),
      layer('loss', 'SoftmaxWithLoss', 'score label'),
      layer('accuracy', 'Accuracy', 'score label'),
    ],
    from: 10,
    to: 4,
    changes: ['aux num_output: 10 → 4', 'score num_output: 10 → 4'],
  },
  {
    shows: 'a fully convolutional classifier before its pooling',
    net: [
      image,
      conv('score', 'data', 10),
      layer('pool', 'Pooling', 'score', 'pooling_param { pool: AVE global_pooling: true }'),
      layer('prob', 'Softmax', 'pool'),
    ],
    from: 10,
    to: 1000,
    changes: ['score num_output: 10 → 1000'],
  },
  {
    shows: 'segmentation: scores of two resolutions and bilinear upsampling by groups',
    net: [
      image,
      label,
      conv('deep', 'data', 21),
      layer(
        'up',
        'Deconvolution',
        'deep',
        'convolution_param { num_output: 21 group: 21 kernel_size: 1 weight_filler { type: "bilinear" } }',
      ),
      conv('shallow', 'data', 21),
      layer('sum', 'Eltwise', 'up shallow'),
      layer('loss', 'SoftmaxWithLoss', 'sum label', 'loss_param { ignore_label: 255 }'),
    ],
    from: 21,
    to: 2,
    changes: [
      'deep num_output: 21 → 2',
      'up num_output: 21 → 2',
      'up group: 21 → 2',
      'shallow num_output: 21 → 2',
    ],
  },
  {
    shows: 'SSD: a multiple of the classes for each layer of priors',
    net: ssd('num_classes: 3 background_label_id: 0 nms_param { top_k: 1 } keep_top_k: 1'),
    from: 3,
    to: 21,
    changes: [
      'conf1 num_output: 12 → 84',
      'conf2 num_output: 18 → 126',
      'conf_reshape dim: 3 → 21',
      'out num_classes: 3 → 21',
    ],
  },
  {
    shows: 'Faster R-CNN: scores, a box for each class, and the parameters of Python layers',
    net: [
      ...regions,
      fc('cls_score', 'pool', 21),
      fc('bbox_pred', 'pool', 84),
      layer('loss_cls', 'SoftmaxWithLoss', 'cls_score label'),
    ],
    from: 21,
    to: 3,
    changes: ['rois param_str: 21 → 3', 'cls_score num_output: 21 → 3', 'bbox_pred num_output: 84 → 12'],
  },
  {
    shows: 'R-FCN: score maps of position-sensitive pooling, and boxes without classes',
    net: [
      ...regions,
      conv('rfcn_cls', 'data', 189),
      conv('rfcn_bbox', 'data', 72),
      layer(
        'psroi',
        'PSROIPooling',
        'rfcn_cls rois',
        'psroi_pooling_param { spatial_scale: 1 output_dim: 21 group_size: 3 }',
      ),
      layer(
        'psroi_bbox',
        'PSROIPooling',
        'rfcn_bbox rois',
        'psroi_pooling_param { spatial_scale: 1 output_dim: 8 group_size: 3 }',
      ),
      layer('ave', 'Pooling', 'psroi', 'pooling_param { pool: AVE kernel_size: 3 }'),
      layer('prob', 'Softmax', 'ave'),
      layer('prob_reshape', 'Reshape', 'prob', 'reshape_param { shape { dim: -1 dim: 21 } }'),
    ],
    from: 21,
    to: 2,
    changes: [
      'rois param_str: 21 → 2',
      'rfcn_cls num_output: 189 → 18',
      'psroi output_dim: 21 → 2',
      'prob_reshape dim: 21 → 2',
    ],
  },
  {
    shows: 'YOLO: five values and the classes of each anchor',
    net: [
      image,
      conv('score', 'data', 125),
      layer('loss', 'RegionLoss', 'score', 'region_loss_param { num_class: 20 side: 8 }'),
    ],
    from: 20,
    to: 1,
    changes: ['score num_output: 125 → 30', 'loss num_class: 20 → 1'],
  },
  {
    shows: 'YOLO: its evaluation counts the background',
    net: [
      'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 13 dim: 13 } } }',
      'layer { name: "label" type: "Input" top: "label" input_param { shape { dim: 1 dim: 1 dim: 4 dim: 8 } } }',
      conv('score', 'data', 125),
      layer(
        'out',
        'YoloDetectionOutput',
        'score',
        `yolo_detection_output_param { num_classes: 20 coords: 4 ${'biases: 1 '.repeat(10)}}`,
      ),
      layer(
        'eval',
        'DetectionEvaluate',
        'out label',
        'detection_evaluate_param { num_classes: 21 background_label_id: 0 }',
      ),
    ],
    from: 20,
    to: 21,
    changes: ['score num_output: 125 → 130', 'out num_classes: 20 → 21', 'eval num_classes: 21 → 22'],
  },
];

for (const { shows, net, from, to, changes } of cases) {
  test(shows, () => {
    const document = open(`${net.join('\n')}\n`);
    const { edits, problem } = classChange(document, from, to);
    assert.equal(problem, undefined);
    assert.deepEqual(
      edits.map(({ label: name, description }) => `${name} ${description}`),
      changes,
    );
    const errors = (text: string) =>
      diagnostics(open(text))
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
    const changed = applyEdits(document.text, edits);
    assert.deepEqual(errors(changed), errors(document.text));
    assert.equal(applyEdits(changed, classChange(open(changed), to, from).edits), document.text);
  });
}

test('the scores of anchors and the input of an autoencoder are no classes', () => {
  const anchors = [
    image,
    label,
    conv('rpn', 'data', 18),
    layer('reshape', 'Reshape', 'rpn', 'reshape_param { shape { dim: 0 dim: 2 dim: -1 dim: 0 } }'),
    layer('loss', 'SoftmaxWithLoss', 'reshape label'),
  ];
  const autoencoder = [
    image,
    fc('decode', 'data', 192),
    layer('loss', 'SigmoidCrossEntropyLoss', 'decode data'),
  ];
  for (const net of [anchors, autoencoder]) assert.deepEqual(classCounts(open(net.join('\n'))), []);
});

test('a number that causes a problem is refused with its message', () => {
  const net = [
    image,
    label,
    fc('score', 'data', 10),
    layer('top5', 'Accuracy', 'score label', 'accuracy_param { top_k: 5 }'),
  ].join('\n');
  assert.equal(classChange(open(net), 10, 5).problem, undefined);
  assert.match(
    classChange(open(net), 10, 4).problem ?? '',
    /^With 4 classes, the net would have a problem: /u,
  );
  assert.match(classChange(open(net), 7, 4).problem ?? '', /^The net has no outputs for 7 classes/u);
});

test('old syntax, and files without a net', () => {
  const old =
    'layers { name: "score" type: INNER_PRODUCT bottom: "data" top: "score" inner_product_param { num_output: 10 } }\nlayers { name: "loss" type: SOFTMAX_LOSS bottom: "score" bottom: "label" }\n';
  const [count] = classCounts(open(old));
  assert.deepEqual([count?.classes, count?.layers, count?.places.length], [10, ['score'], 1]);
  for (const text of ['', 'layer {', 'base_lr: 0.1\n', 'layer { name: "__proto__" type: "constructor" }'])
    assert.deepEqual(classCounts(open(text)), []);
});
