import { input, specifyDeploy } from '../support/deployTable.ts';

/** A detector with one prior box at every fourth pixel. */
const detectorTrunk = `layer { name: "loc" type: "Convolution" bottom: "data" top: "locs" convolution_param { num_output: 4 kernel_size: 1 stride: 4 } }
layer { name: "loc_flat" type: "Flatten" bottom: "locs" top: "loc" }
layer { name: "conf" type: "Convolution" bottom: "data" top: "confs" convolution_param { num_output: 3 kernel_size: 1 stride: 4 } }
layer { name: "conf_flat" type: "Flatten" bottom: "confs" top: "conf" }
layer { name: "priors" type: "PriorBox" bottom: "confs" bottom: "data" top: "priors" prior_box_param { min_size: 3 } }
`;
const detector = `# caffe-dialect: ssd
layer { name: "input" type: "Input" top: "data" top: "label" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } shape { dim: 1 dim: 1 dim: 1 dim: 8 } } }
${detectorTrunk}`;
const detectorInput = `# caffe-dialect: ssd
${input.replace('32', '2')}
`;

specifyDeploy([
  {
    shows: 'Faster R-CNN: all proposals under the name of those selected for training, and no targets',
    train: `# caffe-dialect: fast-rcnn+python
input: "data"
input_shape { dim: 1 dim: 3 dim: 32 dim: 32 }
input: "im_info"
input_shape { dim: 1 dim: 3 }
input: "gt_boxes"
input_shape { dim: 1 dim: 5 }
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 4 kernel_size: 1 } }
layer { name: "rpn_score" type: "Convolution" bottom: "conv" top: "rpn_score" convolution_param { num_output: 18 kernel_size: 1 } }
layer { name: "rpn_box" type: "Convolution" bottom: "conv" top: "rpn_box" convolution_param { num_output: 36 kernel_size: 1 } }
layer {
  name: "rpn-data" type: "Python" bottom: "rpn_score" bottom: "gt_boxes" bottom: "im_info" bottom: "data"
  top: "rpn_labels" top: "rpn_targets" top: "rpn_inside" top: "rpn_outside"
  python_param { module: "rpn.anchor_target_layer" layer: "AnchorTargetLayer" param_str: "'feat_stride': 16" }
}
layer { name: "rpn_loss" type: "SmoothL1Loss" bottom: "rpn_box" bottom: "rpn_targets" bottom: "rpn_inside" bottom: "rpn_outside" top: "rpn_loss" }
layer {
  name: "proposal" type: "Python" bottom: "rpn_score" bottom: "rpn_box" bottom: "im_info" top: "rpn_rois"
  python_param { module: "rpn.proposal_layer" layer: "ProposalLayer" param_str: "'feat_stride': 16" }
}
layer {
  name: "roi-data" type: "Python" bottom: "rpn_rois" bottom: "gt_boxes" top: "rois" top: "labels" top: "targets" top: "inside" top: "outside"
  python_param { module: "rpn.proposal_target_layer" layer: "ProposalTargetLayer" param_str: "'num_classes': 2" }
}
layer { name: "pool" type: "ROIPooling" bottom: "conv" bottom: "rois" top: "pool" roi_pooling_param { pooled_w: 2 pooled_h: 2 } }
layer { name: "score" type: "InnerProduct" bottom: "pool" top: "cls_score" inner_product_param { num_output: 2 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "cls_score" bottom: "labels" top: "loss" }
`,
    deployed: `# caffe-dialect: fast-rcnn+python
input: "data"
input_shape { dim: 1 dim: 3 dim: 32 dim: 32 }
input: "im_info"
input_shape { dim: 1 dim: 3 }
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 4 kernel_size: 1 } }
layer { name: "rpn_score" type: "Convolution" bottom: "conv" top: "rpn_score" convolution_param { num_output: 18 kernel_size: 1 } }
layer { name: "rpn_box" type: "Convolution" bottom: "conv" top: "rpn_box" convolution_param { num_output: 36 kernel_size: 1 } }
layer {
  name: "proposal" type: "Python" bottom: "rpn_score" bottom: "rpn_box" bottom: "im_info" top: "rois"
  python_param { module: "rpn.proposal_layer" layer: "ProposalLayer" param_str: "'feat_stride': 16" }
}
layer { name: "pool" type: "ROIPooling" bottom: "conv" bottom: "rois" top: "pool" roi_pooling_param { pooled_w: 2 pooled_h: 2 } }
layer { name: "score" type: "InnerProduct" bottom: "pool" top: "cls_score" inner_product_param { num_output: 2 } }
layer {
  name: "cls_prob"
  type: "Softmax"
  bottom: "cls_score"
  top: "cls_prob"
}
`,
    notes: ['`rpn_loss` (SmoothL1Loss) is removed.'],
  },
  {
    shows: 'SSD: the layers from the scores to a DetectionOutput, with the values of the loss',
    train: `${detector}layer {
  name: "loss" type: "MultiBoxLoss" bottom: "loc" bottom: "conf" bottom: "priors" bottom: "label" top: "loss"
  multibox_loss_param { num_classes: 3 share_location: true code_type: CENTER_SIZE background_label_id: 1 encode_variance_in_target: true }
}
`,
    deployed: `${detectorInput}${detectorTrunk}layer {
  name: "conf_reshape"
  type: "Reshape"
  bottom: "conf"
  top: "conf_reshape"
  reshape_param {
    shape {
      dim: 0
      dim: -1
      dim: 3
    }
  }
}
layer {
  name: "conf_softmax"
  type: "Softmax"
  bottom: "conf_reshape"
  top: "conf_softmax"
  softmax_param {
    axis: 2
  }
}
layer {
  name: "conf_flatten"
  type: "Flatten"
  bottom: "conf_softmax"
  top: "conf_flatten"
  flatten_param {
    axis: 1
  }
}
layer {
  name: "detection_out"
  type: "DetectionOutput"
  bottom: "loc"
  bottom: "conf_flatten"
  bottom: "priors"
  top: "detection_out"
  detection_output_param {
    num_classes: 3
    share_location: true
    background_label_id: 1
    nms_param {
      nms_threshold: 0.45
      top_k: 400
    }
    code_type: CENTER_SIZE
    variance_encoded_in_target: true
    keep_top_k: 200
    confidence_threshold: 0.01
  }
}
`,
    notes: [
      'A DetectionOutput replaces `loss` (MultiBoxLoss). It uses the defaults nms_threshold 0.45, top_k 400, keep_top_k 200 and confidence_threshold 0.01.',
    ],
  },
  {
    shows: 'SSD: a DetectionOutput of the TEST phase is unchanged',
    train: `${detector}layer { name: "loss" type: "MultiBoxLoss" bottom: "loc" bottom: "conf" bottom: "priors" bottom: "label" top: "loss" include { phase: TRAIN } multibox_loss_param { num_classes: 3 } }
layer { name: "prob" type: "Sigmoid" bottom: "conf" top: "prob" include { phase: TEST } }
layer { name: "found" type: "DetectionOutput" bottom: "loc" bottom: "prob" bottom: "priors" top: "found" include { phase: TEST } detection_output_param { num_classes: 3 keep_top_k: 7 } }
layer { name: "eval" type: "DetectionEvaluate" bottom: "found" bottom: "label" top: "eval" include { phase: TEST } detection_evaluate_param { num_classes: 3 } }
`,
    deployed: `${detectorInput}${detectorTrunk}layer { name: "prob" type: "Sigmoid" bottom: "conf" top: "prob" }
layer { name: "found" type: "DetectionOutput" bottom: "loc" bottom: "prob" bottom: "priors" top: "found" detection_output_param { num_classes: 3 keep_top_k: 7 } }
`,
  },
  {
    shows: 'an InfogainLoss contains a Softmax, but probabilities need none',
    train: `layer { name: "data" type: "Input" top: "data" top: "label" top: "gain" input_param { shape { dim: 1 dim: 3 } shape { dim: 1 } shape { dim: 1 dim: 1 dim: 5 dim: 5 } } }
layer { name: "a" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { num_output: 5 } }
layer { name: "b" type: "InnerProduct" bottom: "data" top: "b" inner_product_param { num_output: 5 } }
layer { name: "p" type: "Softmax" bottom: "b" top: "p" }
layer { name: "loss1" type: "InfogainLoss" bottom: "a" bottom: "label" bottom: "gain" top: "loss1" }
layer { name: "loss2" type: "InfogainLoss" bottom: "p" bottom: "label" bottom: "gain" top: "loss2" }
`,
    deployed: `layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 1 dim: 3 } }
}
layer { name: "a" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { num_output: 5 } }
layer { name: "b" type: "InnerProduct" bottom: "data" top: "b" inner_product_param { num_output: 5 } }
layer { name: "p" type: "Softmax" bottom: "b" top: "p" }
layer {
  name: "prob"
  type: "Softmax"
  bottom: "a"
  top: "prob"
}
`,
  },
  {
    shows: 'SSD: visualization and saved output for evaluation are removed, with their file names',
    train: `${detector}layer { name: "out" type: "DetectionOutput" bottom: "loc" bottom: "conf" bottom: "priors" top: "out" include { phase: TEST }
  detection_output_param { num_classes: 3 visualize: true visualize_threshold: 0.5 save_file: "out.avi" save_output_param { output_directory: "results" output_format: "VOC" label_map_file: "labels.prototxt" name_size_file: "sizes.txt" } } }
layer { name: "eval" type: "DetectionEvaluate" bottom: "out" bottom: "label" top: "eval" include { phase: TEST } detection_evaluate_param { num_classes: 3 name_size_file: "sizes.txt" } }
`,
    deployed: `${detectorInput}${detectorTrunk}layer { name: "out" type: "DetectionOutput" bottom: "loc" bottom: "conf" bottom: "priors" top: "out"
  detection_output_param { num_classes: 3 } }
`,
  },
  {
    shows: 'evaluation output is removed even if training fields stay',
    options: { keepTraining: true },
    train: `# caffe-dialect: mobilenet-yolo
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 40 dim: 2 dim: 2 } } }
layer { name: "out" type: "YoloDetectionOutput" bottom: "data" top: "out" yolo_detection_output_param { num_classes: 3 label_map_file: "labels.prototxt" } }
`,
    deployed: `# caffe-dialect: mobilenet-yolo
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 40 dim: 2 dim: 2 } } }
layer { name: "out" type: "YoloDetectionOutput" bottom: "data" top: "out" yolo_detection_output_param { num_classes: 3 } }
`,
  },
]);
