import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { createDocument, withContext } from '../../document/document.ts';
import { diagnostics } from '../../features/diagnostics/diagnostics.ts';
import { grouped } from '../../features/diagnostics/grouped.ts';
import { openInSteps } from '../../features/prepare.ts';
import type { Steps } from '../../memo/steps.ts';
import { parseInSteps } from '../../syntax/parse.ts';
import { type Host, readText } from '../../workspace/host.ts';
import type { ContextStore } from '../contextStore.ts';
import { toGroupedDiagnostic } from '../convert/features.ts';
import type { FailureLog } from '../failureLog.ts';
import type { WorkspaceCounts } from '../protocol.ts';
import type { Settings } from '../settings.ts';
import type { Texts, UriOf } from '../texts.ts';
import type { DiagnosticReports } from './reports.ts';

/** What the check of a workspace needs from the session. */
export interface Workspace {
  readonly contexts: ContextStore;
  readonly texts: Texts;
  readonly uriOf: UriOf;
  readonly reports: DiagnosticReports;
  readonly log: FailureLog;
  readonly linkOf: (code: string) => string | undefined;
  settingsOf(uri: string): Settings;
  /** Resolves when the user has paused, so that the editor answers first. */
  pause(): Promise<void>;
}

/** Shows how much of a check is done. */
export interface Progress {
  report(done: number, all: number): void;
  end(): void;
}

/** The limits of a check: files, and diagnostics of a file, errors first. Editors do not list hints of closed files. */
const [mostFiles, mostItems] = [5000, 100];

/** The time slice of an analysis, in milliseconds. */
const turn = 10;

/**
 * The nets and solvers of a workspace that are not open, which are checked in the background, one after the other, in
 * turns with all other work. Only their diagnostics are kept.
 */
export class WorkspaceNets {
  private readonly workspace: Workspace;
  private readonly waiting = new Set<string>();
  /** The numbers of errors and warnings of the files that have diagnostics. */
  private readonly reported = new Map<string, Pick<WorkspaceCounts, 'errors' | 'warnings'>>();
  private running: Promise<void> | undefined;
  private progress = noProgress;
  /** Whether files are checked when they change. */
  isOn = false;
  private all = 0;
  private readonly checked = new Set<string>();
  private isCancelled = false;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** Checks all files, and from then on those that change. Resolves at the end, or when it is cancelled. */
  async checkAll(progress: Progress): Promise<void> {
    this.isOn = true;
    this.progress.end();
    this.progress = progress;
    this.isCancelled = false;
    await this.addAll();
    await this.run();
  }

  /** Checks all files again, as something that they depend on has changed. */
  async recheck(): Promise<void> {
    if (!this.isOn) return;
    await this.addAll();
    await this.run();
  }

  /** Resolves when no file waits to be checked. */
  async settled(): Promise<void> {
    await this.running;
  }

  /** Stops a check; files that it has not reached keep their diagnostics. */
  cancel(): void {
    this.isCancelled = this.waiting.size > 0;
    this.waiting.clear();
  }

  /** The problems of the files that are not open. */
  counts(): WorkspaceCounts {
    const counts = [...this.reported.values()];
    return {
      checked: this.checked.size,
      files: counts.filter(({ errors }) => errors > 0).length,
      errors: counts.reduce((sum, { errors }) => sum + errors, 0),
      warnings: counts.reduce((sum, { warnings }) => sum + warnings, 0),
      isCancelled: this.isCancelled,
    };
  }

  /** Stops following files, and removes their diagnostics. */
  stop(): void {
    this.isOn = false;
    this.cancel();
    this.checked.clear();
    for (const uri of [...this.reported.keys()]) this.report(uri, []);
  }

  /** Checks files that have changed, or were closed. */
  changed(uris: readonly string[]): void {
    if (!this.isOn) return;
    const { host } = this.workspace.contexts;
    for (const uri of uris) {
      const path = host.path(uri);
      if (path !== undefined && this.waiting.size < mostFiles) this.waiting.add(path);
    }
    void this.run();
  }

  /** Whether a file that is closed keeps its diagnostics until it is checked. */
  follows(uri: string): boolean {
    return this.isOn && this.workspace.contexts.host.path(uri) !== undefined;
  }

  /** The diagnostics of a file are those of its document from now on. */
  opened(uri: string): void {
    this.reported.delete(uri);
  }

  /** The file was closed with diagnostics, which stay until it is checked. */
  closed(uri: string): void {
    this.reported.set(uri, countsOf([]));
    this.changed([uri]);
  }

  private async addAll(): Promise<void> {
    for await (const path of this.workspace.contexts.host.prototxtFiles()) {
      if (this.waiting.size >= mostFiles) break;
      this.waiting.add(path);
    }
    this.all = this.waiting.size;
  }

  private run(): Promise<void> {
    this.running ??= this.checkWaiting().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async checkWaiting(): Promise<void> {
    for (const path of this.waiting) {
      this.waiting.delete(path);
      await this.workspace.pause();
      await this.check(path).catch((error: unknown) =>
        this.workspace.log.write(`Checking ${path} failed.`, error),
      );
      this.progress.report(Math.max(0, this.all - this.waiting.size), this.all);
    }
    this.progress.end();
    this.progress = noProgress;
  }

  private async check(path: string): Promise<void> {
    const { texts, uriOf, contexts } = this.workspace;
    const uri = uriOf(path);
    if (texts.get(uri)) return;
    const { host } = contexts;
    this.checked.delete(uri);
    const items = (await host.size(path)) === undefined ? [] : await this.itemsOf(uri, path, host);
    // It may have been opened, or the check may have been ended.
    if (!texts.get(uri) && this.isOn) this.report(uri, items);
  }

  private report(uri: string, items: Diagnostic[]): void {
    const had = this.reported.delete(uri);
    if (items.length > 0) this.reported.set(uri, countsOf(items));
    if (had || items.length > 0) this.workspace.reports.reportClosed(uri, items);
  }

  private async itemsOf(uri: string, path: string, host: Host): Promise<Diagnostic[]> {
    const read = await readText(host, path);
    if (!('text' in read) || !looksLikeNet(read.text)) return [];
    const { texts, contexts, linkOf } = this.workspace;
    const input = { uri, version: 0, text: read.text, settings: this.workspace.settingsOf(uri).analysis };
    const tree = await this.inTurns(parseInSteps(read.text));
    const alone = createDocument({ ...input, tree });
    if (!alone.root) return [];
    this.checked.add(uri);
    // The dialect decides which files it refers to.
    await this.inTurns(alone.choosing());
    const { context } = await contexts.load(alone);
    const { root } = alone;
    const document = await this.inTurns(
      openInSteps({ ...input, context, root }, withContext(alone, context)),
    );
    const text = texts.create({ uri, version: 0, text: read.text });
    const found = diagnostics(document).filter(({ severity }) => severity !== 'hint');
    const [errors, others] = [true, false].map((wanted) =>
      found.filter(({ severity }) => (severity === 'error') === wanted),
    );
    return grouped(document, [...(errors ?? []), ...(others ?? [])])
      .slice(0, mostItems)
      .map((diagnostic) => toGroupedDiagnostic(diagnostic, text, linkOf));
  }

  /** Runs work in time slices, between which the editor is answered. */
  private async inTurns<T>(steps: Steps<T>): Promise<T> {
    for (let started = performance.now(); ; ) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() - started < turn) continue;
      await this.workspace.pause();
      started = performance.now();
    }
  }
}

function countsOf(items: readonly Diagnostic[]): Pick<WorkspaceCounts, 'errors' | 'warnings'> {
  const count = (wanted: DiagnosticSeverity) => items.filter(({ severity }) => severity === wanted).length;
  return { errors: count(DiagnosticSeverity.Error), warnings: count(DiagnosticSeverity.Warning) };
}

const noProgress: Progress = { report: () => undefined, end: () => undefined };

/** Most files with the ending are nets or solvers; others need not be parsed. */
function looksLikeNet(text: string): boolean {
  return /\b(?:layers?|input|net|train_net|net_param|train_net_param|base_lr)\b/u.test(text);
}
