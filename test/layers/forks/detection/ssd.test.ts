import { type LayerCase, specify } from '../../../support/layerTable.ts';

const specifySsd = (type: string, cases: readonly LayerCase[]) =>
  specify(
    type,
    cases.map((one) => ({ dialect: 'ssd', ...one })),
  );

const map = ['1x512x38x38', '1x3x300x300'];
const point = ['1x8x1x1', '1x3x300x300'];
const priors = (text: string) => `prior_box_param { ${text} }`;

specifySsd('PriorBox', [
  {
    shows: 'one square per position: four corners and their variances',
    bottoms: map,
    text: priors('min_size: 30'),
    // 38·38·4
    tops: ['1x2x5776'],
  },
  {
    shows: 'an aspect ratio, its reciprocal and a larger square',
    bottoms: map,
    text: priors('min_size: 30 max_size: 60 aspect_ratio: 2'),
    // 4 priors: 38·38·16
    tops: ['1x2x23104'],
  },
  {
    shows: 'ratios per min_size, one larger square per max_size',
    bottoms: point,
    text: priors('min_size: [30, 60] max_size: [60, 90] aspect_ratio: 2'),
    // (3 · 2 + 2) · 4
    tops: ['1x2x32'],
  },
  {
    shows: 'without reciprocals',
    bottoms: point,
    text: priors('min_size: 30 aspect_ratio: [2, 3] flip: false'),
    tops: ['1x2x12'],
  },
  {
    shows: 'a duplicate ratio has no effect',
    bottoms: point,
    text: priors('min_size: 30 aspect_ratio: [1, 2, 2, 0.5]'),
    // 1, 2 and 1/2
    tops: ['1x2x12'],
  },
  {
    shows: 'a reciprocal is added even if it is a duplicate',
    bottoms: point,
    // 1/1000.5 is within 1e-6 of 1/1000.
    text: priors('min_size: 30 aspect_ratio: [1000, 1000.5]'),
    tops: ['1x2x20'],
  },
  { shows: 'missing axes are 1', bottoms: ['1x8'], text: priors('min_size: 30'), tops: ['1x2x4'] },
  {
    shows: 'variances, image and step',
    bottoms: map,
    text: priors('min_size: 30 variance: [0.1, 0.1, 0.2, 0.2] img_h: 300 img_w: 300 step: 8'),
    tops: ['1x2x5776'],
  },
  ...(
    [
      ['a min_size', '', 'ssd/priorbox-min-size'],
      ['that is positive', 'min_size: 0', 'ssd/priorbox-min-positive'],
      ['as many max_size', 'min_size: 30 max_size: [60, 90]', 'ssd/priorbox-max-count'],
      ['that are larger', 'min_size: 60 max_size: 60', 'ssd/priorbox-max-greater'],
      ['one variance or four', 'min_size: 30 variance: [0.1, 0.2]', 'ssd/priorbox-variance-count'],
      ['positive variances', 'min_size: 30 variance: 0', 'ssd/priorbox-variance-positive'],
      [
        'img_size or img_h and img_w',
        'min_size: 30 img_size: 9 img_h: 9 img_w: 9',
        'ssd/priorbox-img-exclusive',
      ],
      ['img_h beside img_w', 'min_size: 30 img_w: 300', 'ssd/priorbox-img-h'],
      ['img_w beside img_h', 'min_size: 30 img_h: 300', 'ssd/priorbox-img-w'],
      ['an img_size above 0', 'min_size: 30 img_size: 0', 'ssd/priorbox-img-size'],
      [
        'step or step_h and step_w',
        'min_size: 30 step: 8 step_h: 8 step_w: 8',
        'ssd/priorbox-step-exclusive',
      ],
      ['step_h beside step_w', 'min_size: 30 step_w: 8', 'ssd/priorbox-step-h'],
      ['step_w beside step_h', 'min_size: 30 step_h: 8', 'ssd/priorbox-step-w'],
      ['a step above 0', 'min_size: 30 step: 0', 'ssd/priorbox-step'],
    ] as const
  ).map(([shows, text, refused]) => ({ shows, bottoms: map, text: priors(text), refused })),
  {
    shows: 'requires a map with positions',
    bottoms: ['1x8x0x4'],
    text: priors('min_size: 30'),
    refused: 'ssd/priorbox-top-size',
  },
  {
    shows: 'rejects more than four axes',
    bottoms: ['1x8x4x4x4'],
    text: priors('min_size: 30'),
    refused: 'blob/legacy-axes',
  },
  {
    shows: 'without a map Caffe crashes',
    text: priors('min_size: 30'),
    refused: 'ssd/priorbox-bottom-count',
  },
]);

/** Locations, scores and priors of two boxes and three classes. */
const boxes = ['4x8', '4x6', '1x2x8'];
const truth = '1x1x5x8';
const multibox = (text: string) => `multibox_loss_param { ${text} }`;

specifySsd('MultiBoxLoss', [
  {
    shows: 'four locations and a score per class for each prior',
    bottoms: [...boxes, truth],
    text: multibox('num_classes: 3'),
    tops: ['scalar'],
  },
  {
    shows: 'Caffe adds a top that is not declared',
    bottoms: [...boxes, truth],
    text: multibox('num_classes: 3'),
    topNames: [],
    tops: ['scalar'],
  },
  {
    shows: 'separate locations per class',
    bottoms: ['4x24', '4x6', '1x2x8', truth],
    text: multibox('num_classes: 3 share_location: false mining_type: NONE'),
    tops: ['scalar'],
  },
  {
    shows: 'a remainder of the division by four is ignored',
    bottoms: ['4x8', '4x6', '1x2x11', truth],
    text: multibox('num_classes: 3'),
    tops: ['scalar'],
  },
  {
    shows: 'in place, the loss reduces the locations to one value',
    bottoms: ['1x8', '1x6', '1x2x8', truth],
    text: multibox('num_classes: 3'),
    topNames: ['in0'],
    refused: 'ssd/multibox-loc',
  },
  {
    shows: 'in place, the loss reduces the locations to one item',
    bottoms: ['4x8', '4x6', '1x2x8', truth],
    text: multibox('num_classes: 3'),
    topNames: ['in0'],
    refused: 'ssd/multibox-batch',
  },
  {
    shows: 'priors have at most four axes',
    bottoms: ['4x8', '4x6', '1x1x8x1x1', truth],
    refused: 'blob/legacy-axes',
  },
  {
    shows: 'ground truth has at most four axes',
    bottoms: ['4x8', '4x6', '1x2x8', '1x1x3x8x1'],
    text: multibox('num_classes: 3'),
    refused: 'blob/legacy-axes',
  },
  {
    shows: 'LOGISTIC scores require no background',
    bottoms: [...boxes, truth],
    text: multibox('num_classes: 3 conf_loss_type: LOGISTIC background_label_id: 3'),
    tops: ['scalar'],
  },
  ...(
    [
      ['num_classes', '', 'ssd/multibox-num-classes'],
      ['that are not 0', 'num_classes: 0', 'ssd/multibox-num-classes-min'],
      [
        'do_neg_mining agrees with mining_type',
        'num_classes: 3 do_neg_mining: false',
        'ssd/multibox-neg-mining',
      ],
      [
        'mining needs shared locations',
        'num_classes: 3 share_location: false',
        'ssd/multibox-share-location',
      ],
      ['the background is a class', 'num_classes: 3 background_label_id: 3', 'ssd/multibox-background'],
    ] as const
  ).map(([shows, text, refused]) => ({
    shows,
    bottoms: [...boxes, truth],
    text: multibox(text),
    refused,
  })),
  ...(
    [
      ['as many items', ['4x8', '3x6', '1x2x8'], 'loss/first-dim'],
      ['locations for each prior', ['4x12', '4x6', '1x2x8'], 'ssd/multibox-loc'],
      ['scores for each prior', ['4x8', '4x8', '1x2x8'], 'ssd/multibox-conf'],
      ['takes four bottoms', ['4x8', '4x6'], 'net/exact-bottoms'],
    ] as const
  ).map(([shows, bottoms, refused]) => ({
    shows,
    bottoms: [...bottoms, truth],
    text: multibox('num_classes: 3'),
    refused,
  })),
]);

const output = (text: string) => `detection_output_param { ${text} }`;

specifySsd('DetectionOutput', [
  {
    shows: 'one row of 7 before the first pass',
    bottoms: boxes,
    text: output('num_classes: 3'),
    tops: ['1x1x1x7'],
  },
  {
    shows: 'accepts a fourth bottom',
    bottoms: [...boxes, '4x2'],
    text: output('num_classes: 3'),
    tops: ['1x1x1x7'],
  },
  {
    shows: 'separate locations per class',
    bottoms: ['4x24', '4x6', '1x2x8'],
    text: output('num_classes: 3 share_location: false'),
    tops: ['1x1x1x7'],
  },
  {
    shows: 'zero classes require no scores',
    bottoms: ['4x8', '4x0', '1x2x8'],
    text: output('num_classes: 0'),
    tops: ['1x1x1x7'],
  },
  { shows: 'num_classes must be given', bottoms: boxes, refused: 'ssd/detout-num-classes' },
  ...(
    [
      ['nms_threshold is not negative', 'nms_threshold: -0.1', 'ssd/detout-nms-threshold'],
      ['eta is above 0', 'eta: 0', 'ssd/detout-eta-low'],
      ['eta is at most 1', 'eta: 1.5', 'ssd/detout-eta-high'],
    ] as const
  ).map(([shows, nms, refused]) => ({
    shows,
    bottoms: boxes,
    text: output(`num_classes: 3 nms_param { ${nms} }`),
    refused,
  })),
  ...(
    [
      ['as many items', ['4x8', '3x6', '1x2x8'], 'ssd/detout-batch'],
      ['locations for each prior', ['4x12', '4x6', '1x2x8'], 'ssd/detout-loc'],
      ['scores for each prior', ['4x8', '4x8', '1x2x8'], 'ssd/detout-conf'],
      ['takes at least three bottoms', ['4x8', '4x6'], 'net/min-bottoms'],
    ] as const
  ).map(([shows, bottoms, refused]) => ({ shows, bottoms, text: output('num_classes: 3'), refused })),
]);

const evaluate = (text: string) => `detection_evaluate_param { ${text} }`;

specifySsd('DetectionEvaluate', [
  {
    shows: 'one row per class except the background, and per detection',
    bottoms: ['1x1x5x7', '1x1x3x8'],
    text: evaluate('num_classes: 21'),
    tops: ['1x1x25x5'],
  },
  {
    shows: 'without a background there is one row per class',
    bottoms: ['1x1x5x7', '1x1x3x8'],
    // -1 in 32 bits
    text: evaluate('num_classes: 21 background_label_id: 4294967295'),
    tops: ['1x1x26x5'],
  },
  {
    shows: 'num_classes must be given',
    bottoms: ['1x1x5x7', '1x1x3x8'],
    refused: 'ssd/deteval-num-classes',
  },
  {
    shows: 'overlap_threshold must be greater than 0',
    bottoms: ['1x1x5x7', '1x1x3x8'],
    text: evaluate('num_classes: 21 overlap_threshold: 0'),
    refused: 'ssd/deteval-overlap',
  },
  ...(
    [
      ['detections are rows of 7', ['1x1x5x8', '1x1x3x8'], 'ssd/deteval-det-shape'],
      ['of the batch as a whole', ['2x1x5x7', '1x1x3x8'], 'ssd/deteval-det-shape'],
      ['ground truth is rows of 8', ['1x1x5x7', '1x1x3x7'], 'ssd/deteval-gt-shape'],
      ['without ground truth Caffe crashes', ['1x1x5x7'], 'ssd/deteval-bottom-count'],
    ] as const
  ).map(([shows, bottoms, refused]) => ({ shows, bottoms, text: evaluate('num_classes: 21'), refused })),
]);

specify('DetectionOutput', [
  {
    shows: 'five bottoms are too many',
    dialect: 'ssd',
    bottoms: ['1x8', '1x4', '1x2x8', '1x4', '1x8'],
    text: 'detection_output_param { num_classes: 2 }',
    refused: 'net/max-bottoms',
  },
]);
