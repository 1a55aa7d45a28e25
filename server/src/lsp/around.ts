import type { Document } from '../document/document.ts';
import { isEmpty, noSurroundings, type Surroundings } from '../document/surroundings.ts';
import { sourceKey } from '../layers/source.ts';
import { type Gathered, gather, type WorkspaceSettings } from '../workspace/gather.ts';
import { type Host, noHost } from '../workspace/host.ts';
import { Solvers } from '../workspace/solvers.ts';
import type { WholeFile } from '../workspace/wholeFile.ts';

/** The workspace context of the open documents; reloaded when a document refers to different files or files change. */
export class Around {
  settings: WorkspaceSettings = { inputShapes: [] };
  host: Host = noHost;
  private readonly known = new Map<string, { readonly key: string; readonly gathered: Gathered }>();
  /** The latest request of each open document; results of older requests are dropped. */
  private readonly wanted = new Map<string, string>();
  private readonly solvers = new Solvers();
  private generation = 0;

  of(uri: string): Surroundings {
    return this.known.get(uri)?.gathered.surroundings ?? noSurroundings;
  }

  /** The declarations file of a document and its text; the text is undefined if the file does not exist. */
  declarationsOf(uri: string): { file: string; text: string | undefined } | undefined {
    if (!uri.startsWith('file:')) return undefined;
    const { configuration, readWhole } = this.known.get(uri)?.gathered ?? {};
    const file = configuration ?? this.host.newConfiguration(uri);
    return file === undefined ? undefined : { file, text: readWhole?.get(file)?.text };
  }

  /** Invalidates the context of all documents. */
  forgetAll(): void {
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

  /** Forgets a closed document; returns the files that no other open document refers to. */
  forget(uri: string): string[] {
    const files = this.filesOf(uri);
    this.known.delete(uri);
    this.wanted.delete(uri);
    return files.filter((file) => !this.leadsTo(file));
  }

  /** Loads the context of a document if it may have changed; undefined if it has not. */
  async look(document: Document): Promise<Found | undefined> {
    const { uri } = document;
    const key = this.keyOf(document);
    this.wanted.set(uri, key);
    if (this.known.get(uri)?.key === key) return undefined;
    const gathered = await gather(
      document,
      this.settings,
      uri.startsWith('file:') ? this.host : noHost,
      this.solvers,
    );
    if (this.wanted.get(uri) !== key) return undefined;
    const before = this.filesOf(uri);
    const wasEmpty = isEmpty(this.of(uri));
    this.known.set(uri, { key, gathered });
    return {
      files: gathered.readWhole,
      gone: before.filter((file) => !this.leadsTo(file)),
      says: !(wasEmpty && isEmpty(gathered.surroundings)),
    };
  }

  private keyOf(document: Document): string {
    const { protoFile, protoMessage } = document.directives;
    const sources = document.sourceRequests().map(sourceKey);
    return JSON.stringify([this.generation, protoFile, protoMessage, sources]);
  }

  private filesOf(uri: string): string[] {
    return [...(this.known.get(uri)?.gathered.readWhole.keys() ?? [])];
  }

  private leadsTo(file: string): boolean {
    return [...this.known.values()].some(({ gathered }) => gathered.readWhole.has(file));
  }
}

/** The files that a document refers to, and those that no document refers to any more. */
export interface Found {
  readonly files: ReadonlyMap<string, WholeFile>;
  readonly gone: readonly string[];
  /** Whether the document has, or had, a workspace context. */
  readonly says: boolean;
}
