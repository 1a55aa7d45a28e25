import { type Bytes, Unreadable } from './bytes.ts';

/** The number of bytes read of a list; names are not longer (PATH_MAX). */
const most = 4096;

/**
 * The first HDF5 file of a list: Caffe reads names with `>>`, so any white space separates them (hdf5_data_layer.cpp).
 */
export async function firstHdf5File(list: Bytes): Promise<string> {
  const words = (await beginning(list)).split(/[ \t\n\v\f\r]+/u);
  const first = words[0] === '' ? 1 : 0;
  const name = words[first];
  if (first === words.length - 1 && list.size > most) throw tooLong();
  if (!name) throw new Unreadable('contains no file name; Caffe requires at least one');
  return name;
}

/**
 * The first image of a list with lines `name label`, split at the last space (image_data_layer.cpp). The name may
 * contain spaces; without a space, the whole line is the name.
 */
export async function firstImage(list: Bytes): Promise<string> {
  const text = await beginning(list);
  const end = text.indexOf('\n');
  if (end < 0 && list.size > most) throw tooLong();
  if (text === '') throw new Unreadable('is empty; Caffe requires at least one line `image label`');
  const line = end < 0 ? text : text.slice(0, end);
  const space = line.lastIndexOf(' ');
  const name = space < 0 ? line : line.slice(0, space);
  if (name.trim() === '')
    throw new Unreadable('has no image name on its first line; Caffe does not skip the line');
  return name;
}

async function beginning(list: Bytes): Promise<string> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await list.head(most));
  if (text.startsWith('\uFEFF')) {
    throw new Unreadable('starts with a byte order mark, which Caffe reads as part of the first name');
  }
  if (text.includes('\0')) throw new Unreadable('is not a text file; Caffe expects a list of files');
  return text;
}

function tooLong(): Unreadable {
  return new Unreadable(`is not a list of files: its first ${most} bytes contain no complete name`);
}
