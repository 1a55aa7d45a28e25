import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument, defaultSettings } from '../../server/src/document/document.ts';
import { netState } from '../../server/src/net/state.ts';

/** How many bottoms and tops layers of forks take where that is a range: `2-3`, `2-` without an end. */
const ranges: readonly (readonly [dialect: string, type: string, bottoms: string, tops: string])[] = [
  ['arcface', 'AdditiveMarginInnerProduct', '1-', '0-2'],
  ['arcface', 'TripletLoss', '3-4', '1-1'],
  ['caffe-face', 'CenterLoss', '2-2', '1-'],
  ['caffe-windows', 'Accuracy', '2-3', '1-2'],
  ['caffe-windows', 'BatchContrastiveLoss', '2-', '1-2'],
  ['caffe-windows', 'CorrelationLoss', '2-', '1-1'],
  ['caffe-windows', 'EuclideanLoss', '2-3', '1-1'],
  ['caffe-windows', 'FCNAccuracy', '2-3', '1-1'],
  ['caffe-windows', 'FocalLoss', '2-2', '1-2'],
  ['caffe-windows', 'GeneralContrastiveLoss', '2-', '1-2'],
  ['caffe-windows', 'GeneralTripletLoss', '2-2', '1-2'],
  ['caffe-windows', 'Gram', '1-1', '1-'],
  ['caffe-windows', 'Hotspot', '1-', '0-'],
  ['caffe-windows', 'InnerProduct', '1-', '1-1'],
  ['caffe-windows', 'LargeMarginInnerProduct', '2-', '0-2'],
  ['caffe-windows', 'MarginInnerProduct', '2-2', '0-2'],
  ['caffe-windows', 'MovingNormalize', '1-1', '1-2'],
  ['caffe-windows', 'NCALoss', '2-', '1-2'],
  ['caffe-windows', 'Normalize', '1-1', '1-2'],
  ['caffe-windows', 'SmoothL1Loss', '2-3', '1-1'],
  ['caffe-windows', 'SoftContrastiveLoss', '2-', '1-2'],
  ['caffe-windows', 'SoftmaxWithLoss', '2-3', '1-2'],
  ['caffe-windows', 'SubRegion', '3-3', '1-'],
  ['caffe-windows', 'Transformer', '2-2', '1-'],
  ['curve-text', 'SequenceAccuracy', '2-2', '1-2'],
  ['curve-text', 'SequenceAccuracySoftmaxbased', '2-2', '1-2'],
  ['ddpn', 'ROIAlign', '2-2', '1-1'],
  ['ddpn', 'SoftmaxKLDLoss', '2-3', '1-1'],
  ['fast-rcnn', 'ROIPooling', '2-2', '1-1'],
  ['fast-rcnn', 'SmoothL1Loss', '2-4', '1-1'],
  ['flownet2', 'L1Loss', '1-2', '1-1'],
  ['intel', 'SmoothL1LossOHEM', '2-3', '0-2'],
  ['intel', 'SoftmaxWithLossOHEM', '2-2', '1-3'],
  ['layers-hub', 'WingLoss', '2-3', '1-1'],
  ['mini-caffe', 'DetectionOutput', '3-4', '1-1'],
  ['mobilenet-yolo', 'YoloDetectionOutput', '1-', '1-1'],
  ['mobilenet-yolo', 'YoloSeg', '2-3', '1-1'],
  ['mobilenet-yolo', 'Yolov3DetectionOutput', '1-', '1-1'],
  ['mycaffe', 'ContrastiveLoss', '3-4', '1-2'],
  ['mycaffe', 'InnerProduct', '1-2', '1-1'],
  ['mycaffe', 'TripletLoss', '4-5', '1-1'],
  ['r-fcn', 'PSROIPooling', '2-2', '1-1'],
  ['r-fcn', 'SmoothL1Loss', '2-3', '0-2'],
  ['r-fcn', 'SoftmaxWithLoss', '2-2', '1-3'],
  ['segnet', 'Accuracy', '2-2', '1-2'],
  ['seqface', 'DSALoss', '2-2', '1-'],
  ['seqface', 'LSROLoss', '2-2', '1-2'],
  ['seqface', 'SmoothMarginInnerProduct', '1-', '0-2'],
  ['sstd', 'DetectionOrientedOutput', '4-5', '1-1'],
];

for (const [dialect, type, bottoms, tops] of ranges) {
  const [fewestBottoms, mostBottoms] = boundsOf(bottoms);
  const [fewestTops, mostTops] = boundsOf(tops);
  test(`${type} of ${dialect} takes ${bottoms} bottoms and makes ${tops} tops`, () => {
    const fault = (more: number, most: number) => arityFault(dialect, type, more, most);
    assert.equal(fault(fewestBottoms, Math.max(fewestTops, 1)), undefined);
    assert.equal(fault(Math.min(mostBottoms, 9), Math.min(mostTops, 9)), undefined);
    if (fewestBottoms > 0) assert.match(fault(fewestBottoms - 1, 1) ?? '', /bottoms$/u);
    if (mostBottoms < 9) assert.match(fault(mostBottoms + 1, 1) ?? '', /bottoms$/u);
    // Tops of losses that are missing are made.
    if (fewestTops > 0 && !/Loss|YoloSeg/u.test(type)) assert.match(fault(fewestBottoms, 0) ?? '', /tops$/u);
    if (mostTops < 9) assert.match(fault(fewestBottoms, mostTops + 1) ?? '', /tops$/u);
  });
}

function boundsOf(range: string): [number, number] {
  const [fewest, most] = range.split('-');
  return [Number(fewest), most ? Number(most) : Number.POSITIVE_INFINITY];
}

/** The check of Layer::CheckBlobCounts that a layer with so many bottoms and tops violates, if any. */
function arityFault(dialect: string, type: string, bottoms: number, tops: number): string | undefined {
  const names = Array.from({ length: bottoms }, (_, index) => `in${index}`);
  const blobs = [
    ...names.map((name) => `bottom: "${name}"`),
    ...Array.from({ length: tops }, (_, index) => `top: "top${index}"`),
  ];
  const text = [
    ...names.map(
      (name) => `layer { name: "${name}" type: "Input" top: "${name}" input_param { shape { dim: 4 } } }`,
    ),
    `layer { name: "test" type: "${type}" ${blobs.join(' ')} }`,
  ].join('\n');
  const settings = { ...defaultSettings, dialect };
  const { faults } = createDocument({ uri: 'arity.prototxt', version: 0, text, settings }).net(
    netState('TRAIN'),
  );
  return faults
    .map(({ check }) => check)
    .find((check) => /^net\/(exact|min|max)-(bottoms|tops)$/u.test(check));
}
