import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';

/** The diagnostics of a version of an open document. */
interface Report {
  readonly version: number;
  readonly items: readonly Diagnostic[];
  /** The same for the same diagnostics. */
  readonly id: string;
  /** Whether the client has pulled it. */
  isPulled: boolean;
}

type ClosedReport = Pick<Report, 'items' | 'id'>;

/**
 * Brings the diagnostics of open documents to the client: pushes them, or keeps them for a client that pulls. Never
 * both.
 */
export class DiagnosticReports {
  /** Whether the client pulls. */
  pulls = false;
  /** Whether the client can be requested to pull again. */
  refreshes = false;
  private readonly connection: Connection;
  private readonly known = new Map<string, Report>();
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly closed = new Map<string, ClosedReport>();
  private lastId = 0;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Reports the diagnostics of a version of a document. */
  report(uri: string, version: number, items: Diagnostic[]): void {
    if (!this.pulls) {
      void this.connection.sendDiagnostics({ uri, version, diagnostics: items });
      return;
    }
    const last = this.known.get(uri);
    const isSame = last !== undefined && JSON.stringify(last.items) === JSON.stringify(items);
    const id = isSame ? last.id : this.nextId();
    this.known.set(uri, { version, items, id, isPulled: false });
    // The client pulls again after an edit, but does not know of other changes.
    if (!isSame && last?.isPulled && last.version === version) this.refresh();
    this.wake(uri);
  }

  /** Forgets a closed document, and removes its diagnostics unless they stay. */
  close(uri: string, isFollowed: boolean): void {
    this.known.delete(uri);
    this.wake(uri);
    if (!this.pulls && !isFollowed) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Reports the diagnostics of a file that is not open. */
  reportClosed(uri: string, items: Diagnostic[]): void {
    if (!this.pulls) {
      void this.connection.sendDiagnostics({ uri, diagnostics: items });
      return;
    }
    // Removed diagnostics must be reported as such.
    this.closed.set(uri, { items, id: this.nextId() });
  }

  /** The reports of files that are not open; those that the client has are unchanged. */
  pullClosed(lastIds: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    return [...this.closed].map(([uri, { items, id }]) => ({
      uri,
      version: null,
      ...(lastIds.get(uri) === id
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
        : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] }),
    }));
  }

  /** A document that is opened has its own report. */
  open(uri: string): void {
    this.closed.delete(uri);
  }

  /** Requests the client to pull again. */
  refresh(): void {
    // The request fails if the editor is closing.
    if (this.refreshes) this.connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => {});
  }

  /**
   * The report of a document, as soon as the diagnostics of its version are known. `versionOf` returns its current
   * version, and undefined once it is closed.
   */
  async pull(
    uri: string,
    versionOf: () => number | undefined,
    lastId: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport | ResponseError<void>> {
    for (;;) {
      const version = versionOf();
      const report = this.known.get(uri);
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (version === undefined) return full([]);
      if (report?.version === version) {
        report.isPulled = true;
        return report.id === lastId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.id }
          : full(report.items, report.id);
      }
      await this.next(uri, token);
    }
  }

  private nextId(): string {
    this.lastId += 1;
    return String(this.lastId);
  }

  /** Resolves at the next report of a document, or when the request is cancelled. */
  private next(uri: string, token: CancellationToken): Promise<void> {
    const waiting = this.waiting.get(uri) ?? new Set();
    this.waiting.set(uri, waiting);
    return new Promise((resolve) => {
      const listener = token.onCancellationRequested(() => resolve());
      waiting.add(() => {
        listener.dispose();
        resolve();
      });
    });
  }

  private wake(uri: string): void {
    const waiting = this.waiting.get(uri);
    this.waiting.delete(uri);
    for (const wake of waiting ?? []) wake();
  }
}

function full(items: readonly Diagnostic[], resultId?: string): DocumentDiagnosticReport {
  return {
    kind: DocumentDiagnosticReportKind.Full,
    items: [...items],
    ...(resultId !== undefined && { resultId }),
  };
}
