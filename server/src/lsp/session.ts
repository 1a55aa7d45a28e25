import {
  type CancellationToken,
  type Connection,
  type ResponseError,
  TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { declareStub } from '../declare/stub.ts';
import type { Document } from '../document/document.ts';
import type { AnalysisSettings } from '../document/settings.ts';
import { diagnostics } from '../features/diagnostics/diagnostics.ts';
import { grouped } from '../features/diagnostics/grouped.ts';
import { diagnosticKey, whileTyping } from '../features/diagnostics/unfinished.ts';
import type { DeclareTask, Diagnostic } from '../features/types.ts';
import type { NetState, Phase } from '../net/states/state.ts';
import { changedRange } from '../text/common.ts';
import { Analyses, type Conditions } from './analyses.ts';
import { Around, type Found } from './around.ts';
import { toFileDiagnostic, toGroupedDiagnostic, toTextEdit } from './convert.ts';
import type { ServerNotifications } from './protocol.ts';
import { answer, createSchedule, logError, type Schedule } from './schedule.ts';
import { readSettings, type Settings } from './settings.ts';

/** The URI of a file that the host knows. */
export type UriOf = (file: string) => string;

/** A state to show, and settings that judge it besides those in which the document is built. */
interface ShownState {
  readonly state: NetState;
  readonly settings: AnalysisSettings;
}

interface Published {
  readonly text: string;
  readonly shown: ReadonlySet<string>;
}

/** How long typing must pause before errors of half-typed words are shown, in milliseconds. */
const settling = 500;

/** What the editor has open and wants to see; pushes diagnostics whenever either changes. */
export class Session {
  settings: Settings = readSettings(undefined);
  /** Whether the editor can be told to ask for inlay hints again. */
  refreshesHints = false;
  /** Whether the editor has the commands that ask people for what an edit needs. */
  runsCommands = false;
  /** Whether the editor asks for the edit of an action when somebody takes it. */
  resolvesEdits = false;
  /** Whether an edit may make a file. */
  makesFiles = false;
  /** Whether the editor can put the cursor into what a completion writes. */
  takesSnippets = false;
  /** Where the editor shows the page of a code, `{code}` standing for it. */
  codeLink: string | undefined;
  readonly around = new Around();
  private readonly connection: Connection;
  private readonly texts = new TextDocuments(TextDocument);
  private readonly analyses = new Analyses();
  private readonly schedule: Schedule;
  /** The phase that is shown first. */
  private phase: Phase = this.settings.phase;
  /** The states that people chose to see, by document. */
  private readonly shown = new Map<string, ShownState>();
  /** The texts to which the published diagnostics belong, and what these are. */
  private readonly published = new Map<string, Published>();
  /** The latest attempt to publish the diagnostics of each document. */
  private readonly publishing = new Map<string, object>();
  private readonly uriOf: UriOf;

  constructor(connection: Connection, uriOf: UriOf) {
    this.connection = connection;
    this.uriOf = uriOf;
    this.schedule = createSchedule(connection);
    this.texts.onDidChangeContent(({ document }) => this.publishLater(document.uri));
    this.texts.onDidClose(({ document }) => this.close(document.uri));
    this.texts.listen(connection);
  }

  /** Answers a request about an open document; null where it is not open. */
  reply<T>(
    uri: string,
    token: CancellationToken,
    run: (document: Document, text: TextDocument) => T | null,
  ): Promise<T | null | ResponseError<void>> {
    return answer(
      this.connection,
      token,
      () => this.ready(uri),
      () => {
        const text = this.texts.get(uri);
        return text ? run(this.analyse(text), text) : null;
      },
    );
  }

  readonly linkOf = (code: string) => this.codeLink?.replace('{code}', code);

  /** The edit that writes a rule for a layer into the declarations that count for a document. */
  declaring(uri: string, { name, ...example }: DeclareTask): WorkspaceEdit | undefined {
    const place = this.around.declarationsOf(uri);
    if (!place || (place.text === undefined && !this.makesFiles)) return undefined;
    const text = TextDocument.create(this.uriOf(place.file), 'jsonc', 0, place.text ?? '');
    const edits = declareStub(place.text ?? '', name, example).map((edit) => toTextEdit(edit, text));
    if (edits.length === 0) return undefined;
    if (place.text !== undefined) return { changes: { [text.uri]: edits } };
    const textDocument = { uri: text.uri, version: null };
    return {
      documentChanges: [
        { kind: 'create', uri: text.uri },
        { textDocument, edits },
      ],
    };
  }

  /** Takes new settings; a state that was chosen since stays unless the setting of the phase changed. */
  use(settings: Settings): void {
    if (settings.phase !== this.settings.phase) {
      this.phase = settings.phase;
      this.shown.clear();
    }
    this.settings = settings;
    for (const [uri, { state }] of this.shown) this.shown.set(uri, this.shownState(state));
    this.around.settings = settings.workspace;
    this.lookAgain();
  }

  /** The state that hints, hovers and totals of a document show: the chosen one, else the first of the shown phase. */
  stateOf(document: Document): NetState {
    const { states } = document.states();
    const chosen = this.shown.get(document.uri)?.state;
    return chosen ?? states.find(({ phase }) => phase === this.phase) ?? states[0];
  }

  /** Shows another state of a document, and its phase of others. */
  show(uri: string, state: NetState): void {
    this.phase = state.phase;
    this.shown.set(uri, this.shownState(state));
    this.refresh();
  }

  private shownState(state: NetState): ShownState {
    return { state, settings: { ...this.settings.analysis, alsoState: state } };
  }

  /** Files around the open ones may have changed. */
  lookAgain(): void {
    this.around.forgetAll();
    this.refresh();
  }

  /** Solvers of the workspace decide for which states its nets are built; nobody waits for the search. */
  findSolvers(): void {
    const log = (error: unknown) => logError(this.connection, error);
    this.around.findSolvers().then((changed) => changed && this.lookAgain(), log);
  }

  /** Files were changed, made or deleted. Most prototxt files are nets, which concern no other file. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    const nets = uris.filter((uri) => uri.endsWith('.prototxt'));
    let changed = nets.length < uris.length;
    for (const uri of nets) {
      if (!this.texts.get(uri)) changed = (await this.around.readSolver(uri)) || changed;
    }
    if (changed) this.lookAgain();
  }

  private refresh(): void {
    for (const uri of this.texts.keys()) this.publishLater(uri);
    this.refreshHints();
  }

  private refreshHints(): void {
    // The editor may be closing; then nobody needs fresh hints.
    if (this.refreshesHints) this.connection.languages.inlayHint.refresh().catch(() => {});
  }

  private publishLater(uri: string): void {
    this.schedule.later(uri, () => this.publish(uri));
  }

  private analyse(text: TextDocument): Document {
    return this.analyses.of(text, this.conditionsOf(text.uri));
  }

  /** Resolves once the analysis of a document takes little time. */
  private async ready(uri: string): Promise<void> {
    const text = this.texts.get(uri);
    if (text) await this.analyses.ready(text, this.conditionsOf(uri));
  }

  private conditionsOf(uri: string): Conditions {
    const settings = this.shown.get(uri)?.settings ?? this.settings.analysis;
    return { settings, surroundings: this.around.of(uri) };
  }

  /** Problems of the files that a document leads to, in those files; shapes may be known now. */
  private tellOfFiles({ files, gone, says }: Found): void {
    for (const [file, { text, problems }] of files) {
      const uri = this.uriOf(file);
      const written = TextDocument.create(uri, 'plaintext', 0, text);
      const diagnostics = problems.map((problem) => toFileDiagnostic(problem, written));
      void this.connection.sendDiagnostics({ uri, diagnostics });
    }
    for (const file of gone) void this.connection.sendDiagnostics({ uri: this.uriOf(file), diagnostics: [] });
    if (says) this.refreshHints();
  }

  private async publish(uri: string, isSettled = false): Promise<void> {
    const own = {};
    this.publishing.set(uri, own);
    await this.ready(uri);
    // Several may have waited for one long analysis; the last of them publishes.
    if (this.publishing.get(uri) !== own) return;
    const text = this.texts.get(uri);
    if (!text) return;
    const document = this.analyse(text);
    if (this.around.openSolver(document)) this.lookAgain();
    const found = await this.around.look(document);
    if (found) this.tellOfFiles(found);
    await this.ready(uri);
    if (this.publishing.get(uri) === own) this.publishDiagnostics(uri, isSettled);
  }

  /** What is newest may have changed while files were read. */
  private publishDiagnostics(uri: string, isSettled: boolean): void {
    const text = this.texts.get(uri);
    if (!text) return;
    const started = performance.now();
    const document = this.analyse(text);
    const all = diagnostics(document);
    const shown = isSettled ? all : this.whileTyping(document, all);
    const found = grouped(document, shown).map((diagnostic) =>
      toGroupedDiagnostic(diagnostic, text, this.linkOf),
    );
    void this.connection.sendDiagnostics({ uri, version: text.version, diagnostics: found });
    this.notify('caffePrototxt/summaryChanged', { uri });
    this.published.set(uri, { text: document.text, shown: new Set(shown.map(diagnosticKey)) });
    this.schedule.took(uri, performance.now() - started);
    if (shown.length < all.length) this.schedule.later(uri, () => this.publish(uri, true), settling);
  }

  /** What is shown of a document at once: all of one that was just opened, less while somebody types in it. */
  private whileTyping(document: Document, all: readonly Diagnostic[]): readonly Diagnostic[] {
    const last = this.published.get(document.uri);
    if (!last || last.text === document.text) return all;
    return whileTyping(document, all, changedRange(last.text, document.text), last.shown);
  }

  private notify<M extends keyof ServerNotifications>(method: M, params: ServerNotifications[M]): void {
    void this.connection.sendNotification(method, params);
  }

  private close(uri: string): void {
    this.schedule.drop(uri);
    this.shown.delete(uri);
    this.published.delete(uri);
    this.publishing.delete(uri);
    this.analyses.forget(uri);
    for (const file of this.around.forget(uri)) {
      void this.connection.sendDiagnostics({ uri: this.uriOf(file), diagnostics: [] });
    }
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    // A solver counts as it is on the disk again.
    if (uri.endsWith('.prototxt')) void this.filesChanged([uri]);
  }
}
