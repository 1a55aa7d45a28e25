import type { DataSourceFacts } from '../../../server/src/layers/dataSource.ts';
import { MemoryFiles } from '../../support/fileReader.ts';
import { bounded, minimizeList } from '../minimize.ts';
import type { Random } from '../random.ts';
import { tool as realTool, type Tool } from '../tool.ts';
import { type Kind, type Violation, violationOf } from './kind.ts';
import { type SoundFile, soundFiles } from './soundFiles.ts';

/** Replaces bytes from a place, a fraction of the length, or cuts the file there. */
export interface Damage {
  readonly at: number;
  readonly bytes: readonly number[] | 'cut';
}

export interface DamagedFile {
  readonly file: SoundFile;
  readonly damages: readonly Damage[];
}

const files = await soundFiles();

/** Damaged data files. */
export const sourcesKind: Kind<DamagedFile> = {
  name: 'sources',
  generate: (random) => ({
    file: random.pick(files),
    damages: Array.from({ length: 1 + random.below(8) }, () => damage(random)),
  }),
  violations: (input) => sourceViolations(input),
  async minimize({ file, damages }, fails) {
    const trial = bounded(fails);
    return { file, damages: await minimizeList(damages, (some) => trial({ file, damages: some })) };
  },
  size: ({ damages }) => damages.length,
  print: ({ file, damages }) => [file.name, ...damages.map((each) => JSON.stringify(each))].join('\n'),
};

function damage(random: Random): Damage {
  const at = random.next();
  if (random.chance(0.1)) return { at, bytes: 'cut' };
  const length = random.chance(0.8) ? 1 : 1 + random.below(200);
  // Bytes that are common in lengths and flags are more frequent.
  const byte = () => (random.chance(0.5) ? random.pick([0, 1, 2, 0x7f, 0x80, 0xff]) : random.below(256));
  return { at, bytes: Array.from({ length }, byte) };
}

function damaged({ file, damages }: DamagedFile): Uint8Array {
  let bytes = file.bytes.slice();
  for (const { at, bytes: written } of damages) {
    const start = Math.floor(at * bytes.length);
    if (written === 'cut') bytes = bytes.subarray(0, start);
    else bytes.set(written.slice(0, bytes.length - start), start);
  }
  return bytes;
}

/** The most that may be read of a file, in bytes, and the time that it may take, in milliseconds. */
const [mostRead, longest] = [2 ** 20 + 8192, 2000];

/** What reading a damaged file violates. */
export function sourceViolations(input: DamagedFile, tool: Tool = realTool): Promise<Violation[]> {
  return violationOf('a damaged file gives valid lengths or a reason, from a few bytes of it', async () => {
    const bytes = damaged(input);
    const reader = new MemoryFiles({ list: 'file', file: bytes, 'train/data.mdb': bytes });
    const start = performance.now();
    const facts = await tool.readSource(input.file.source, reader, (name) => name);
    const took = performance.now() - start;
    if (took > longest) return `takes ${took.toFixed(0)} ms`;
    if (reader.bytesRead > mostRead) return `reads ${reader.bytesRead} bytes`;
    const wrong = lengthsIn(facts).find((length) => !Number.isInteger(length) || length < 0);
    return wrong === undefined ? undefined : `a length is ${wrong}`;
  });
}

function lengthsIn(facts: DataSourceFacts): readonly number[] {
  if (facts.kind === 'datum') return facts.shape;
  if (facts.kind === 'image') return [facts.height, facts.width];
  return facts.kind === 'datasets' ? [...facts.shapes.values()].flatMap((shape) => shape ?? []) : [];
}
