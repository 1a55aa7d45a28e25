import type { ForkName } from './forkNames.ts';

/** The layer types that BVLC's code registers, and those that each fork adds to them; SSD lacks some (-Clip). */
export const layerTypes: Partial<Readonly<Record<ForkName, string>>> = {
  bvlc: 'AbsVal Accuracy ArgMax BNLL BatchNorm BatchReindex Bias Clip Concat ContrastiveLoss Convolution Crop Data Deconvolution Dropout DummyData ELU Eltwise Embed EuclideanLoss Exp Filter Flatten HDF5Data HDF5Output HingeLoss Im2col ImageData InfogainLoss InnerProduct Input LRN LSTM LSTMUnit Log MVN MemoryData MultinomialLogisticLoss PReLU Parameter Pooling Power RNN ReLU Reduction Reshape SPP Scale Sigmoid SigmoidCrossEntropyLoss Silence Slice Softmax SoftmaxWithLoss Split Swish TanH Threshold Tile WindowData',
  ssd: 'AnnotatedData DetectionEvaluate DetectionOutput MultiBoxLoss Normalize Permute PriorBox SmoothL1Loss VideoData -Clip -Swish',
  python: 'Python',
  'fast-rcnn': 'ROIPooling SmoothL1Loss',
  'r-fcn': 'BoxAnnotatorOHEM PSROIPooling ROIPooling SmoothL1Loss',
  intel:
    'AnnotatedData Axpy BoxAnnotatorOHEM BoxData DetectionEvaluate DetectionOutput EvalDetection MnActivation MultiBoxLoss Normalize PSROIPooling Permute PriorBox ROIPooling RegionLoss Reorg SmoothL1Loss SmoothL1LossOHEM SoftmaxWithLossOHEM SpatialDropout VideoData',
  nvidia:
    'Axpy DetectNetTransformation DetectionEvaluate DetectionOutput L1Loss MultiBoxLoss Normalize Permute PriorBox SmoothL1Loss TRT',
  pspnet:
    'AdaptiveBiasChannel BN BiasChannel DenseCRF DomainTransform DomainTransformForwardOnly ImageSegData Interp MatRead MatWrite SegAccuracy SpatialProduct UniqueLabel',
  segnet: 'BN DenseImageData Upsample',
  'mobilenet-yolo':
    'AnnotatedData AssistedExcitation Axpy DepthwiseConvolution DetectionEvaluate DetectionOutput GaussianYolov3 LaneData MultiBoxLoss Normalize Permute PriorBox ReLU6 RegionLoss Reorg SegmentationEvaluate SmoothL1Loss Upsample YoloDetectionOutput YoloSeg Yolov3 Yolov3DetectionOutput',
  yjxiong: 'BN BatchReduction Gather Normalize ROIPooling Scatter SegData SmoothL1Loss SyncBN VideoData',
  'caffe-windows':
    'Arccos Axpy BN BatchContrastiveLoss CenterLoss ChannelScale ConfidencePenaltyLoss CorrelationLoss Cosine FCNAccuracy Flip FocalLoss GeneralContrastiveLoss GeneralTripletLoss GlobalLSEMargin Gram Hotspot InnerDistance Insanity LabelSpecificAdd LargeMarginInnerProduct Local MarginInnerProduct MovingNormalize MultiLabelImageData NCALoss Noise Normalize PSROIPooling Pairwise Permute PredictBox Proposal ROIPooling Resize Slope SmoothL1Loss SoftContrastiveLoss SoftTruncation SubRegion Transformer TripletLoss Truncation',
  depthwise: 'DepthwiseConvolution',
  senet: 'Axpy',
  shufflenet: 'ShuffleChannel',
  'mini-caffe':
    'BN ConvolutionDepthwise DetectionOutput Normalize PSROIPooling Permute PriorBox Proposal ROIPooling ShuffleChannel',
  'caffe-face': 'CenterLoss',
  sphereface: 'MarginInnerProduct',
  arcface: 'AdaCosAddmScale Axpy CombinedMargin CosinAddm DepthwiseConvolution NormL2 SmoothL1Loss WingLoss',
  openpose: 'OPData OPVideo',
  rtpose: 'EuclideanmaskLoss ImResize Maximum Nms',
  flownet2:
    'Accum BlackAugmentation ChannelNorm Correlation Correlation1D CustomData DataAugmentation DisparityData Downsample FLOWriter FloatReader FloatWriter FlowAugmentation FlowWarp GenerateAugmentationParameters ImgReader ImgWriter L1Loss LpqLoss Mean NegReLU PFMWriter Resample',
  'caffe-lstm': 'Lstm',
  hed: 'ImageLabelmapData',
  seqface:
    'AnnotatedData BN CenterLoss ConvolutionDepthwise DSALoss DetectionEvaluate DetectionOutput FocalLoss Insanity LSROLoss LabelsequenceAccuracy LiftedStructSimilaritySoftmaxLoss Lstm MarginInnerProduct MultiBoxLoss NormL2 Normalize Permute PriorBox Proposal ROIPooling RankHardLoss ShuffleChannel SmoothL1Loss TripletLoss Unpooling Upsample VideoData',
  sstd: 'AnnotatedData AnnotatedDataMask DetectionEvaluate DetectionOrientedOutput DetectionOutput MaskPooling MaskResize MultiBoxLoss MultiBoxOrientedLoss Normalize Permute PriorBox SmoothL1Loss VideoData',
  'curve-text':
    'BLSTM BoxAnnotatorOHEM Convert DataCasia LocLoss PSROIPooling ROIPooling Reverse ReverseTime STLoss Scalar SequenceAccuracy SequenceAccuracySoftmaxbased SmoothL1Loss SmoothL1LossOHEM SoftmaxWithLossOHEM SpatialTransformer Transpose',
  segaware:
    'AdaptiveBiasChannel Augmentation BiasChannel ChannelReduce DenseCRF DistLoss DomainTransform DomainTransformForwardOnly FloData Im2dist Im2parity ImageSegData Interp L1Loss MatRead MatWrite NormConv NormConvMeanfield NospConvMeanfield SegAccuracy SmoothL1Loss SpatialProduct UniqueLabel',
  dorn: 'BN Interp',
  vpgnet: 'DriveData L1Loss Tiling',
  'lstm-pose': 'CPMData',
  'layers-hub':
    'ConvolutionDepthwise Coord2Heatmap Heatmap2Coord HeatmapLoss ROIPooling SmoothL1Loss WingLoss',
  ddpn: 'L2Normalize MyTile Permute ROIAlign ROIPooling SignedSqrt SmoothL1Loss SoftAttention SoftmaxKLDLoss',
  segmentation: 'LocLoss PowerFile STLoss SpatialTransformer',
  answer: 'BN MatrixProd WordSum',
  hands2017:
    'AddVectorByConstant CrossValidationRandomChooseIndex DeepHandModelBone2Joint DeepHandModelCubiodIntoGlobalV2 DeepHandModelGenNegWristBlob DeepHandModelGenRandIndex DeepHandModelGenRelativeJointPosition DeepHandModelGenWristJointBlob DeepHandModelJoint2Bone DeepHandModelPinholeCamera DeepHandModelProjectionGlobal2Local DeepHandModelProjectionLoss DeepHandModelReadDepthNoBBXWithAVGZ Joint3DLoss Joint3DSquareRootLoss ReadBlobFromFile ReadBlobFromFileIndexing ScaleVector Unnormalize',
};
