import { specify } from '../../../support/layerTable.ts';

specify('SpatialTransformer', [
  {
    shows: 'makes the given size',
    dialect: 'segmentation',
    bottoms: ['2x3x60x60', '2x6'],
    text: 'st_param { output_H: 28 output_W: 32 }',
    tops: ['2x3x28x32'],
  },
  { shows: 'or keeps it', dialect: 'segmentation', bottoms: ['2x3x60x50', '2x6'], tops: ['2x3x60x50'] },
  {
    shows: 'numbers that are given are not in the bottom',
    dialect: 'segmentation',
    bottoms: ['2x3x60x60', '2x4'],
    text: 'st_param { theta_1_2: 0 theta_2_1: 0 }',
    tops: ['2x3x60x60'],
  },
  {
    shows: 'six numbers in all',
    dialect: 'segmentation',
    bottoms: ['2x3x60x60', '2x6'],
    text: 'st_param { theta_1_2: 0 theta_2_1: 0 }',
    refused: 'fork/transformer-theta',
  },
  {
    shows: 'affine is all there is',
    dialect: 'segmentation',
    bottoms: ['2x3x60x60', '2x6'],
    text: 'st_param { transform_type: "projective" }',
    refused: 'fork/transformer-kind',
  },
  {
    shows: 'may be given as a whole in the detector of curved text',
    dialect: 'curve-text',
    bottoms: ['2x3x60x60'],
    text: 'st_param { theta_1_1: 1 theta_1_2: 0 theta_1_3: 0 theta_2_1: 0 theta_2_2: 1 theta_2_3: 0 }',
    tops: ['2x3x60x60'],
  },
  {
    shows: 'elsewhere the numbers are a second bottom',
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
    shows: 'six numbers',
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
    shows: 'needs a threshold',
    dialect: 'segmentation',
    bottoms: ['2x2'],
    text: 'loc_loss_param { threshold: 0 }',
    refused: 'fork/locloss-threshold',
  },
]);
