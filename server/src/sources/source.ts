import type { DataSource, DataSourceFacts, DatumFacts, Facts } from '../layers/dataSource.ts';
import { shortened, visible } from '../text/visible.ts';
import { type Bytes, Unreadable, wholeFile } from './bytes.ts';
import { readDatum } from './datum.ts';
import { readDatasets } from './hdf5/file.ts';
import { readImage } from './image.ts';
import { firstHdf5File, firstImage } from './lists.ts';
import { readRecords } from './lmdb.ts';
import { readMean } from './mean.ts';
import type { FileReader, Resolve } from './reader.ts';

/** Reads what Caffe reads first from a data source: at most a few kilobytes. Never rejects. */
export async function readSource(
  source: DataSource,
  reader: FileReader,
  resolve: Resolve,
): Promise<DataSourceFacts> {
  let opened = { name: source.path, file: source.path };
  const open = async (name: string) => {
    const file = resolve(name);
    opened = { name, file: file ?? name };
    return openFile(reader, file);
  };
  try {
    const facts = await readFacts(source, open);
    return { ...facts, file: opened.file };
  } catch (error) {
    return { kind: 'unreadable', file: opened.file, why: `\`${shown(opened.name)}\` ${reasonOf(error)}.` };
  }
}

const longestName = 120;

/** A name for messages: it may be the first line of a file of any kind. */
function shown(name: string): string {
  return shortened(visible(name), longestName);
}

async function openFile(reader: FileReader, file: string | undefined): Promise<Bytes> {
  if (file === undefined) throw new Unreadable('is in a location that may not be read');
  const size = await reader.size(file);
  if (size === undefined) throw new Unreadable('does not exist, or is not a file');
  return wholeFile(reader, file, size);
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  return `cannot be read (${error instanceof Error ? error.message : error})`;
}

/** Opens a file by its name in the net or in a list. */
type Open = (name: string) => Promise<Bytes>;

async function readFacts(request: DataSource, open: Open): Promise<Facts & { records?: number }> {
  const source = await open(request.kind === 'lmdb' ? `${request.path}/data.mdb` : request.path);
  switch (request.kind) {
    case 'hdf5List':
      return { kind: 'datasets', shapes: await readDatasets(await open(await firstHdf5File(source))) };
    case 'imageList':
      return readImageFile(await open(request.rootFolder + (await firstImage(source))));
    case 'mean':
      return { kind: 'datum', shape: await readMean(source) };
    case 'lmdb':
      return readDatabase(source);
  }
}

async function readImageFile(file: Bytes): Promise<Facts> {
  const { size, turned } = await readImage(file);
  if (turned && size.height !== size.width) {
    throw new Unreadable('is rotated by its EXIF orientation, which only some versions of OpenCV apply');
  }
  return { kind: 'image', ...size };
}

async function readDatabase(database: Bytes): Promise<DatumFacts & { records: number }> {
  const { first, count } = await readRecords(database);
  return { ...(await readRecord(first)), records: count };
}

async function readRecord(record: Bytes): Promise<DatumFacts> {
  try {
    return await readDatum(record);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Unreadable(`starts with a record that ${error.message}`);
  }
}
