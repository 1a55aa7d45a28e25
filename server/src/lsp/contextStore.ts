import type { Document } from '../document/document.ts';
import { emptyContext, isEmptyContext, type WorkspaceContext } from '../document/workspaceContext.ts';
import { dataSourceKey } from '../layers/dataSource.ts';
import { netNames } from '../workspace/fileLinks.ts';
import { type Host, noHost } from '../workspace/host.ts';
import { type LoadedContext, loadContext, type WorkspaceSettings } from '../workspace/loadContext.ts';
import { Solvers } from '../workspace/solvers.ts';
import type { WholeFile } from '../workspace/wholeFile.ts';

/** The workspace context of the open documents; reloaded when a document refers to different files or files change. */
export class ContextStore {
  settingsOf: (uri: string) => WorkspaceSettings = () => ({ inputShapes: [] });
  host: Host = noHost;
  private readonly known = new Map<string, { readonly key: string; readonly loaded: LoadedContext }>();
  /** The latest request of each open document; results of older requests are dropped. */
  private readonly wanted = new Map<string, string>();
  private readonly solvers = new Solvers();
  private generation = 0;

  of(uri: string): WorkspaceContext {
    return this.known.get(uri)?.loaded.context ?? emptyContext;
  }

  /** The declarations file of a document and its text; the text is undefined if the file does not exist. */
  declarationsOf(uri: string): { file: string; text: string | undefined } | undefined {
    if (this.host.path(uri) === undefined) return undefined;
    const { configuration, readWhole } = this.known.get(uri)?.loaded ?? {};
    const file = configuration ?? this.host.newConfiguration(uri);
    return file === undefined ? undefined : { file, text: readWhole?.get(file)?.text };
  }

  /** The custom caffe.proto of a document and its text. */
  protoOf(uri: string): { file: string; text: string } | undefined {
    const { proto, readWhole } = this.known.get(uri)?.loaded ?? {};
    const text = proto === undefined ? undefined : readWhole?.get(proto)?.text;
    return proto === undefined || text === undefined ? undefined : { file: proto, text };
  }

  /** Invalidates the context of all documents. */
  invalidateAll(): void {
    this.generation += 1;
  }

  /** Searches solvers in the workspace; returns whether nets may be affected. */
  async findSolvers(): Promise<boolean> {
    const host = this.host;
    const changed = await this.solvers.scan(host);
    return changed && host === this.host;
  }

  /** Reads an open document that may be a solver; returns whether nets may be affected. */
  openSolver({ uri, text }: Document): boolean {
    const path = this.host.path(uri);
    return path !== undefined && this.solvers.set(path, text);
  }

  /** Reads a prototxt file that was changed, created or deleted on disk; returns whether nets may be affected. */
  async readSolver(uri: string): Promise<boolean> {
    const path = this.host.path(uri);
    return path !== undefined && this.solvers.read(path, this.host);
  }

  /** The paths of the other nets that solvers of the workspace build together with a net. */
  async joinedWith(uri: string): Promise<readonly string[]> {
    const path = this.host.path(uri);
    return path === undefined ? [] : this.solvers.joinedWith(path, this.host);
  }

  /** Whether an open document may read data from a file: it names one with the same name in any folder. */
  mayRead(uri: string): boolean {
    const name = lastPart(this.host.path(uri) ?? uri);
    return [...this.known.values()].some(({ loaded: { context } }) =>
      [...context.files].some(([key, { file }]) => lastPart(file) === name || key.includes(name)),
    );
  }

  /** Whether an open solver may name a file as its net. */
  mayBuild(uri: string): boolean {
    const name = lastPart(this.host.path(uri) ?? uri);
    return [...this.known.values()].some(({ loaded: { context } }) =>
      [...context.nets.keys()].some((net) => lastPart(net) === name),
    );
  }

  /** Forgets a closed document; returns the files that no other open document refers to. */
  forget(uri: string): string[] {
    const files = this.filesOf(uri);
    this.known.delete(uri);
    this.wanted.delete(uri);
    return files.filter((file) => !this.leadsTo(file));
  }

  /** Loads the context of a document if it may have changed; undefined if it has not. */
  async refresh(document: Document): Promise<ContextChange | undefined> {
    const { uri } = document;
    const key = this.keyOf(document);
    this.wanted.set(uri, key);
    if (this.known.get(uri)?.key === key) return undefined;
    const loaded = await this.load(document);
    if (this.wanted.get(uri) !== key) return undefined;
    const before = this.filesOf(uri);
    const wasEmpty = isEmptyContext(this.of(uri));
    this.known.set(uri, { key, loaded });
    return {
      files: loaded.readWhole,
      removed: before.filter((file) => !this.leadsTo(file)),
      isRelevant: !(wasEmpty && isEmptyContext(loaded.context)),
    };
  }

  /** The context of a document, which need not be open. */
  load(document: Document): Promise<LoadedContext> {
    const host = this.host.path(document.uri) === undefined ? noHost : this.host;
    return loadContext(document, this.settingsOf(document.uri), host, this.solvers);
  }

  private keyOf(document: Document): string {
    const { protoFile, protoMessage } = document.directives;
    const sources = document.dataSources().map(dataSourceKey);
    return JSON.stringify([this.generation, protoFile, protoMessage, sources, netNames(document)]);
  }

  private filesOf(uri: string): string[] {
    return [...(this.known.get(uri)?.loaded.readWhole.keys() ?? [])];
  }

  private leadsTo(file: string): boolean {
    return [...this.known.values()].some(({ loaded }) => loaded.readWhole.has(file));
  }
}

function lastPart(path: string): string {
  return path.replace(/^.*[\\/]/u, '');
}

/** The files that a document refers to, and those that no document refers to any more. */
export interface ContextChange {
  readonly files: ReadonlyMap<string, WholeFile>;
  readonly removed: readonly string[];
  /** Whether the document has, or had, a workspace context. */
  readonly isRelevant: boolean;
}
