import { specify } from '../../../support/layerTable.ts';

const dialect = 'hands2017';

for (const [type, bottoms, top] of [
  ['DeepHandModelBone2Joint', ['3x60'], '3x63'],
  ['DeepHandModelCubiodIntoGlobalV2', ['3x63', '3x1', '3x1', '3x1', '3x1', '3x1', '3x1'], '3x63'],
  ['DeepHandModelGenNegWristBlob', ['3x63'], '3x3'],
  // 21·20/2 pairs of 3 numbers
  ['DeepHandModelGenRelativeJointPosition', ['3x60'], '3x630'],
  ['DeepHandModelGenWristJointBlob', ['3x63'], '3x63'],
  ['DeepHandModelJoint2Bone', ['3x63'], '3x60'],
  ['DeepHandModelPinholeCamera', ['3x63'], '3x42'],
  ['DeepHandModelProjectionGlobal2Local', ['3x42', '3x1', '3x1', '3x1', '3x1'], '3x42'],
  ['AddVectorByConstant', ['3x63x1x1'], '3x63'],
  ['ScaleVector', ['3x63'], '3x63'],
  ['Unnormalize', ['3x63', '3x63', '3x63'], '3x63'],
  ['CrossValidationRandomChooseIndex', ['3x4'], '3x1'],
  ['DeepHandModelProjectionLoss', ['3x42', '3x42'], 'scalar'],
  ['Joint3DLoss', ['3x63', '3x63'], 'scalar'],
  ['Joint3DSquareRootLoss', ['3x63', '3x63'], 'scalar'],
] as const) {
  specify(type, [
    { shows: `results in ${top}`, dialect, bottoms: [...bottoms], tops: [top] },
    {
      shows: 'rejects other numbers of bottoms',
      dialect,
      bottoms: ['3x4', '3x4', '3x4', '3x4'],
      refused: 'net/exact-bottoms',
    },
  ]);
}

specify('DeepHandModelBone2Joint', [
  {
    shows: 'keeps the leading axes',
    dialect,
    bottoms: ['3x4x60'],
    text: 'inner_product_param { axis: 2 }',
    tops: ['3x4x63'],
  },
  { shows: 'the axis must exist', dialect, bottoms: ['60'], refused: 'blob/axis-range' },
]);

for (const [type, text] of [
  [
    'DeepHandModelPinholeCameraOrigin',
    'pinhole_camera_origin_param { focusx: 475.07 focusy: 475.07 u0offset: 3 }',
  ],
  ['DeepHandModelReadDepthNoBBX', 'read_depth_no_bbx_param { file_prefix: "d" depth_size: 224 }'],
] as const) {
  specify(type, [
    { shows: 'is in the net of hands2017', dialect: 'hands2017', bottoms: ['3x63'], text, tops: ['?'] },
  ]);
}
