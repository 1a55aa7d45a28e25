import type { Document } from '../document/document.ts';
import { isEmpty, noSurroundings, type Surroundings } from '../document/surroundings.ts';
import { sourceKey } from '../layers/source.ts';
import { type Gathered, gather, type WorkspaceSettings } from '../workspace/gather.ts';
import { type Host, noHost } from '../workspace/host.ts';
import { Solvers } from '../workspace/solvers.ts';
import type { WholeFile } from '../workspace/wholeFile.ts';

/** What surrounds the open documents; looked at again when a document leads elsewhere, or when files changed. */
export class Around {
  settings: WorkspaceSettings = { inputShapes: [] };
  host: Host = noHost;
  private readonly known = new Map<string, { readonly key: string; readonly gathered: Gathered }>();
  /** What each open document was last looked at for; a slower look for something older counts no more. */
  private readonly wanted = new Map<string, string>();
  private readonly solvers = new Solvers();
  private generation = 0;

  of(uri: string): Surroundings {
    return this.known.get(uri)?.gathered.surroundings ?? noSurroundings;
  }

  /** Where layers are declared for a document, and what stands there; no text where the file is still to be made. */
  declarationsOf(uri: string): { file: string; text: string | undefined } | undefined {
    if (!uri.startsWith('file:')) return undefined;
    const { configuration, readWhole } = this.known.get(uri)?.gathered ?? {};
    const file = configuration ?? this.host.newConfiguration(uri);
    return file === undefined ? undefined : { file, text: readWhole?.get(file)?.text };
  }

  /** Everything is to be looked at again. */
  forgetAll(): void {
    this.generation += 1;
  }

  /** Looks for solvers in the workspace; whether nets may have to be looked at again. */
  async findSolvers(): Promise<boolean> {
    const host = this.host;
    const changed = await this.solvers.scan(host);
    return changed && host === this.host;
  }

  /** Takes an open document that may be a solver; whether nets may have to be looked at again. */
  openSolver({ uri, text }: Document): boolean {
    const path = this.host.path(uri);
    return path !== undefined && this.solvers.set(path, text);
  }

  /** A prototxt file was changed, made or deleted on the disk; whether nets may have to be looked at again. */
  async readSolver(uri: string): Promise<boolean> {
    const path = this.host.path(uri);
    return path !== undefined && this.solvers.read(path, this.host);
  }

  /** Forgets a closed document; the files that no other open document leads to. */
  forget(uri: string): string[] {
    const files = this.filesOf(uri);
    this.known.delete(uri);
    this.wanted.delete(uri);
    return files.filter((file) => !this.leadsTo(file));
  }

  /** Looks around a document if it may have changed there; what was found, undefined where nothing is new. */
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

/** The files that a document leads to now, and those to which none does any more. */
export interface Found {
  readonly files: ReadonlyMap<string, WholeFile>;
  readonly gone: readonly string[];
  /** Whether what surrounds the document says something of it, or did. */
  readonly says: boolean;
}
