import { type Directives, statedRoot } from '../document/directives.ts';
import type { Note } from '../document/surroundings.ts';
import { type Dialect, openDialect } from '../schema/dialect.ts';
import type { ProtoFile } from '../schema/protoFile.ts';
import { firstFile, type Host, readText } from './host.ts';
import type { WholeFile } from './wholeFile.ts';

/** What a caffe.proto of one's own comes to. */
export interface ProtoSchema extends WholeFile {
  readonly dialect: Dialect | undefined;
  /** The file, where there is one. */
  readonly file: string | undefined;
  /** What is wrong with the way to it. */
  readonly fault: string | undefined;
}

/** Reads the first file of several places. */
export async function readProtoSchema(
  host: Host,
  name: string,
  places: readonly string[],
): Promise<ProtoSchema> {
  const nothing = { dialect: undefined, file: undefined, text: '', problems: [] };
  const file = await firstFile(host, places);
  if (file === undefined) {
    const why =
      places.length === 0
        ? 'may not be read here'
        : `does not exist; it was looked for as ${places.join(', ')}`;
    return { ...nothing, fault: `The schema \`${name}\` ${why}.` };
  }
  const read = await readText(host, file);
  if ('why' in read) return { ...nothing, file, fault: `The schema \`${name}\` ${read.why}.` };
  const { dialect, proto } = await remembered(name, file, read.text);
  const { problems } = proto;
  const [first] = problems;
  const fault = first && `The schema \`${name}\` has ${counted(problems.length)} ${first.message}`;
  return {
    dialect,
    file,
    fault,
    text: read.text,
    problems: problems.map((problem) => ({ ...problem, severity: 'error' })),
  };
}

function counted(count: number): string {
  return count === 1 ? 'a mistake:' : `${count} mistakes. The first:`;
}

interface Remembered {
  readonly text: string;
  readonly proto: ProtoFile;
  readonly dialect: Dialect | undefined;
}

const memory = new Map<string, Remembered>();

/** A schema stays the same object while its text does, so that what is known of unchanged layers stays too. */
async function remembered(name: string, file: string, text: string): Promise<Remembered> {
  const known = memory.get(file);
  if (known?.text === text) return known;
  // Few have a schema of their own, and its parser takes a while to load.
  const { readProtoFile } = await import('../schema/protoFile.ts');
  const proto = readProtoFile(text);
  const short = name.replace(/^.*[\\/]/u, '');
  const entry = { text, proto, dialect: proto.schema && openDialect(short, proto.schema) };
  memory.set(file, entry);
  return entry;
}

/** `# proto-message:` can only say what the tool understands. */
export function messageNotes({ protoMessage }: Directives): Note[] {
  if (!protoMessage || statedRoot({ protoMessage })) return [];
  const message = `\`${protoMessage.value}\` is not a message that is looked into; NetParameter and SolverParameter are.`;
  return [{ severity: 'warning', code: 'comment/proto-message', message, range: protoMessage.range }];
}
