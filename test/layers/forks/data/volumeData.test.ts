import { specify } from '../../../support/layerTable.ts';

const c3d = { dialect: 'c3d' } as const;

specify('VolumeData', [
  {
    shows: 'the database has channels and length',
    bottoms: [],
    text: 'data_param { source: "x" batch_size: 4 crop_size: 112 }',
    tops: ['4x?x?x112x112', '4x1x1x1x1'],
    ...c3d,
  },
  {
    shows: 'the database has all but the batch',
    bottoms: [],
    text: 'data_param { source: "x" batch_size: 4 }',
    tops: ['4x?x?x?x?'],
    ...c3d,
  },
  {
    shows: 'requires a batch',
    bottoms: [],
    text: 'data_param { source: "x" }',
    refused: 'data/batch-zero',
    ...c3d,
  },
]);
