import { setImmediate } from 'node:timers/promises';
import { replaceFile } from '../../../server/src/node/replaceFile.ts';

/** Replaces the content of a file by two texts in turn, until the process is killed. */
const [, , path = '', one = '', two = '', length = '1'] = process.argv;
const contents = [one, two].map((text) => Buffer.from(text.repeat(Number(length))));
process.stdout.write('started\n');
for (;;) {
  for (const content of contents) replaceFile(path, content);
  await setImmediate();
}
