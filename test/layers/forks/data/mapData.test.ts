import { specify } from '../../../support/layerTable.ts';

const fork = { dialect: 'yjxiong' } as const;

specify('MapData', [
  {
    shows: 'square maps, and a channel for the background',
    text: 'map_data_param { source_file: "l" batch_size: 4 map_size: 14 map_channels: 9 background_channel: true }',
    tops: ['4x10x14x14'],
    ...fork,
  },
  {
    shows: 'two sides take precedence',
    text: 'map_data_param { source_file: "l" batch_size: 4 map_size: 14 map_size_h: 6 map_size_w: 8 }',
    tops: ['4x1x6x8'],
    ...fork,
  },
  {
    shows: 'one side alone has no effect',
    text: 'map_data_param { source_file: "l" batch_size: 4 map_size_h: 6 }',
    tops: ['4x1x5x5'],
    ...fork,
  },
  {
    shows: 'rejects a negative batch',
    text: 'map_data_param { source_file: "l" batch_size: -1 }',
    refused: 'fork/map-size',
    ...fork,
  },
  {
    shows: 'rejects a database',
    text: 'map_data_param { db: "d" batch_size: 1 }',
    refused: 'fork/map-db',
    ...fork,
  },
]);

specify('SparseData', [
  {
    shows: 'arrays of the stated size',
    text: 'sparse_data_param { source_file: "l" batch_size: 8 mat_channels: 100 mat_width: 3 }',
    tops: ['8x100x1x3'],
    ...fork,
  },
  {
    shows: 'rejects a negative size',
    text: 'sparse_data_param { source_file: "l" mat_height: -2 }',
    refused: 'fork/map-size',
    ...fork,
  },
]);
