/** Something that a net points at, under the names that stand in the net. */
export type SourceRequest =
  /** HDF5Data's `source`: a text file of names of HDF5 files. */
  | { readonly kind: 'hdf5List'; readonly path: string }
  /** ImageData's `source`: a text file of lines `name label`. `rootFolder` is put in front of the names as it is. */
  | { readonly kind: 'imageList'; readonly path: string; readonly rootFolder: string }
  /** `mean_file` of a transformation: a binary BlobProto. */
  | { readonly kind: 'mean'; readonly path: string }
  /** Data's `source` with `backend: LMDB`: a folder. */
  | { readonly kind: 'lmdb'; readonly path: string };

/** What a source tells. */
export type Facts =
  /** The datasets of an HDF5 file by name; undefined for one whose shape is not told. */
  | { readonly kind: 'datasets'; readonly shapes: ReadonlyMap<string, readonly number[] | undefined> }
  | DatumFacts;

export type DatumFacts =
  /** Channels, height and width of a mean file or of a record in a database. */
  | { readonly kind: 'datum'; readonly shape: readonly [number, number, number] }
  /** An image, on its own or in a record; its channels as OpenCV gives them when it is not told otherwise. */
  | ({ readonly kind: 'image' } & ImageSize);

export interface ImageSize {
  readonly height: number;
  readonly width: number;
  readonly channels: number | undefined;
}

/** Those, or a sentence that says why there are none; with the file, as resolved, that told it. */
export type SourceFacts = (Facts | { readonly kind: 'unreadable'; readonly why: string }) & {
  readonly file: string;
};

/** What two layers that point at the same thing have in common. */
export function sourceKey(request: SourceRequest): string {
  return JSON.stringify(request);
}
