import { type Bytes, damaged, Unreadable } from '../bytes.ts';
import { linksOf, type Target } from './group.ts';
import { messagesOf } from './header.ts';

/** Shapes by name; undefined for a name without a shape: a group, a link to another file. */
export type DatasetShapes = ReadonlyMap<string, readonly number[] | undefined>;

/**
 * The top-level datasets of an HDF5 file; Caffe reads no deeper ones (hdf5.cpp, H5LTfind_dataset). Only headers are
 * read, however large the data between them. Roman numerals are sections of the HDF5 File Format Specification, version
 * 3.
 */
export async function readDatasets(file: Bytes): Promise<DatasetShapes> {
  const { space, root } = await openHdf5(file);
  const targets = new Map<string, Target>();
  for await (const [name, target] of linksOf(space, root)) targets.set(name, target);
  const shapes = new Map<string, readonly number[] | undefined>();
  for (const [name, target] of targets) {
    const object = typeof target === 'string' ? targets.get(target.replace(/^\.?\/+/u, '')) : target;
    shapes.set(name, typeof object === 'number' ? await shapeOf(space, object) : undefined);
  }
  return shapes;
}

const signature = '\u{fffd}HDF\r\n\u001a\n';

/** Possible starts of the file: after a user block, whose length doubles from 512 bytes. */
const starts = [0, 512, 1024, 2048, 4096, 8192];

interface Hdf5File {
  /** The range to which addresses are relative, from the signature on, whatever start the file itself states. */
  readonly space: Bytes;
  readonly root: number;
}

async function openHdf5(file: Bytes): Promise<Hdf5File> {
  for (const start of starts) {
    if (start + signature.length > file.size) break;
    const fields = await file.fields(start, 8);
    if (fields.text(8) === signature) return readSuperblock(file, start);
  }
  throw new Unreadable('is not an HDF5 file');
}

/** The superblock (II.A). Versions 0 and 1 differ by 4 bytes before the addresses; 2 and 3 are equal here. */
async function readSuperblock(file: Bytes, start: number): Promise<Hdf5File> {
  const version = (await file.fields(start + 8, 1)).int(1);
  if (version > 3)
    throw new Unreadable(`uses version ${version} of HDF5's superblock, which is not supported`);
  const fields = await file.fields(start + (version < 2 ? 13 : 9), version < 2 ? 59 + 4 * version : 35);
  const widths = [fields.int(1), fields.int(1)];
  if (widths.some((width) => width !== 8)) {
    throw new Unreadable(
      `uses HDF5 addresses of ${widths[0]} bytes and lengths of ${widths[1]}; only 8 bytes are supported`,
    );
  }
  const end = fields.skip(version < 2 ? 25 + 4 * version : 17).int(8);
  const root = fields.skip(version < 2 ? 16 : 0).int(8);
  if (end > file.size) throw new Unreadable(`is truncated: it has ${file.size} of ${end} bytes`);
  return { space: file.part(start), root };
}

/** The type of the message with a shape; only datasets have it. */
const dataspace = 1;

/** The maximum number of axes (H5S_MAX_RANK). */
const mostAxes = 32;

async function shapeOf(file: Bytes, object: number): Promise<readonly number[] | undefined> {
  for await (const { type, shared, body } of messagesOf(file, object)) {
    if (type === dataspace) return shared ? undefined : readDataspace(body);
  }
  return undefined;
}

/** The current lengths of the axes (IV.A.2.b). */
async function readDataspace(body: Bytes): Promise<readonly number[]> {
  const fields = await body.fields(0, body.size);
  const version = fields.int(1);
  if (version !== 1 && version !== 2) {
    throw new Unreadable(`uses version ${version} of HDF5's dataspaces, which is not supported`);
  }
  const rank = fields.int(1);
  if (rank > mostAxes) throw damaged();
  fields.skip(version === 1 ? 6 : 2);
  return Array.from({ length: rank }, () => fields.int(8));
}
