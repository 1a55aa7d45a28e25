import { specify } from '../../../support/layerTable.ts';

const synopsys = { dialect: 'synopsys' } as const;

specify('FarthestPointSample', [
  {
    shows: 'has an index for each sample',
    bottoms: ['2x1024x3'],
    text: 'point_net_param { n_sample_point: 512 }',
    tops: ['2x512'],
    ...synopsys,
  },
  {
    shows: 'requires the number of samples',
    bottoms: ['2x1024x3'],
    refused: 'fork/point-samples',
    ...synopsys,
  },
  {
    shows: 'requires clouds',
    bottoms: ['1024x3'],
    text: 'point_net_param { n_sample_point: 512 }',
    refused: 'fork/point-axes',
    ...synopsys,
  },
]);

specify('QueryBallPoint', [
  {
    shows: 'has indices for each center',
    bottoms: ['2x1024x3', '2x512x3'],
    text: 'point_net_param { n_sample_point: 32 radius: 0.2 }',
    tops: ['2x512x32'],
    ...synopsys,
  },
  {
    shows: 'requires a radius',
    bottoms: ['2x1024x3', '2x512x3'],
    text: 'point_net_param { n_sample_point: 32 }',
    refused: 'fork/point-radius',
    ...synopsys,
  },
  {
    shows: 'requires the number of samples',
    bottoms: ['2x1024x3', '2x512x3'],
    text: 'point_net_param { radius: 1 }',
    refused: 'fork/point-samples',
    ...synopsys,
  },
  {
    shows: 'requires centers',
    bottoms: ['2x1024x3', '512x3'],
    text: 'point_net_param { n_sample_point: 32 radius: 1 }',
    refused: 'fork/point-axes',
    ...synopsys,
  },
]);

specify('GroupPoint', [
  {
    shows: 'has values for each index',
    bottoms: ['2x1024x3', '2x512x32'],
    tops: ['2x512x32x3'],
    ...synopsys,
  },
  {
    shows: 'takes one index for each point',
    bottoms: ['2x1024x3', '2x512'],
    tops: ['2x512x3'],
    ...synopsys,
  },
  {
    shows: 'has indices of two or three axes',
    bottoms: ['2x1024x3', '512'],
    refused: 'fork/point-indices',
    ...synopsys,
  },
  {
    shows: 'requires clouds',
    bottoms: ['1024x3', '2x512'],
    refused: 'fork/point-axes',
    ...synopsys,
  },
]);

specify('ThreeInterpolate', [
  {
    shows: 'has values for each point',
    bottoms: ['2x64x128', '2x256x3', '2x256x3'],
    tops: ['2x256x128'],
    ...synopsys,
  },
  {
    shows: 'requires clouds',
    bottoms: ['64x128', '2x256x3', '2x256x3'],
    refused: 'fork/point-axes',
    ...synopsys,
  },
]);

specify('ThreeNN', [
  {
    shows: 'has three distances and indices for each point',
    bottoms: ['2x256x3', '2x64x3'],
    tops: ['2x256x3', '2x256x3'],
    ...synopsys,
  },
  {
    shows: 'requires clouds',
    bottoms: ['256x3', '2x64x3'],
    topNames: ['a', 'b'],
    refused: 'fork/point-axes',
    ...synopsys,
  },
]);
