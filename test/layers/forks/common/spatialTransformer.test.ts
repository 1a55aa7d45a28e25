import { specify } from '../../../support/layerTable.ts';

specify('SpatialTransformer', [
  {
    shows: 'resizes to the given size',
    dialect: 'segmentation',
    bottoms: ['2x3x60x60', '2x6'],
    text: 'st_param { output_H: 28 output_W: 32 }',
    tops: ['2x3x28x32'],
  },
  {
    shows: 'keeps the size by default',
    dialect: 'segmentation',
    bottoms: ['2x3x60x50', '2x6'],
    tops: ['2x3x60x50'],
  },
  {
    shows: 'fixed numbers are not in the bottom',
    dialect: 'segmentation',
    bottoms: ['2x3x60x60', '2x4'],
    text: 'st_param { theta_1_2: 0 theta_2_1: 0 }',
    tops: ['2x3x60x60'],
  },
  {
    shows: 'requires six numbers',
    dialect: 'segmentation',
    bottoms: ['2x3x60x60', '2x6'],
    text: 'st_param { theta_1_2: 0 theta_2_1: 0 }',
    refused: 'fork/transformer-theta',
  },
  {
    shows: 'only affine transformations are valid',
    dialect: 'segmentation',
    bottoms: ['2x3x60x60', '2x6'],
    text: 'st_param { transform_type: "projective" }',
    refused: 'fork/transformer-kind',
  },
  {
    shows: 'curved text: the whole transformation may be fixed',
    dialect: 'curve-text',
    bottoms: ['2x3x60x60'],
    text: 'st_param { theta_1_1: 1 theta_1_2: 0 theta_1_3: 0 theta_2_1: 0 theta_2_2: 1 theta_2_3: 0 }',
    tops: ['2x3x60x60'],
  },
  {
    shows: 'other forks require a second bottom',
    dialect: 'segmentation',
    bottoms: ['2x3x60x60'],
    refused: 'net/exact-bottoms',
  },
]);

specify('STLoss', [
  {
    shows: 'is a loss of six numbers',
    dialect: 'segmentation',
    bottoms: ['2x6'],
    text: 'st_loss_param { output_H: 28 output_W: 28 }',
    tops: ['scalar'],
  },
  {
    shows: 'requires six numbers',
    dialect: 'segmentation',
    bottoms: ['2x4'],
    text: 'st_loss_param { output_H: 28 output_W: 28 }',
    refused: 'fork/transformer-theta',
  },
]);

specify('LocLoss', [
  {
    shows: 'is a loss',
    dialect: 'segmentation',
    bottoms: ['2x2'],
    text: 'loc_loss_param { threshold: 1 }',
    tops: ['scalar'],
  },
  {
    shows: 'requires a threshold',
    dialect: 'segmentation',
    bottoms: ['2x2'],
    text: 'loc_loss_param { threshold: 0 }',
    refused: 'fork/locloss-threshold',
  },
]);
