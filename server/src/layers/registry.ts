import { forksWithValue, registers, typesOf } from '../schema/data/forkIndex.ts';
import type { Dialect } from '../schema/dialect.ts';
import * as activation from './activation.ts';
import * as convolution from './convolution.ts';
import * as data from './data.ts';
import { databaseDataLayers } from './databaseData.ts';
import type { LayerDefinition } from './definition.ts';
import { depthwiseLayers } from './depthwise.ts';
import * as detection from './detection.ts';
import { faceLayers } from './face.ts';
import { fileDataLayers } from './fileData.ts';
import { flowLayers } from './flow.ts';
import { forkAccuracyLayers } from './forkAccuracy.ts';
import { forkActivationLayers } from './forkActivation.ts';
import { forkChangeLayers } from './forkChanges.ts';
import { forkDetectionLayers } from './forkDetection.ts';
import { forkElementwiseLayers } from './forkElementwise.ts';
import { forkFeatureLayers } from './forkFeature.ts';
import { forkInnerProductLayers } from './forkInnerProduct.ts';
import { forkLossLayers } from './forkLoss.ts';
import { forkNormalizationLayers } from './forkNormalization.ts';
import { forkRecurrentLayers } from './forkRecurrent.ts';
import { handLayers } from './hand.ts';
import * as innerProduct from './innerProduct.ts';
import * as joining from './joining.ts';
import { listDataLayers } from './listData.ts';
import * as loss from './loss.ts';
import { metricLossLayers } from './metricLoss.ts';
import * as normalization from './normalization.ts';
import { forkPoolingLayers, pooling } from './pooling.ts';
import { poseLayers } from './pose.ts';
import { poseDataLayers } from './poseData.ts';
import { pythonLayers } from './python.ts';
import { rearrangingLayers } from './rearranging.ts';
import * as recurrent from './recurrent.ts';
import * as reshaping from './reshaping.ts';
import { resizingLayers } from './resizing.ts';
import { roiLayers } from './roi.ts';
import { segmentationLayers } from './segmentation.ts';
import { spatialTransformerLayers } from './spatialTransformer.ts';
import { yoloLayers } from './yolo.ts';

/** Every layer type that the tool knows, a line for each. */
export const layerDefinitions: readonly LayerDefinition[] = [
  activation.absVal,
  activation.bnll,
  activation.clip,
  activation.dropout,
  activation.elu,
  activation.exp,
  activation.log,
  activation.power,
  activation.preLU,
  activation.relu,
  activation.sigmoid,
  activation.swish,
  activation.tanH,
  activation.threshold,
  convolution.convolution,
  convolution.deconvolution,
  convolution.im2col,
  data.annotatedData,
  data.data,
  data.dummyData,
  data.hdf5Data,
  data.hdf5Output,
  data.imageData,
  data.input,
  data.memoryData,
  data.parameter,
  data.videoData,
  data.windowData,
  detection.detectionEvaluate,
  detection.detectionOutput,
  detection.multiBoxLoss,
  detection.priorBox,
  innerProduct.embed,
  innerProduct.innerProduct,
  joining.batchReindex,
  joining.concat,
  joining.eltwise,
  joining.filter,
  joining.silence,
  joining.slice,
  joining.split,
  loss.accuracy,
  loss.contrastiveLoss,
  loss.euclideanLoss,
  loss.hingeLoss,
  loss.infogainLoss,
  loss.multinomialLogisticLoss,
  loss.sigmoidCrossEntropyLoss,
  loss.smoothL1Loss,
  loss.softmaxWithLoss,
  normalization.batchNorm,
  normalization.bias,
  normalization.lrn,
  normalization.mvn,
  normalization.normalize,
  normalization.scale,
  pooling,
  recurrent.lstm,
  recurrent.lstmUnit,
  recurrent.rnn,
  reshaping.argMax,
  reshaping.crop,
  reshaping.flatten,
  reshaping.permute,
  reshaping.reduction,
  reshaping.reshape,
  reshaping.softmax,
  reshaping.spp,
  reshaping.tile,
  ...depthwiseLayers,
  ...flowLayers,
  ...forkChangeLayers,
  ...databaseDataLayers,
  ...fileDataLayers,
  ...listDataLayers,
  ...poseDataLayers,
  ...forkActivationLayers,
  ...forkElementwiseLayers,
  ...faceLayers,
  ...forkAccuracyLayers,
  ...forkDetectionLayers,
  ...forkFeatureLayers,
  ...forkInnerProductLayers,
  ...forkLossLayers,
  ...forkRecurrentLayers,
  ...handLayers,
  ...metricLossLayers,
  ...forkNormalizationLayers,
  ...forkPoolingLayers,
  ...poseLayers,
  ...rearrangingLayers,
  ...resizingLayers,
  ...pythonLayers,
  ...roiLayers,
  ...segmentationLayers,
  ...spatialTransformerLayers,
  ...yoloLayers,
];

const byType = new Map<string, LayerDefinition[]>();
for (const definition of layerDefinitions) {
  byType.set(definition.type, [...(byType.get(definition.type) ?? []), definition]);
}

/**
 * The definition of a layer type in a dialect: that of the first of its forks that registers the type. Undefined for a
 * type that it does not register, and for one whose rule is not known. Types are case-sensitive, as in Caffe.
 */
export function findLayer(type: string, dialect: Dialect): LayerDefinition | undefined {
  const candidates = byType.get(type);
  if (!candidates) return undefined;
  const fork = dialect.forks.find((name) => registers(name, type));
  return (
    fork && (candidates.find(({ forks }) => forks?.includes(fork)) ?? candidates.find(({ forks }) => !forks))
  );
}

/** Whether some Caffe of the dialect registers the type, be its rule known or not. */
export function isRegistered(type: string, dialect: Dialect): boolean {
  return dialect.forks.some((fork) => registers(fork, type)) || isOldType(type, dialect);
}

/** Forks from before types had names know theirs by V1's enum. */
function isOldType(type: string, dialect: Dialect): boolean {
  const forks = forksWithValue('V1LayerParameter.LayerType', type);
  return forks.some((fork) => dialect.forks.includes(fork));
}

/** All types that a dialect registers, sorted as Caffe lists them. */
export function layerTypes(dialect: Dialect): readonly string[] {
  return [...new Set(dialect.forks.flatMap(typesOf))].sort();
}
