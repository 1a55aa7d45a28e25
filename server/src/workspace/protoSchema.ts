import { type Directives, statedRoot } from '../document/directives.ts';
import type { Notice } from '../document/workspaceContext.ts';
import { type Dialect, openDialect } from '../schema/dialect.ts';
import type { ProtoFile } from '../schema/protoFile.ts';
import { firstFile, type Host, readText } from './host.ts';
import type { WholeFile } from './wholeFile.ts';

/** A custom caffe.proto, as a dialect. */
export interface ProtoSchema extends WholeFile {
  readonly dialect: Dialect | undefined;
  /** The path of the file, if it exists. */
  readonly file: string | undefined;
  /** The problem of finding or reading it. */
  readonly error: string | undefined;
}

/** Reads the schema from the first existing path. */
export async function readProtoSchema(
  host: Host,
  name: string,
  places: readonly string[],
): Promise<ProtoSchema> {
  const nothing = { dialect: undefined, file: undefined, text: '', diagnostics: [] };
  const file = await firstFile(host, places);
  if (file === undefined) {
    const why = places.length === 0 ? 'may not be read' : `does not exist; searched for ${places.join(', ')}`;
    return { ...nothing, error: `The schema \`${name}\` ${why}.` };
  }
  const read = await readText(host, file);
  if ('why' in read) return { ...nothing, file, error: `The schema \`${name}\` ${read.why}.` };
  const { dialect, proto } = await remembered(name, file, read.text);
  const { problems: errors } = proto;
  const [first] = errors;
  const error = first && `The schema \`${name}\` has ${counted(errors.length)} ${first.message}`;
  return {
    dialect,
    file,
    error,
    text: read.text,
    diagnostics: errors.map((error) => ({ ...error, severity: 'error' })),
  };
}

function counted(count: number): string {
  return count === 1 ? 'an error:' : `${count} errors. The first:`;
}

interface Remembered {
  readonly text: string;
  readonly proto: ProtoFile;
  readonly dialect: Dialect | undefined;
}

const memory = new Map<string, Remembered>();

/** Returns the same object for the same text, so that results for unchanged layers stay valid. */
async function remembered(name: string, file: string, text: string): Promise<Remembered> {
  const known = memory.get(file);
  if (known?.text === text) return known;
  // Custom schemas are rare, and their parser takes a while to load.
  const { readProtoFile } = await import('../schema/protoFile.ts');
  const proto = readProtoFile(text);
  const short = name.replace(/^.*[\\/]/u, '');
  const entry = { text, proto, dialect: proto.schema && openDialect(short, proto.schema) };
  memory.set(file, entry);
  return entry;
}

/** `# proto-message:` supports only the messages of nets and solvers. */
export function messageNotices({ protoMessage }: Directives): Notice[] {
  if (!protoMessage || statedRoot({ protoMessage })) return [];
  const message = `\`${protoMessage.value}\` is not a supported message; use NetParameter or SolverParameter.`;
  return [{ severity: 'warning', code: 'comment/proto-message', message, range: protoMessage.range }];
}
