import { onceFor } from '../memo/onceFor.ts';
import { forksWithValue, registers, typesOf } from '../schema/data/forkIndex.ts';
import { type Dialect, hasCurrentSyntax } from '../schema/dialect.ts';
import * as activation from './bvlc/activation.ts';
import * as convolution from './bvlc/convolution.ts';
import * as data from './bvlc/data.ts';
import { infogainLoss, olderInfogainLoss } from './bvlc/infogainLoss.ts';
import * as innerProduct from './bvlc/innerProduct.ts';
import * as input from './bvlc/input.ts';
import * as joining from './bvlc/joining.ts';
import * as loss from './bvlc/loss.ts';
import * as normalization from './bvlc/normalization.ts';
import { forkPoolingLayers, pooling } from './bvlc/pooling.ts';
import { pythonLayers } from './bvlc/python.ts';
import * as recurrent from './bvlc/recurrent.ts';
import * as reducing from './bvlc/reducing.ts';
import * as reshaping from './bvlc/reshaping.ts';
import { spp } from './bvlc/spp.ts';
import type { LayerDefinition } from './definition.ts';
import { activationLayers } from './forks/common/activations.ts';
import { broadcastingLayers } from './forks/common/broadcasting.ts';
import { changedLayers } from './forks/common/changedLayers.ts';
import { compressedLayers } from './forks/common/compressed.ts';
import { deepDetectLayers } from './forks/common/deepDetect.ts';
import { depthwiseLayers } from './forks/common/depthwise.ts';
import { elementwiseLayers } from './forks/common/elementwise.ts';
import { featureLayers } from './forks/common/featureTransforms.ts';
import { indexingLayers } from './forks/common/indexing.ts';
import { innerProductLayers } from './forks/common/innerProduct.ts';
import { matrixProductLayers } from './forks/common/matrixProducts.ts';
import { myCaffeLayers } from './forks/common/myCaffe.ts';
import { normalizationLayers } from './forks/common/normalization.ts';
import { rearrangingLayers } from './forks/common/rearranging.ts';
import { recurrentLayers } from './forks/common/recurrent.ts';
import { reductionLayers } from './forks/common/reductions.ts';
import { resizingLayers } from './forks/common/resizing.ts';
import { slicingLayers } from './forks/common/slicing.ts';
import { spatialTransformerLayers } from './forks/common/spatialTransformer.ts';
import { tensorResizingLayers } from './forks/common/tensorResizing.ts';
import { tensorLayers } from './forks/common/tensors.ts';
import { vendorLayers } from './forks/common/vendors.ts';
import { changedDataLayers } from './forks/data/changedData.ts';
import { databaseDataLayers } from './forks/data/databaseData.ts';
import { drivingDataLayers } from './forks/data/drivingData.ts';
import { fcnDataLayers } from './forks/data/fcnData.ts';
import { fileDataLayers } from './forks/data/fileData.ts';
import { listDataLayers } from './forks/data/listData.ts';
import { mapDataLayers } from './forks/data/mapData.ts';
import { poseDataLayers } from './forks/data/poseData.ts';
import { segmentationDataLayers } from './forks/data/segmentationData.ts';
import { volumeDataLayers } from './forks/data/volumeData.ts';
import { ascendLayers } from './forks/detection/ascend.ts';
import { boxVariantLayers } from './forks/detection/boxVariants.ts';
import { cascadeLayers } from './forks/detection/cascade.ts';
import { detectorLayers } from './forks/detection/detectors.ts';
import { maskRcnnLayers } from './forks/detection/maskRcnn.ts';
import { priorBoxLayers } from './forks/detection/priorBox.ts';
import { roiLayers } from './forks/detection/roi.ts';
import { selectionLayers } from './forks/detection/selection.ts';
import * as detection from './forks/detection/ssd.ts';
import { vitisDetectionLayers } from './forks/detection/vitis.ts';
import { yoloLayers } from './forks/detection/yolo.ts';
import { deepSalDetLayers } from './forks/early/deepSalDet.ts';
import { dsnLayers } from './forks/early/dsn.ts';
import { accuracyLayers } from './forks/loss/accuracy.ts';
import { labelMapLayers } from './forks/loss/labelMaps.ts';
import { lossLayers } from './forks/loss/loss.ts';
import { metricLossLayers } from './forks/loss/metricLoss.ts';
import { yoloLossLayers } from './forks/loss/yoloLoss.ts';
import { affinityLayers } from './forks/vision/affinities.ts';
import { colorLayers } from './forks/vision/colors.ts';
import { edgeLayers } from './forks/vision/edges.ts';
import { faceRecognitionLayers } from './forks/vision/faceRecognition.ts';
import { hands2017Layers } from './forks/vision/hands2017.ts';
import { labelSpecificLayers } from './forks/vision/labelSpecific.ts';
import { moleculeLayers } from './forks/vision/molecules.ts';
import { octreeLayers } from './forks/vision/octree.ts';
import { opticalFlowLayers } from './forks/vision/opticalFlow.ts';
import { pointCloudLayers } from './forks/vision/pointClouds.ts';
import { poseLayers } from './forks/vision/pose.ts';
import { pspNetLayers } from './forks/vision/pspNet.ts';
import { segmentationLayers } from './forks/vision/segmentation.ts';
import { textLayers } from './forks/vision/text.ts';
import { volumeLayers } from './forks/vision/volumes.ts';

/** All known layer types, one per line. */
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
  input.dummyData,
  data.hdf5Data,
  data.hdf5Output,
  data.imageData,
  input.input,
  input.memoryData,
  input.parameter,
  data.videoData,
  data.windowData,
  detection.detectionEvaluate,
  detection.detectionOutput,
  detection.multiBoxLoss,
  ...priorBoxLayers,
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
  infogainLoss,
  olderInfogainLoss,
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
  reducing.argMax,
  reducing.newerArgMax,
  reshaping.crop,
  reshaping.flatten,
  reshaping.permute,
  reducing.reduction,
  reshaping.reshape,
  reducing.softmax,
  spp,
  reshaping.tile,
  ...depthwiseLayers,
  ...opticalFlowLayers,
  ...changedLayers,
  ...changedDataLayers,
  ...databaseDataLayers,
  ...deepSalDetLayers,
  ...dsnLayers,
  ...fileDataLayers,
  ...listDataLayers,
  ...poseDataLayers,
  ...myCaffeLayers,
  ...elementwiseLayers,
  ...faceRecognitionLayers,
  ...accuracyLayers,
  ...detectorLayers,
  ...featureLayers,
  ...innerProductLayers,
  ...lossLayers,
  ...recurrentLayers,
  ...hands2017Layers,
  ...metricLossLayers,
  ...normalizationLayers,
  ...forkPoolingLayers,
  ...poseLayers,
  ...rearrangingLayers,
  ...resizingLayers,
  ...pythonLayers,
  ...roiLayers,
  ...pspNetLayers,
  ...segmentationLayers,
  ...spatialTransformerLayers,
  ...activationLayers,
  ...broadcastingLayers,
  ...matrixProductLayers,
  ...reductionLayers,
  ...tensorLayers,
  ...tensorResizingLayers,
  ...ascendLayers,
  ...boxVariantLayers,
  ...volumeLayers,
  ...volumeDataLayers,
  ...segmentationDataLayers,
  ...octreeLayers,
  ...cascadeLayers,
  ...textLayers,
  ...deepDetectLayers,
  ...edgeLayers,
  ...vendorLayers,
  ...compressedLayers,
  ...indexingLayers,
  ...slicingLayers,
  ...maskRcnnLayers,
  ...selectionLayers,
  ...yoloLossLayers,
  ...pointCloudLayers,
  ...yoloLayers,
  ...mapDataLayers,
  ...labelMapLayers,
  ...colorLayers,
  ...affinityLayers,
  ...moleculeLayers,
  ...drivingDataLayers,
  ...fcnDataLayers,
  ...labelSpecificLayers,
  ...vitisDetectionLayers,
];

const byType = new Map<string, LayerDefinition[]>();
for (const definition of layerDefinitions) {
  byType.set(definition.type, [...(byType.get(definition.type) ?? []), definition]);
}

/**
 * The definition of a layer type in a dialect: that of its first fork that registers the type. Undefined for a type
 * that it does not register, or whose definition is unknown. Types are case-sensitive, as in Caffe.
 */
export function findLayer(type: string, dialect: Dialect): LayerDefinition | undefined {
  const candidates = byType.get(type);
  if (!candidates) return undefined;
  const fork = dialect.forks.find((name) => registers(name, type));
  return (
    fork && (candidates.find(({ forks }) => forks?.includes(fork)) ?? candidates.find(({ forks }) => !forks))
  );
}

/** Whether the definition of a layer type is known, in whatever dialect. */
export function isDefined(type: string): boolean {
  return byType.has(type);
}

/** The definitions of a layer type that only some forks have. */
export function forkVariants(type: string): readonly LayerDefinition[] {
  return (byType.get(type) ?? []).filter(({ forks }) => forks);
}

/** Whether a Caffe of the dialect registers the type, even if its definition is unknown. */
export function isRegistered(type: string, dialect: Dialect): boolean {
  return dialect.forks.some((fork) => registers(fork, type)) || isOldType(type, dialect);
}

/** Whether a dialect has Input layers, so that the inputs of a net are layers. */
export function hasInputLayers(dialect: Dialect): boolean {
  return hasCurrentSyntax(dialect) && (dialect.open || isRegistered('Input', dialect));
}

/**
 * Forks without type names identify types by V1's enum. Where a value of it is a type with a name, as LSTM is Lstm in
 * caffe-lstm, only the name is registered.
 */
function isOldType(type: string, dialect: Dialect): boolean {
  const forks = forksWithValue('V1LayerParameter.LayerType', type);
  if (!forks.some((fork) => dialect.forks.includes(fork))) return false;
  return !layerTypes(dialect).some((name) => inCapitals(name) === inCapitals(type));
}

/** A type name as V1's enum has it, without underscores. */
export function inCapitals(type: string): string {
  return type.replaceAll('_', '').toUpperCase();
}

/** All types that a dialect registers, sorted as Caffe lists them. */
export const layerTypes = onceFor((dialect: Dialect): readonly string[] =>
  [...new Set(dialect.forks.flatMap(typesOf))].sort(),
);
