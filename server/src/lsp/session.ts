import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  MessageType,
  type ResponseError,
  SemanticTokensRefreshRequest,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { Document } from '../document/document.ts';
import type { AnalysisSettings } from '../document/settings.ts';
import { diagnostics } from '../features/diagnostics/diagnostics.ts';
import { grouped } from '../features/diagnostics/grouped.ts';
import { diagnosticKey, whileTyping } from '../features/diagnostics/unfinished.ts';
import type { Diagnostic } from '../features/types.ts';
import type { InputAssumption } from '../layers/dataSource.ts';
import type { NetState, Phase } from '../net/states/state.ts';
import { changedRange } from '../text/common.ts';
import { visible } from '../text/visible.ts';
import { Analyses, type Conditions } from './analyses.ts';
import { type ClientCapabilities, noCapabilities } from './capabilities.ts';
import { type ContextChange, ContextStore } from './contextStore.ts';
import { toFileDiagnostic, toGroupedDiagnostic } from './convert/features.ts';
import { DiagnosticReports } from './diagnostics/reports.ts';
import { WorkspaceNets } from './diagnostics/workspaceNets.ts';
import type { FailureLog } from './failureLog.ts';
import { FileSettings, type FolderSettings } from './fileSettings.ts';
import { NetIndex } from './netIndex.ts';
import { OtherNets } from './otherNets.ts';
import type { ServerNotifications } from './protocol.ts';
import { answer, createSchedule, type Schedule, whenIdle } from './schedule.ts';
import type { Settings } from './settings.ts';
import { type OpenedText, type Text, type TextChange, Texts, type UriOf } from './texts.ts';

/** What a user has chosen for a document, and the settings that follow from it. */
interface Choice {
  /** The state to show. It is also checked if the document is not built for it. */
  readonly state?: NetState | undefined;
  /** The shapes to assume for the inputs. */
  readonly assumed?: InputAssumption | undefined;
  readonly settings: AnalysisSettings;
}

interface Published {
  readonly text: string;
  readonly shown: ReadonlySet<string>;
}

/** The pause in typing after which errors in half-typed words are shown, in milliseconds. */
const settling = 500;

/** The open documents and settings of the editor; publishes diagnostics when they change. */
export class Session {
  private fileSettings = new FileSettings(undefined, [], (analysis) => this.logged(analysis));
  capabilities: ClientCapabilities = noCapabilities;
  readonly contexts = new ContextStore();
  readonly texts = new Texts();
  readonly uriOf: UriOf;
  /** The nets that are compared with open documents. */
  readonly others = new OtherNets(this.contexts);
  /** The layers of the nets of the workspace. */
  readonly index: NetIndex;
  private readonly connection: Connection;
  private readonly analyses = new Analyses();
  private readonly schedule: Schedule;
  /** The phase that is shown first. */
  private phase: Phase = this.fileSettings.base.phase;
  /** What the user has chosen, by document. */
  private readonly choices = new Map<string, Choice>();
  /** The texts and keys of the published diagnostics, by document. */
  private readonly published = new Map<string, Published>();
  /** The latest attempt to publish the diagnostics of each document. */
  private readonly publishing = new Map<string, object>();
  readonly log: FailureLog;
  /** When the editor last needed an answer. */
  private active = Number.NEGATIVE_INFINITY;
  private settingsListener: (settings: Settings) => void = () => undefined;
  readonly reports: DiagnosticReports;
  /** The files of the workspace that are checked without being open. */
  readonly workspaceNets: WorkspaceNets;

  constructor(connection: Connection, uriOf: UriOf, log: FailureLog) {
    this.connection = connection;
    this.uriOf = uriOf;
    this.index = new NetIndex(this.texts, uriOf);
    this.log = log;
    this.reports = new DiagnosticReports(connection);
    this.workspaceNets = new WorkspaceNets(this);
    this.schedule = createSchedule(log);
  }

  open(text: OpenedText): void {
    this.texts.open(text);
    this.workspaceNets.opened(text.uri);
    this.reports.open(text.uri);
    this.publishLater(text.uri);
  }

  /** Changes an open document. */
  change(uri: string, version: number, changes: readonly TextChange[]): void {
    this.active = performance.now();
    if (this.texts.change(uri, version, changes)) this.publishLater(uri);
  }

  /** Answers a request about an open document; null if it is not open. */
  reply<T>(
    uri: string,
    token: CancellationToken,
    run: (document: Document, text: Text) => T | null | Promise<T | null>,
  ): Promise<T | null | ResponseError<void>> {
    this.active = performance.now();
    return answer(
      token,
      () => this.ready(uri),
      () => {
        const text = this.texts.get(uri);
        return text ? run(this.analyze(text), text) : null;
      },
    );
  }

  /** Shows a warning to the user. */
  warn(message: string): void {
    const params = { type: MessageType.Warning, message: visible(message) };
    void this.connection.sendNotification(ShowMessageNotification.method, params);
  }

  readonly linkOf = (code: string) => this.capabilities.codeLink?.replace('{code}', code);

  /** Applies new settings; selected states are kept unless the phase setting changes. */
  use(value: unknown, folders: readonly FolderSettings[] = []): void {
    const last = this.fileSettings.base;
    this.fileSettings = new FileSettings(value, folders, (analysis) => this.logged(analysis));
    const settings = this.fileSettings.base;
    if (settings.phase !== last.phase) {
      this.phase = settings.phase;
      for (const [uri, choice] of this.choices) this.choose(uri, { ...choice, state: undefined });
    }
    for (const [uri, choice] of this.choices) this.choose(uri, choice);
    this.contexts.settingsOf = (uri) => this.settingsOf(uri).workspace;
    this.refreshContexts();
    this.settingsListener(settings);
  }

  /** Resolves when the user has paused, for work in the background. */
  pause(): Promise<void> {
    return whenIdle(() => this.active);
  }

  /** Calls a function with the settings, now and when they change. */
  onSettings(listener: (settings: Settings) => void): void {
    this.settingsListener = listener;
    listener(this.fileSettings.base);
  }

  /** The settings of a file. */
  settingsOf(uri: string): Settings {
    return this.fileSettings.of(uri);
  }

  private logged(analysis: AnalysisSettings): AnalysisSettings {
    return { ...analysis, onInternalError: (task, error) => this.log.write(task, error) };
  }

  /** The state for hints, hovers and totals of a document: the selected one, otherwise the first of the shown phase. */
  stateOf(document: Document): NetState {
    const { states } = document.states();
    const chosen = this.choices.get(document.uri)?.state;
    return chosen ?? states.find(({ phase }) => phase === this.phase) ?? states[0];
  }

  /** Shows a state of a document, and its phase for other documents. */
  show(uri: string, state: NetState): void {
    this.phase = state.phase;
    this.choose(uri, { ...this.choices.get(uri), state });
    this.refresh();
  }

  /** Computes a document with other shapes of its inputs; with those of the file if nothing is assumed. */
  assume(uri: string, assumed: InputAssumption | undefined): void {
    this.choose(uri, { ...this.choices.get(uri), assumed });
    this.publishLater(uri);
    this.refreshHints();
  }

  private choose(uri: string, { state, assumed }: Omit<Choice, 'settings'>): void {
    const settings = { ...this.settingsOf(uri).analysis, alsoState: state, assumed };
    this.choices.set(uri, { state, assumed, settings });
  }

  /** Reloads the workspace context of the open documents. */
  refreshContexts(): void {
    this.contexts.invalidateAll();
    this.others.clear();
    this.index.clear();
    this.refresh();
    if (this.workspaceNets.isOn)
      this.schedule.later('workspace', () => this.workspaceNets.recheck(), settling);
  }

  /** Searches the solvers of the workspace, which request the states of its nets, in the background. */
  async findSolvers(): Promise<void> {
    try {
      if (await this.contexts.findSolvers()) this.refreshContexts();
    } catch (error) {
      this.log.write('The search for solvers failed.', error);
    }
  }

  /** Handles changed, created and deleted files. Most prototxt files are nets, which do not affect other files. */
  async filesChanged(changes: readonly string[]): Promise<void> {
    // Most text files are no lists of data.
    const uris = changes.filter((uri) => !uri.endsWith('.txt') || this.contexts.mayRead(uri));
    const nets = uris.filter((uri) => uri.endsWith('.prototxt'));
    if (nets.length > 0) this.index.clear();
    this.workspaceNets.changed(nets.filter((uri) => !this.texts.get(uri)));
    let changed = nets.length < uris.length || nets.some((uri) => this.contexts.mayBuild(uri));
    for (const uri of nets) {
      if (!this.texts.get(uri)) changed = (await this.contexts.readSolver(uri)) || changed;
    }
    if (changed) this.refreshContexts();
  }

  private refresh(): void {
    for (const uri of this.texts.uris()) this.publishLater(uri);
    this.refreshHints();
  }

  private refreshHints(): void {
    // The request fails if the editor is closing.
    if (this.capabilities.refreshesHints) this.connection.languages.inlayHint.refresh().catch(() => {});
    if (this.capabilities.refreshesLenses)
      this.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
    if (this.capabilities.refreshesTokens)
      this.connection.sendRequest(SemanticTokensRefreshRequest.type).catch(() => {});
  }

  private publishLater(uri: string): void {
    this.schedule.later(uri, () => this.publish(uri).catch((error) => this.failed(uri, error)));
  }

  /** A client that pulls does not wait for diagnostics that cannot be computed. */
  private failed(uri: string, error: unknown): never {
    const text = this.texts.get(uri);
    if (text) this.reports.report(uri, text.version, []);
    throw error;
  }

  private analyze(text: Text): Document {
    return this.analyses.of(text, this.conditionsOf(text.uri));
  }

  /** Resolves when the analysis of a document is fast. */
  private async ready(uri: string): Promise<void> {
    const text = this.texts.get(uri);
    if (text) await this.analyses.ready(text, this.conditionsOf(uri));
  }

  private conditionsOf(uri: string): Conditions {
    const settings = this.choices.get(uri)?.settings ?? this.settingsOf(uri).analysis;
    return { settings, context: this.contexts.of(uri) };
  }

  /** Publishes the problems of the files that a document refers to, and refreshes hints if shapes may have changed. */
  private publishFiles({ files, removed, isRelevant }: ContextChange): void {
    for (const [file, { text, diagnostics: problems }] of files) {
      const uri = this.uriOf(file);
      const written = this.texts.create({ uri, version: 0, text });
      const diagnostics = problems.map((diagnostic) => toFileDiagnostic(diagnostic, written));
      void this.connection.sendDiagnostics({ uri, diagnostics });
    }
    for (const file of removed)
      void this.connection.sendDiagnostics({ uri: this.uriOf(file), diagnostics: [] });
    if (isRelevant) this.refreshHints();
  }

  private async publish(uri: string, isSettled = false): Promise<void> {
    const own = {};
    this.publishing.set(uri, own);
    await this.ready(uri);
    // If several calls have waited for one long analysis, only the last one publishes.
    if (this.publishing.get(uri) !== own) return;
    const text = this.texts.get(uri);
    if (!text) return;
    const document = this.analyze(text);
    await this.refreshContext(document);
    await this.ready(uri);
    if (this.publishing.get(uri) === own) this.publishDiagnostics(uri, isSettled);
  }

  /** Reloads the workspace context of a document if it may have changed. An error leaves the document without one. */
  private async refreshContext(document: Document): Promise<void> {
    try {
      if (this.contexts.openSolver(document)) this.refreshContexts();
      const change = await this.contexts.refresh(document);
      if (change) this.publishFiles(change);
    } catch (error) {
      this.log.write(`The files of ${document.uri} cannot be read.`, error);
    }
  }

  /** Uses the latest text, which may have changed while files were read. */
  private publishDiagnostics(uri: string, isSettled: boolean): void {
    const text = this.texts.get(uri);
    if (!text) return;
    const started = performance.now();
    const document = this.analyze(text);
    const all = diagnostics(document);
    const shown = isSettled ? all : this.whileTyping(document, all);
    const found = grouped(document, shown).map((diagnostic) =>
      toGroupedDiagnostic(diagnostic, text, this.linkOf),
    );
    this.reports.report(uri, text.version, found);
    this.notify('caffePrototxt/summaryChanged', { uri });
    this.published.set(uri, { text: document.text, shown: new Set(shown.map(diagnosticKey)) });
    this.schedule.took(uri, performance.now() - started);
    if (shown.length < all.length) this.schedule.later(uri, () => this.publish(uri, true), settling);
  }

  /** The diagnostics to show immediately: all for a newly opened document, fewer while the user types. */
  private whileTyping(document: Document, all: readonly Diagnostic[]): readonly Diagnostic[] {
    const last = this.published.get(document.uri);
    if (!last || last.text === document.text) return all;
    return whileTyping(document, all, changedRange(last.text, document.text), last.shown);
  }

  private notify<M extends keyof ServerNotifications>(method: M, params: ServerNotifications[M]): void {
    void this.connection.sendNotification(method, params);
  }

  close(uri: string): void | Promise<void> {
    if (!this.texts.close(uri)) return;
    this.schedule.drop(uri);
    this.choices.delete(uri);
    this.published.delete(uri);
    this.publishing.delete(uri);
    this.analyses.forget(uri);
    for (const file of this.contexts.forget(uri)) {
      void this.connection.sendDiagnostics({ uri: this.uriOf(file), diagnostics: [] });
    }
    if (this.workspaceNets.follows(uri)) this.workspaceNets.closed(uri);
    this.reports.close(uri, this.workspaceNets.follows(uri));
    // Use the text of a solver on disk again.
    if (uri.endsWith('.prototxt')) return this.filesChanged([uri]);
  }
}
