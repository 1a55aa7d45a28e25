import type { ForkName } from './forkNames.ts';

/** The layer types that BVLC's code registers, and those that each fork adds to them; SSD lacks some (-Clip). Written by
 * scripts/importForks.mjs. */
export const layerTypes: Partial<Readonly<Record<ForkName, string>>> = {
  bvlc: 'AbsVal Accuracy ArgMax BNLL BatchNorm BatchReindex Bias Clip Concat ContrastiveLoss Convolution Crop Data Deconvolution Dropout DummyData ELU Eltwise Embed EuclideanLoss Exp Filter Flatten HDF5Data HDF5Output HingeLoss Im2col ImageData InfogainLoss InnerProduct Input LRN LSTM LSTMUnit Log MVN MemoryData MultinomialLogisticLoss PReLU Parameter Pooling Power RNN ReLU Reduction Reshape SPP Scale Sigmoid SigmoidCrossEntropyLoss Silence Slice Softmax SoftmaxWithLoss Split Swish TanH Threshold Tile WindowData',
  ssd: 'AnnotatedData DetectionEvaluate DetectionOutput MultiBoxLoss Normalize Permute PriorBox SmoothL1Loss VideoData -Clip -Swish',
  python: 'Python',
  'fast-rcnn': 'ROIPooling SmoothL1Loss',
  'r-fcn': 'BoxAnnotatorOHEM PSROIPooling ROIPooling SmoothL1Loss',
  intel:
    'AnnotatedData Axpy BoxAnnotatorOHEM BoxData DetectionEvaluate DetectionOutput EvalDetection MnActivation MnParamGradCompress MultiBoxLoss MultinodeLayer Normalize PSROIPooling Permute PriorBox ROIPooling RegionLoss Reorg SmoothL1Loss SmoothL1LossOHEM SoftmaxWithLossOHEM SpatialDropout VideoData',
  nvidia:
    'AnnotatedData Axpy DetectNetAugmentation DetectNetGroundTruth DetectNetTransformation DetectionEvaluate DetectionOutput L1Loss MultiBoxLoss Normalize Permute PriorBox SmoothL1Loss TRT VideoData',
  pspnet:
    'AdaptiveBiasChannel BN BiasChannel DenseCRF DomainTransform DomainTransformForwardOnly ImageSegData Interp MatRead MatWrite SegAccuracy SpatialProduct UniqueLabel',
  segnet: 'BN DenseImageData Upsample',
  'mobilenet-yolo':
    'AnnotatedData AssistedExcitation Axpy DepthwiseConvolution DetectionEvaluate DetectionOutput GaussianYolov3 LaneData MultiBoxLoss Normalize Permute PriorBox ReLU6 RegionLoss Reorg SegmentationEvaluate SmoothL1Loss Upsample YoloDetectionOutput YoloSeg Yolov3 Yolov3DetectionOutput',
  yjxiong:
    'BN BatchReduction CenterLoss ColorConv Gather Interp LabelTransform MapData MapRegression MarginInnerProduct Normalize ROIPooling Scatter SegData SibData SmoothL1Loss SparseData SyncBN Tree VideoData',
  'caffe-windows':
    'Arccos Axpy BN BatchContrastive BatchContrastiveLoss CenterLoss ChannelScale ConfidencePenaltyLoss CorrelationLoss Cosine EltwiseAffine ExpTriplet FCNAccuracy FCNData FeatureDecayLoss Flip FocalLoss GeneralContrastive GeneralContrastiveLoss GeneralTriplet GeneralTripletLoss GlobalLSEMargin Gram Hotspot InnerDistance Insanity LabelSpecificAdd LabelSpecificAffine LabelSpecificHardMargin LabelSpecificMargin LabelSpecificRescale LabelSpecificStatistics LargeMarginInnerProduct Local MIL MILData MarginInnerProduct MovingNormalize MultiLabelImageData NCA NCALoss Noise Normalize OrdinalRegression PSROIPooling Pairwise Permute PredictBox Proposal ROIPooling Resize Slope SmoothL1 SmoothL1Loss SoftContrastive SoftContrastiveLoss SoftTruncation SubRegion Transformer TripletLoss Truncation',
  depthwise: 'DepthwiseConvolution',
  senet: 'Axpy',
  shufflenet: 'ShuffleChannel',
  'mini-caffe':
    'BN ConvolutionDepthwise DetectionOutput Normalize PSROIPooling Permute PriorBox Proposal ROIPooling ShuffleChannel',
  refinedet:
    'AnnotatedData DetectionEvaluate DetectionOutput MultiBoxLoss Normalize Permute PriorBox SmoothL1Loss VideoData',
  'cascade-rcnn':
    'BboxAccuracy BoxGroupOutput DecodeBBox DetectionData DetectionEvaluate DetectionGroupAccuracy DetectionGroupLoss EvalData FrcnnOutput HardMining PSROIPooling ProposalTarget ROIAlign ROIPooling ScaleRoute SmoothL1Loss',
  'caffe-yolo': 'BoxData DetectionLoss EvalDetection',
  'caffe-face': 'Affinity CenterLoss MergeCrop',
  sphereface: 'MarginInnerProduct',
  arcface:
    'AdaCosAddmScale AdditiveMarginInnerProduct AnnotatedData AsdnData Axpy BN CenterLoss ChannelScale CombinedMargin CosinAddm CosinMulm CoupledClusterLoss DeformableConvolution DepthwiseConvolution DetectionEvaluate DetectionLoss DetectionOutput EvalDetection Flip FocalLoss GeneralTriplet Interp LabelSpecificAdd MTCNNData MarginInnerProduct MultiBoxLoss NormL2 Normalize PSROIPooling Permute PriorBox ROIPooling RPN RegionLoss Reorg STLoss SmoothL1Loss SpatialTransformer TripletLoss VideoData WingLoss',
  openpose: 'OPData OPTransformation OPVideo',
  rtpose: 'EuclideanmaskLoss ImResize Maximum Nms',
  cpm: 'CPMData CPMTransformation',
  crfrnn: 'MultiStageMeanfield',
  flownet2:
    'Accum Augmentation BlackAugmentation ChannelNorm CoeffSchedule Correlation Correlation1D CustomData DataAugmentation DisparityData Downsample FLOWriter FloatReader FloatWriter FlowAugmentation FlowWarp GenerateAugmentationParameters ImgReader ImgWriter L1Loss LpqLoss Mean NegReLU PFMWriter Reader Resample Writer',
  'caffe-lstm': 'Lstm',
  hed: 'ImageLabelmapData',
  seqface:
    'AnnotatedData BN CenterLoss ConvolutionDepthwise CtcLoss DSALoss DetectionEvaluate DetectionOutput FocalLoss Insanity LSROLoss LabelsequenceAccuracy LiftedStructSimilaritySoftmaxLoss Lstm MarginInnerProduct MultiBoxLoss NormL2 Normalize Permute PriorBox Proposal ROIPooling RankHardLoss ShuffleChannel SmoothL1Loss SmoothMarginInnerProduct TripletLoss Unpooling Upsample VideoData',
  sstd: 'AnnotatedData AnnotatedDataMask DetectionEvaluate DetectionOrientedOutput DetectionOutput MaskPooling MaskResize MultiBoxLoss MultiBoxOrientedLoss Normalize Permute PriorBox SmoothL1Loss VideoData',
  'curve-text':
    'BLSTM BoxAnnotatorOHEM Convert DataCasia LocLoss PSROIPooling ROIPooling Reverse ReverseTime STLoss Scalar SequenceAccuracy SequenceAccuracySoftmaxbased SmoothL1Loss SmoothL1LossOHEM SoftmaxWithLossOHEM SpatialTransformer Transpose',
  segaware:
    'AdaptiveBiasChannel Augmentation BiasChannel ChannelReduce DenseCRF DistLoss DomainTransform DomainTransformForwardOnly FloData Im2dist Im2parity ImageSegData Interp L1Loss MatRead MatWrite NormConv NormConvMeanfield NospConvMeanfield SegAccuracy SmoothL1Loss SpatialProduct UniqueLabel',
  dorn: 'BN Interp',
  vpgnet: 'DriveData L1Loss Tiling',
  'lstm-pose': 'CPMData ROIPooling',
  'layers-hub':
    'ConvolutionDepthwise Coord2Heatmap Coord2heatmap Heatmap2Coord HeatmapLoss ROIPooling SmoothL1Loss WingLoss',
  ddpn: 'L2Normalize MyTile Permute ROIAlign ROIPooling SignedSqrt SmoothL1Loss SoftAttention SoftmaxKLDLoss',
  segmentation: 'LocLoss PowerFile STLoss SpatialTransformer',
  answer: 'BN BroadElt Duplicate MatrixProd WordSum',
  deepsaldet: 'MCWindowData NAMCWindowData',
  hands2017:
    'AddVectorByConstant CrossValidationRandomChooseIndex DeepHandModelBone2Joint DeepHandModelCubiodIntoGlobalV2 DeepHandModelGenNegWristBlob DeepHandModelGenRandIndex DeepHandModelGenRelativeJointPosition DeepHandModelGenWristJointBlob DeepHandModelJoint2Bone DeepHandModelPinholeCamera DeepHandModelProjectionGlobal2Local DeepHandModelProjectionLoss DeepHandModelReadDepthNoBBX DeepHandModelReadDepthNoBBXWithAVGZ Joint3DLoss Joint3DSquareRootLoss ReadBlobFromFile ReadBlobFromFileIndexing ScaleVector Unnormalize',
  mycaffe:
    'AccuracyDecode AccuracyEncoding AccuracyMape AccuracyRegression AnnotatedData Attention BCEWithLogitsLoss BatchReIndex CategoricalTrans CategoricalTransformation CausalSelfAttention Cfc CfcUnit Cfc_Unit ChannelEmbedding Constant ConvolutionOctave Copy DataNormalizer DataSequence DataTemporal Debug Decode DetectionEvaluate DetectionOutput EXP Event FC Fc GELU GLU GRN GSL GateAddNorm Gather Gelu GlobResNorm Glu GradientScale Gram Grn Im2Col Interp Knn LSTMAttention LSTMSimple LabelMapping LayerNorm LeCun Linear Loss Lstm LstmAttention LstmSimple Lstm_Unit LtcUnit Ltc_Unit MATH MeanErrorLoss MemoryLoss Merge Mish ModelData MultiBoxLoss MultiHeadAttentionInterp MultiheadAttention MultiheadAttentionInterp NHitsBlock NHitsStack NLLLoss Normalization1 Normalization2 NumericTrans NumericTransformation OneHot PairwiseAccuracy PairwiseLoss Permute PositionalEncoder PreTokenizedData PriorBox QuantileAccuracy QuantileLoss RMSNorm ReshapeTemporal RevIN Rnn Scalar Serf SharpeAccuracy SharpeLoss SiLU SmoothL1Loss SoftPlus SoftmaxCrossEntropy2Loss SoftmaxCrossEntropyLoss SpatialAttention Squeeze TVLoss TextData TokenizedData TokenizedDataPairs TokenizedDataPairsPy TransformerBlock Transpose TripletLoss UnPooling UnPooling1 Unknown Unsqueeze VarSelNet VideoData ZScore',
  gnina:
    'AffinityLoss BinomialNoisyABNLoss Discretize FlexLSTM LSTMDataGetter MatMul MolGridData NDimData RankLoss SoftmaxNoisyLabelLoss Trig',
  'nn-tools':
    'AnnotatedData BoxAnnotatorOHEM DetectionEvaluate DetectionOutput MultiBoxLoss Normalize PSROIPooling Permute PriorBox ROIPooling VideoData',
  vitis:
    'AlignmentAccuracy AnnotatedData CenterLoss DeephiResize DenseboxMapEvaluation DetectNetAugmentation DetectNetGroundTruth DetectionEvaluate DetectionOutput DriveData GSTiling MultiBoxLoss Normalize PETransformation Permute PriorBox Proposal ROIPooling ReLU6 Reorg ReshapeLabel SmoothL1Loss Tiling VideoData YoloEvalDetection',
  opencl:
    'Affinity AnnotatedData BoxAnnotatorOHEM DetectionEvaluate DetectionOutput EvalDetection MOE MergeCrop MnActivation MnParamGradCompress MultiBoxLoss MultinodeLayer Noise Normalize PSROIPooling Permute PriorBox Quantizer ROIPooling RegionLoss Reorg SmoothL1Loss SpatialDropout VideoData',
};
