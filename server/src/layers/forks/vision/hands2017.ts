import type { Dims } from '../../../shape/shape.ts';
import { loss, scalar } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { type Arity, exactly, type LayerDefinition } from '../../definition.ts';
import { stated } from '../../helpers/imageAxes.ts';

/** Layers of strawberryfg/Hands2017ChallengeCompositionalPoseRegression: hand poses (constants from HandModel.h). */

const joints = 21;
const bones = 20;
const pairsOfJoints = (joints * (joints - 1)) / 2;

/** A layer with one top. */
function handLayer(
  type: string,
  doc: string,
  paramField: string,
  bottoms: number,
  shape: (layer: LayerContext) => Dims,
): LayerDefinition {
  return {
    type,
    doc,
    paramField,
    bottoms: (): Arity => ({ exact: bottoms }),
    tops: exactly(1),
    reshape: (layer) => [shape(layer)],
  };
}

/** The number of values per item is fixed by the layer, on the axis of InnerProduct. */
function poseLayer(type: string, doc: string, bottoms: number, numbers: number): LayerDefinition {
  return handLayer(type, doc, 'inner_product_param', bottoms, (layer) => {
    const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
    return [...layer.dims(0).slice(0, axis), numbers];
  });
}

const rows = (layer: LayerContext): Dims => [layer.dim(0, 0), layer.dim(0, 1)];

export const hands2017Layers: readonly LayerDefinition[] = [
  poseLayer(
    'DeepHandModelBone2Joint',
    `Sums the ${bones} bones of a hand to the positions of its ${joints} joints.`,
    1,
    joints * 3,
  ),
  poseLayer(
    'DeepHandModelCubiodIntoGlobalV2',
    `Converts the ${joints} joints of a hand from coordinates in its bounding box to camera coordinates.`,
    7,
    joints * 3,
  ),
  poseLayer('DeepHandModelGenNegWristBlob', 'Negated position of the wrist.', 1, 3),
  poseLayer(
    'DeepHandModelGenRelativeJointPosition',
    `Vectors between all joints of a hand: ${pairsOfJoints}.`,
    1,
    pairsOfJoints * 3,
  ),
  poseLayer(
    'DeepHandModelGenWristJointBlob',
    `Repeats the position of the wrist for each of the ${joints} joints.`,
    1,
    joints * 3,
  ),
  poseLayer(
    'DeepHandModelJoint2Bone',
    `Computes the ${bones} bones between the positions of ${joints} joints.`,
    1,
    bones * 3,
  ),
  poseLayer(
    'DeepHandModelPinholeCamera',
    `Projects the ${joints} joints of a hand into the image.`,
    1,
    joints * 2,
  ),
  poseLayer(
    'DeepHandModelProjectionGlobal2Local',
    `Converts the ${joints} joints of a hand from image coordinates to coordinates of a window around it.`,
    5,
    joints * 2,
  ),
  handLayer('AddVectorByConstant', 'Adds a constant to each value.', 'add_vector_by_constant_param', 1, rows),
  handLayer('ScaleVector', 'Multiplies each value by a constant.', 'scale_vector_param', 1, rows),
  handLayer(
    'Unnormalize',
    'Reverts a normalization: multiplies by the second bottom and adds the third.',
    'inner_product_param',
    3,
    (layer) => layer.dims(0),
  ),
  handLayer(
    'CrossValidationRandomChooseIndex',
    'Selects one of several lists of image indices for each item.',
    'inner_product_param',
    1,
    (layer) => [layer.dim(0, 0), 1],
  ),
  handLayer(
    'DeepHandModelGenRandIndex',
    'Draws random image indices.',
    'gen_rand_index_param',
    0,
    (layer) => [stated(layer, 'batch_size'), 1],
  ),
  handLayer(
    'ReadBlobFromFile',
    'Reads rows of numbers from a text file.',
    'read_blob_from_file_param',
    0,
    (layer) => [stated(layer, 'batch_size'), stated(layer, 'num_to_read')],
  ),
  handLayer(
    'ReadBlobFromFileIndexing',
    'Reads a row of numbers for each image index in its bottom.',
    'read_blob_from_file_indexing_param',
    1,
    (layer) => [layer.dim(0, 0), stated(layer, 'num_to_read')],
  ),
  handLayer(
    'DeepHandModelReadDepthNoBBXWithAVGZ',
    'Reads the depth images for the image indices in its first bottom.',
    'read_depth_no_bbx_with_avgz_param',
    2,
    (layer) => [layer.dim(0, 0), 3, stated(layer, 'depth_size'), stated(layer, 'depth_size')],
  ),
  loss('DeepHandModelProjectionLoss', 'Distances of projected joints from their targets.', {
    reshape: () => [scalar],
  }),
  loss('Joint3DLoss', 'Squared distances of joints from their targets.', { reshape: () => [scalar] }),
  loss('Joint3DSquareRootLoss', 'Distances of joints from their targets.', {
    reshape: () => [scalar],
  }),
];
