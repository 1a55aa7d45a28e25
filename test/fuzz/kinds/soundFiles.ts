import type { DataSource } from '../../../server/src/layers/dataSource.ts';
import { bmp, exif, hdf5, jpeg, lmdb, message, png } from '../../sources/make.ts';

/** A data source, and the file that is read. */
export interface SoundFile {
  readonly name: string;
  readonly source: DataSource;
  readonly bytes: Uint8Array;
}

/** Valid files of all kinds that are read. */
export async function soundFiles(): Promise<readonly SoundFile[]> {
  const blob = message([7, message([1, [1, 3, 4, 5]])], [5, new Uint8Array(240)]);
  const datum = message([1, 3], [2, 4], [3, 5], [4, new Uint8Array(60)], [5, 1]);
  return [
    { name: 'PNG', source: image, bytes: png(30, 40) },
    { name: 'JPEG', source: image, bytes: jpeg(30, 40, 3, [exif(1)]) },
    { name: 'BMP', source: image, bytes: bmp(30, 40) },
    { name: 'mean file', source: { kind: 'mean', path: 'file' }, bytes: blob },
    { name: 'LMDB', source: database, bytes: lmdb(datum, { pageSize: 512, branches: 1 }) },
    {
      name: 'LMDB of images',
      source: database,
      bytes: lmdb(message([4, jpeg(30, 40)], [7, 1]), { long: true }),
    },
    { name: 'HDF5 of the old format', source: datasets, bytes: await hdf5(twentyDatasets, 'old') },
    { name: 'HDF5', source: datasets, bytes: await hdf5(twentyDatasets, 'latest') },
  ];
}

const image: DataSource = { kind: 'imageList', path: 'list', rootFolder: '' };
const database: DataSource = { kind: 'lmdb', path: 'train' };
const datasets: DataSource = { kind: 'hdf5List', path: 'list' };

function twentyDatasets(file: Parameters<Parameters<typeof hdf5>[0]>[0]): void {
  for (let index = 0; index < 20; index++)
    file.create_dataset({ name: `data${index}`, shape: [2, 3], data: new Float32Array(6) });
}
