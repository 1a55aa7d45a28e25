import { specify } from '../../../support/layerTable.ts';

const dialect = 'rtpose';

specify('Nms', [
  {
    shows: 'rows for the peaks of each part, and one with their number',
    dialect,
    bottoms: ['1x57x368x656'],
    text: 'nms_param { threshold: 0.05 max_peaks: 64 num_parts: 18 }',
    tops: ['1x18x65x3'],
  },
  { shows: '15 parts with 20 peaks by default', dialect, bottoms: ['1x57x368x656'], tops: ['1x15x21x3'] },
  { shows: 'requires 4 axes', dialect, bottoms: ['57x368x656'], refused: 'blob/axis-range' },
]);

specify('Maximum', [
  { shows: 'position and value', dialect, bottoms: ['1x15x46x82'], tops: ['1x15x1x3'] },
  { shows: 'requires 4 axes', dialect, bottoms: ['57x368x656'], refused: 'blob/axis-range' },
]);

specify('EuclideanmaskLoss', [
  { shows: 'is a loss', dialect, bottoms: ['2x15x46x46', '2x15x46x46', '2x1x46x46'], tops: ['scalar'] },
  {
    shows: 'requires the same number of values',
    dialect,
    bottoms: ['2x15x46x46', '2x14x46x46', '2x1x46x46'],
    refused: 'euclidean/dim',
  },
  {
    shows: 'requires a mask',
    dialect,
    bottoms: ['2x15x46x46', '2x15x46x46'],
    refused: 'net/exact-bottoms',
  },
]);

specify('Coord2Heatmap', [
  {
    shows: 'one map per point',
    dialect: 'layers-hub',
    bottoms: ['2x10'],
    text: 'coord2heatmap_param { num_points: 5 height: 16 width: 12 }',
    tops: ['2x5x16x12'],
  },
  {
    shows: 'requires the size of the maps',
    dialect: 'layers-hub',
    bottoms: ['2x10'],
    text: 'coord2heatmap_param { num_points: 5 height: 16 }',
    refused: 'fork/coord2heatmap-size',
  },
]);

specify('Heatmap2Coord', [
  { shows: 'two numbers per point', dialect: 'layers-hub', bottoms: ['1x5x46x46'], tops: ['10'] },
  { shows: 'has unknown axes for several items', dialect: 'layers-hub', bottoms: ['2x5x46x46'], tops: ['?'] },
]);

specify('HeatmapLoss', [
  {
    shows: 'is a loss',
    dialect: 'layers-hub',
    bottoms: ['2x5x46x46', '2x5x46x46', '2x10'],
    tops: ['scalar'],
  },
  {
    shows: 'the maps must have the same size',
    dialect: 'layers-hub',
    bottoms: ['2x5x46x46', '2x5x46x40'],
    refused: 'ssd/smoothl1-width',
  },
]);
