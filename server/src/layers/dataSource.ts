import type { Dims } from '../shape/shape.ts';

/** A data source of a net, with the paths as the net has them. */
export type DataSource =
  /** HDF5Data's `source`: a text file of names of HDF5 files. */
  | { readonly kind: 'hdf5List'; readonly path: string }
  /** ImageData's `source`: a text file of lines `name label`. `rootFolder` is prepended to the names unchanged. */
  | { readonly kind: 'imageList'; readonly path: string; readonly rootFolder: string }
  /** `mean_file` of a transformation: a binary BlobProto. */
  | { readonly kind: 'mean'; readonly path: string }
  /** Data's `source` with `backend: LMDB`: a folder. */
  | { readonly kind: 'lmdb'; readonly path: string };

/** The facts from a data source. */
export type Facts =
  /** The datasets of an HDF5 file by name; undefined for one of unknown shape. */
  | { readonly kind: 'datasets'; readonly shapes: ReadonlyMap<string, readonly number[] | undefined> }
  | DatumFacts;

export type DatumFacts =
  /** Channels, height and width of a mean file or of a database record. */
  | { readonly kind: 'datum'; readonly shape: readonly [number, number, number] }
  /** An image, as a file or in a record; with the number of channels that OpenCV decodes by default. */
  | ({ readonly kind: 'image' } & ImageSize);

export interface ImageSize {
  readonly height: number;
  readonly width: number;
  readonly channels: number | undefined;
}

/**
 * Facts, or a sentence why there are none; with the resolved path of the file and, if it states them, the number of its
 * records.
 */
export type DataSourceFacts = (Facts | { readonly kind: 'unreadable'; readonly why: string }) & {
  readonly file: string;
  readonly records?: number;
};

/** Shapes of the inputs of a net to compute with instead of its own. */
export interface InputAssumption {
  /** The first axis of every input. */
  readonly batch?: number | undefined;
  /** Whole shapes by the name of the blob. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
}

/** Shapes that depend on data files. */
export interface DataShapes {
  /** Channels, height and width of one datum before cropping. */
  readonly datum: Dims | undefined;
  /** Whole shapes by the name of the blob. */
  readonly blobs: ReadonlyMap<string, readonly number[]>;
  /** Facts about the data sources of layers, by `sourceKey`. */
  readonly files: ReadonlyMap<string, DataSourceFacts>;
  /** What to assume instead of the shapes of the inputs. */
  readonly assumed?: InputAssumption | undefined;
}

/** The same key for layers that refer to the same source. */
export function dataSourceKey(source: DataSource): string {
  return JSON.stringify(source);
}
