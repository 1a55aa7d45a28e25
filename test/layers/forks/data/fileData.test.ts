import { specify } from '../../../support/layerTable.ts';

for (const type of ['ImgReader', 'FloatReader']) {
  specify(type, [
    {
      shows: 'repeats a file',
      dialect: 'flownet2',
      text: 'reader_param { file: "a" num: 4 }',
      datum: [3, 20, 30],
      tops: ['4x3x20x30'],
    },
    { shows: 'the file determines the size', dialect: 'flownet2', tops: ['1x?x?x?'] },
  ]);
}

for (const type of ['FLOWriter', 'FloatWriter', 'ImgWriter', 'PFMWriter']) {
  specify(type, [
    { shows: 'writes its bottom', dialect: 'flownet2', bottoms: ['1x3x4x5'], tops: [] },
    {
      shows: 'requires a bottom',
      dialect: 'flownet2',
      bottoms: ['1x3', '1x3'],
      topNames: [],
      refused: 'net/exact-bottoms',
    },
  ]);
}

specify('MatRead', [
  {
    shows: 'the file determines the size',
    dialect: 'pspnet',
    text: 'mat_read_param { prefix: "a" batch_size: 2 }',
    tops: ['2x?x?x?'],
  },
]);

specify('MatWrite', [
  {
    shows: 'writes its bottoms',
    dialect: 'segaware',
    text: 'mat_write_param { prefix: "a" }',
    bottoms: ['1x3x4x5', '1x2'],
    tops: [],
  },
  {
    shows: 'period must be at least 1',
    dialect: 'segaware',
    text: 'mat_write_param { prefix: "a" period: 0 }',
    bottoms: ['1x3x4x5'],
    topNames: [],
    refused: 'fork/matwrite-period',
  },
]);
