import { checkFixes } from '../../support/fixTable.ts';

checkFixes([
  {
    shows: 'a transformation of HDF5 data',
    bad: `layer {
  name: "data"
  type: "HDF5Data"
  top: "data"
  ⟦transform_param⟧ { scale: 0.00390625 }
  hdf5_data_param { source: "train.txt" batch_size: 8 }
}
`,
    code: 'hdf5data/transform',
    title: 'Remove `transform_param`',
    fixed: `layer {
  name: "data"
  type: "HDF5Data"
  top: "data"
  hdf5_data_param { source: "train.txt" batch_size: 8 }
}
`,
  },
  {
    shows: 'a transformation of HDF5 data in V1',
    bad: `layers { name: "data" type: HDF5_DATA top: "data" ⟦transform_param⟧ { mirror: true } hdf5_data_param { source: "train.txt" batch_size: 8 } }
`,
    code: 'hdf5data/transform',
    title: 'Remove `transform_param`',
    fixed: `layers { name: "data" type: HDF5_DATA top: "data" hdf5_data_param { source: "train.txt" batch_size: 8 } }
`,
    left: ['upgrade/v1'],
  },
]);
