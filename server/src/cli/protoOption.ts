import { statSync } from 'node:fs';
import { LineMap } from '../text/lines.ts';
import { isFileError, whyNot } from './fileErrors.ts';
import { readInput } from './readInput.ts';

/** Why a file cannot be used as a caffe.proto; undefined if it can. It may still have errors. */
export async function whyNotProto(path: string): Promise<string | undefined> {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return 'it is a folder.';
    if (!found.isFile()) return 'it is not a regular file.';
    return await whyNotSchema(new TextDecoder().decode(readInput(path)));
  } catch (error) {
    if (!isFileError(error)) throw error;
    return whyNot(error);
  }
}

async function whyNotSchema(text: string): Promise<string | undefined> {
  // Custom schemas are rare, and their parser takes a while to load.
  const { readProtoFile } = await import('../schema/protoFile.ts');
  const { schema, problems } = readProtoFile(text);
  if (schema?.message('NetParameter')) return undefined;
  const [first] = problems;
  return first && `line ${new LineMap(text).position(first.range.start).line}: ${first.message}`;
}
