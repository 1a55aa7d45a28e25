import { matchesPattern } from '../declare/pattern.ts';
import { type Declarations, noDeclarations, type SetLevel } from '../declare/types.ts';
import type { Directive } from '../document/directives.ts';
import { type Document, withContext } from '../document/document.ts';
import {
  emptyContext,
  type Notice,
  type SolverRequest,
  type WorkspaceContext,
} from '../document/workspaceContext.ts';
import { type DataSourceFacts, dataSourceKey } from '../layers/dataSource.ts';
import type { NetState } from '../net/states/state.ts';
import { didYouMean, isCode } from '../rules/pages/codes.ts';
import { findDialect } from '../schema/dialect.ts';
import { netNames } from './fileLinks.ts';
import { firstFile, type Host, readText } from './host.ts';
import { messageNotices, type ProtoSchema, readProtoSchema } from './protoSchema.ts';
import { findNet, Solvers } from './solvers.ts';
import type { FileDiagnostic, WholeFile } from './wholeFile.ts';

/** Settings for all files. */
export interface WorkspaceSettings {
  /** The path of a custom caffe.proto for files without their own. */
  readonly proto?: string | undefined;
  /** Shapes of blobs by file pattern. */
  readonly inputShapes: readonly ShapePattern[];
  /** Whether files that a net or a `caffe-prototxt.json` names are read; true by default. */
  readonly sources?: boolean | undefined;
}

export interface ShapePattern {
  readonly pattern: string;
  readonly shapes: ReadonlyMap<string, readonly number[]>;
}

export interface LoadedContext {
  readonly context: WorkspaceContext;
  /** The path of the `caffe-prototxt.json` that applies to the file; also in `readWhole`. */
  readonly configuration: string | undefined;
  /** The path of the custom caffe.proto of the file; also in `readWhole`. */
  readonly proto: string | undefined;
  /** The text files that were read, by path. */
  readonly readWhole: ReadonlyMap<string, WholeFile>;
}

/**
 * Gathers the workspace context of a file: its `caffe-prototxt.json`, its caffe.proto and the data that its layers
 * read.
 */
export async function loadContext(
  document: Document,
  settings: WorkspaceSettings,
  host: Host,
  solvers = new Solvers(),
): Promise<LoadedContext> {
  const configuration = await readConfiguration(document.uri, host);
  const { declarations, path } = configuration;
  const proto = await findProto(document, settings, configuration, host);
  const context: WorkspaceContext = {
    ...emptyContext,
    dialect: proto?.schema.dialect ?? (declarations.dialect ? findDialect(declarations.dialect) : undefined),
    declared: declarations.layers,
    shapes: shapesFor(document.uri, settings, configuration, host),
    states: statesFor(document.uri, configuration, host),
    nets: await netsOf(document, settings, host),
    solvers: await solversFor(document, solvers, host),
    rules: new Map(declarations.rules.map(({ code, level }) => [code, level])),
    notices: [...(proto?.notes ?? []), ...messageNotices(document.directives)],
  };
  const readWhole = new Map<string, WholeFile>();
  if (path !== undefined) readWhole.set(path, configuration);
  if (proto?.schema.file !== undefined) readWhole.set(proto.schema.file, proto.schema);
  return {
    context: { ...context, files: await readSources(document, context, settings, host) },
    configuration: path,
    proto: proto?.schema.file,
    readWhole,
  };
}

interface Configuration extends WholeFile {
  readonly path?: string | undefined;
  readonly declarations: Declarations;
}

async function readConfiguration(file: string, host: Host): Promise<Configuration> {
  const { path, why } = await findConfiguration(host, host.configurations(file));
  const nothing = { path, text: '', declarations: noDeclarations };
  if (path === undefined) return { ...nothing, diagnostics: [] };
  const read = why === undefined ? await readText(host, path) : { why };
  if ('why' in read) {
    const message = `The file ${read.why}.`;
    const range = { start: 0, end: 0 };
    return { ...nothing, diagnostics: [{ message, range, severity: 'warning' }], unread: message };
  }
  const { readDeclarations } = await import('../declare/declarations.ts');
  const { declarations, problems: diagnostics } = readDeclarations(read.text);
  const unknowns = declarations.rules.filter(({ code }) => !isCode(code)).map(unknownCode);
  return { path, text: read.text, declarations, diagnostics: [...diagnostics, ...unknowns] };
}

/** The first path that leads to a file, or to something else, with the reason why it cannot be read. */
async function findConfiguration(
  host: Host,
  paths: readonly string[],
): Promise<{ readonly path?: string; readonly why?: string | undefined }> {
  for (const path of paths) {
    const why = await host.obstacle(path);
    if (why !== undefined || (await host.size(path)) !== undefined) return { path, why };
  }
  return {};
}

function unknownCode({ code, range }: SetLevel): FileDiagnostic {
  return { message: `There is no check or rule \`${code}\`.${didYouMean(code)}`, range, severity: 'warning' };
}

/** The schema from the file's comment, the settings or `caffe-prototxt.json`, with its problems at the comment. */
async function findProto(
  { uri, directives }: Document,
  { proto, sources = true }: WorkspaceSettings,
  { path, declarations }: Configuration,
  host: Host,
): Promise<{ schema: ProtoSchema; notes: Notice[] } | undefined> {
  const named: Directive | undefined = directives.protoFile;
  const name = named?.value ?? proto ?? declarations.proto;
  if (name === undefined) return undefined;
  const from = named === undefined && proto === undefined && path !== undefined ? path : uri;
  const isSetting = named === undefined && proto !== undefined;
  const schema = await readProtoSchema(host, name, sources || isSetting ? host.candidates(name, from) : []);
  const range = named?.range ?? { start: 0, end: 0 };
  const notices: Notice[] = schema.error
    ? [{ severity: 'warning', code: 'comment/proto-file', message: schema.error, range }]
    : [];
  return { schema, notes: notices };
}

/** The shapes of the last matching pattern for each blob; `caffe-prototxt.json` overrides the settings. */
function shapesFor(
  file: string,
  settings: WorkspaceSettings,
  { path, declarations }: Configuration,
  host: Host,
): ReadonlyMap<string, readonly number[]> {
  const below = (path !== undefined && host.below(file, path)) || file;
  return new Map([
    ...settings.inputShapes
      .filter((each) => matchesPattern(each.pattern, file) || matchesPattern(each.pattern, below))
      .flatMap(({ shapes }) => [...shapes]),
    ...declarations.inputShapes
      .filter((each) => matchesPattern(each.pattern, below))
      .flatMap(({ shapes }) => [...shapes]),
  ]);
}

/** The states of the last matching pattern. */
function statesFor(file: string, { path, declarations }: Configuration, host: Host): readonly NetState[] {
  const below = (path !== undefined && host.below(file, path)) || file;
  return declarations.states.findLast((each) => matchesPattern(each.pattern, below))?.states ?? [];
}

async function solversFor(
  { uri, root }: Document,
  solvers: Solvers,
  host: Host,
): Promise<readonly SolverRequest[]> {
  const path = root === 'NetParameter' ? host.path(uri) : undefined;
  return path === undefined ? [] : solvers.requestsFor(path, host);
}

/** Whether the nets of a solver exist. A name that may not be read is not known. */
async function netsOf(
  document: Document,
  { sources: mayRead = true }: WorkspaceSettings,
  host: Host,
): Promise<ReadonlyMap<string, boolean>> {
  const nets = new Map<string, boolean>();
  for (const name of mayRead ? netNames(document) : []) {
    if (host.candidates(name, document.uri).length === 0) continue;
    nets.set(name, (await findNet(name, document.uri, host)) !== undefined);
  }
  return nets;
}

async function readSources(
  document: Document,
  context: WorkspaceContext,
  { sources: mayRead = true }: WorkspaceSettings,
  host: Host,
): Promise<ReadonlyMap<string, DataSourceFacts>> {
  const { uri } = document;
  const known = withContext(document, context);
  const files = new Map<string, DataSourceFacts>();
  const sources = known.dataSources();
  if (sources.length === 0) return files;
  const { readSource } = await import('../sources/source.ts');
  for (const source of sources) {
    const candidates = (name: string) => (mayRead ? host.candidates(name, uri) : []);
    const places = new Map<string, string>();
    const reader = {
      size: async (name: string) => {
        const place = await firstFile(host, candidates(name));
        if (place !== undefined) places.set(name, place);
        return place === undefined ? undefined : host.size(place);
      },
      read: async (name: string, start: number, length: number) => {
        const place = places.get(name);
        if (place === undefined) throw new Error('its place is unknown');
        return host.read(place, start, length);
      },
    };
    const resolve = (name: string) => (candidates(name).length > 0 ? name : undefined);
    files.set(dataSourceKey(source), await readSource(source, reader, resolve));
  }
  return files;
}
