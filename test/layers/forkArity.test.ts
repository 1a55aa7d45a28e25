import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Arity } from '../../server/src/layers/definition.ts';
import { layer, readNet } from '../support/netTable.ts';

/**
 * Numbers of bottoms and tops of fork layers: `1-2 > 1`. If the class of a layer declares none, the minimum is the number
 * that it reads.
 */
const rows = `
  ConvolutionDepthwise of mini-caffe: 1 > 1
  DepthwiseConvolution of depthwise: 1+ > 1+
  Concat of segnet: 2+ > 1
  Slice of segnet: 1 > 2+

  AssistedExcitation of mobilenet-yolo: 3 > 1+
  Axpy of senet: 3 > 1
  BlackAugmentation of flownet2: 1+ > 1+
  Gather of yjxiong: any > any
  MaskPooling of sstd: 2+ > 1+
  Mean of flownet2: 1+ > 1+
  NegReLU of flownet2: 1 > 1
  PowerFile of segmentation: 1 > 1
  ReLU6 of mobilenet-yolo: 1 > 1
  Reverse of curve-text: 1 > 1
  ReverseTime of curve-text: 2 > 1
  Scalar of curve-text: 2 > 1
  Scalar of mycaffe: 1 > 1
  Scatter of yjxiong: any > any
  ShuffleChannel of shufflenet: 1+ > 1+
  SpatialDropout of intel: 1 > 1

  BN of caffe-windows: 1 > 1
  BN of pspnet: 1 > 1
  BN of segnet: 1 > 1-3
  BN of answer: 1 > 1
  SyncBN of yjxiong: 1 > 1

  Downsample of flownet2: 1-2 > 1
  ImResize of rtpose: 1 > 1
  Interp of pspnet: 1 > 1
  Interp of mycaffe: 1 > 1
  MaskResize of sstd: 1+ > 1+
  Resample of flownet2: 1-2 > 1
  Tiling of vpgnet: 1 > 1
  Unpooling of seqface: 1 > 1+
  Upsample of mobilenet-yolo: 1-1 > 1
  Upsample of segnet: 2 > 1

  AnnotatedDataMask of sstd: 0 > 1+
  BoxData of intel: 0 > 1+
  CPMData of cpm: 0 > 1+
  CPMData of lstm-pose: 0 > 1+
  CustomData of flownet2: 0 > any
  DataCasia of curve-text: 0 > 1+
  DenseImageData of segnet: 0 > 2
  DisparityData of flownet2: 0 > 2
  DriveData of vpgnet: 0 > 1+
  FloData of segaware: 0 > 1
  FloatReader of flownet2: any > 1
  ImageLabelmapData of hed: 0 > 2
  ImageSegData of pspnet: 0 > 3
  ImgReader of flownet2: any > 1
  LaneData of mobilenet-yolo: 0 > 1+
  MatRead of pspnet: 0 > 1
  MatWrite of pspnet: any > 0
  MCWindowData of bvlc+deepsaldet: 0 > 3
  MultiLabelImageData of caffe-windows: 0 > 2
  NAMCWindowData of bvlc+deepsaldet: 0 > 3
  OPData of openpose: 0 > 1+
  OPVideo of openpose: 0 > 1+
  SegData of yjxiong: 0 > 2
  VideoData of yjxiong: 0 > 2
  FLOWriter of flownet2: 1 > any
  FloatWriter of flownet2: 1 > any
  ImgWriter of flownet2: 1 > any
  PFMWriter of flownet2: 1 > any

  Accum of flownet2: 1+ > 1
  ChannelNorm of flownet2: 1 > 1
  Correlation of flownet2: 2 > 1
  Correlation1D of flownet2: 2 > 1
  DataAugmentation of flownet2: 1-2 > 1-2
  FlowAugmentation of flownet2: 3 > 1
  FlowWarp of flownet2: 2 > 1
  GenerateAugmentationParameters of flownet2: 1-3 > 1
  LpqLoss of flownet2: 1-2 > 1

  BLSTM of curve-text: 2-3 > 1
  Lstm of caffe-lstm: 1+ > 1+
  Lstm of mycaffe: 2-3 > 1
  Lstm of seqface: 1+ > 1+

  Coord2Heatmap of layers-hub: 1 > 1
  EuclideanmaskLoss of rtpose: 3 > 1
  Heatmap2Coord of layers-hub: 1 > 1
  HeatmapLoss of layers-hub: 2+ > 1
  Maximum of rtpose: 1 > 1
  Nms of rtpose: 1 > 1

  BatchReduction of yjxiong: 1 > 1
  Convert of curve-text: 1+ > 1+
  MatrixProd of answer: 2 > 1
  MyTile of ddpn: 2 > 1
  Transpose of curve-text: 1 > 1
  WordSum of answer: 1 > 1

  AdaptiveBiasChannel of pspnet: 2 > 1
  Augmentation of segaware: 3 > 4
  BiasChannel of pspnet: 2 > 1
  ChannelReduce of segaware: 1 > 1
  DenseCRF of pspnet: 2-3 > 1
  DistLoss of segaware: 2 > 1
  DomainTransform of pspnet: 2+ > 1
  DomainTransformForwardOnly of pspnet: 2+ > 1
  Im2dist of segaware: 1 > 1
  Im2parity of segaware: 1 > 1
  MultiStageMeanfield of crfrnn: 3 > 1
  NormConv of segaware: 2 > 1
  NormConvMeanfield of segaware: 4 > 1
  NospConvMeanfield of segaware: 3 > 1
  SegAccuracy of pspnet: 2 > 1
  SpatialProduct of pspnet: 2 > 1
  UniqueLabel of pspnet: 1 > 1

  LocLoss of segmentation: 1 > 1
  SpatialTransformer of segmentation: 2 > 1
  SpatialTransformer of curve-text: 1+ > 1
  STLoss of segmentation: 1 > 1

  Attention of synopsys: 4 > 1
  Corr1d of synopsys: 2 > 1
  CropAndResize of synopsys: 3 > 1
  EmbeddingLookup of synopsys: 1+ > 1
  EmbeddingLookupSparse of synopsys: 1+ > 1
  FarthestPointSample of synopsys: 1 > 1
  GANLoss of synopsys: 2 > 1
  BEGANLoss of synopsys: 4 > 1
  GatherND of synopsys: 1 > 1
  GroupPoint of synopsys: 2 > 1
  GRU of synopsys: 2-3 > 1
  LSTMV2 of synopsys: 2-3 > 1
  Proposal of synopsys: 3 > 1-2
  LuongAttention of synopsys: 3 > 1
  MaskRCNNDetection of synopsys: 4 > 1
  MaskRCNNProposal of synopsys: 3 > 1
  NMS of synopsys: 1 > 1
  NMSGather of synopsys: 1 > 1
  NonMaxSuppression of synopsys: 2 > 1
  NotEqual of synopsys: 1+ > 1
  PeepholeLSTM of synopsys: 2-3 > 1
  Piece of synopsys: 1 > 1
  PyramidROIAlign of synopsys: 6 > 1
  QueryBallPoint of synopsys: 2 > 1
  Range of synopsys: 0 > 1
  ReverseSequence of synopsys: 2 > 1
  RNNv2 of synopsys: 4-5 > 3
  ScatterND of synopsys: 0-3 > 1
  SimpleRNN of synopsys: 2-3 > 1
  SparseToDense of synopsys: 0 > 1
  SpatialBatchingPooling of synopsys: 1 > 1-2
  SqueezeInnerProduct of synopsys: 1 > 1
  SSDDecoder of synopsys: 2 > 1
  SSDSort of synopsys: 2 > 1
  StridedSlice of synopsys: 1 > 1
  Tensor2Box of synopsys: 1+ > 1
  ThreeInterpolate of synopsys: 3 > 1
  ThreeNN of synopsys: 2 > 2
  TopkGather of synopsys: 1-2 > 1
  Where4 of synopsys: 1 > 1
  Where4Gathernd of synopsys: 2 > 1
  Where4GatherndCrop of synopsys: 6 > 1
  VolumeData of c3d: 0 > 1-2`;

for (const row of rows.split('\n').filter((line) => line.trim() !== '')) {
  const [, type = '', dialect = '', numbers] = /^ *(\S+) of (\S+): (.+)$/.exec(row) ?? [];
  test(`${type} of ${dialect}: ${numbers} bottoms > tops`, () => assert.equal(arity(type, dialect), numbers));
}

function arity(type: string, dialect: string): string | undefined {
  const net = readLayer(type, dialect);
  return net && `${text(net.bottoms)} > ${text(net.tops)}`;
}

/** The arity depends on the parameters of only a few layers, which have none here. */
function readLayer(type: string, dialect: string) {
  const { layers } = readNet({ dialect, net: [layer(type, 'test', '>')] });
  const [found] = layers;
  const definition = found?.definition;
  return definition && { bottoms: definition.bottoms(found.context), tops: definition.tops(found.context) };
}

function text({ exact, min, max }: Arity): string {
  if (exact !== undefined) return String(exact);
  if (max !== undefined) return `${min ?? 0}-${max}`;
  return min === undefined ? 'any' : `${min}+`;
}
