import { specifyNets } from '../../../support/netTable.ts';

const inputs = 'input: ["x", "l"] input_dim: [2, 3, 1, 1, 2, 1, 1, 1]';

const deepsaldet = { dialect: 'deepsaldet' } as const;

specifyNets('deepsaldet', [
  {
    shows: 'a second top of the softmax loss has the probabilities',
    net: [
      inputs,
      'layers { name: "loss" type: SOFTMAX_LOSS bottom: "x" bottom: "l" top: "loss" top: "probabilities" }',
    ],
    tops: { loss: '1x1x1x1 2x3x1x1' },
    ...deepsaldet,
  },
  {
    shows: 'the softmax loss has no third top',
    net: [
      inputs,
      'layers { name: "loss" type: SOFTMAX_LOSS bottom: "x" bottom: "l" top: "a" top: "b" top: "c" }',
    ],
    failures: ['net/max-tops loss'],
    ...deepsaldet,
  },
  {
    shows: 'HDF5 files have data and labels',
    net: ['layers { name: "h" type: HDF5_DATA top: "a" hdf5_data_param { source: "x" batch_size: 4 } }'],
    failures: ['net/exact-tops h'],
    ...deepsaldet,
  },
]);
