import type { Range, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver';
import type { ForkInfo, InputBlob, NetSummary, StateInfo, SummaryRow } from '../features/types.ts';

/** What client and server say to each other beyond the language server protocol. Types only: clients import them. */

export type { ForkInfo, InputBlob, StateInfo };

/** A row of the summary, with its place as an editor counts it. */
export interface PlacedRow extends Omit<SummaryRow, 'range'> {
  readonly range: Range;
}

/** The totals and rows of a document's net in the state that is shown. */
export interface Summary extends Omit<NetSummary, 'rows'> {
  readonly rows: readonly PlacedRow[];
}

export interface SummaryParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface SetStateParams {
  readonly textDocument: TextDocumentIdentifier;
  /** A state as `StateInfo.label` writes it. */
  readonly state: string;
}

export interface StateShapeParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly blob: string;
  readonly dims: readonly number[];
}

export interface SetDialectParams {
  readonly textDocument: TextDocumentIdentifier;
  /** `auto` lets the file decide. */
  readonly dialect: string;
}

export interface DeployParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly dropDropout?: boolean;
  /** Shapes of inputs by name. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
}

/** The text of a deployed net, or why there is none. */
export interface DeployAnswer {
  readonly text?: string;
  readonly problem?: string;
  /** What people should know of the text. */
  readonly notes: readonly string[];
  /** The inputs whose shapes have to be said first. */
  readonly unknown: readonly InputBlob[];
  readonly hasDropout: boolean;
}

/** Edits that bring a file into today's syntax, or why that cannot be done. */
export interface UpgradeAnswer {
  readonly edits: readonly TextEdit[];
  readonly problem?: string;
}

/** Requests from the client; a summary is null where the document is no net. */
export interface Requests {
  'caffePrototxt/summary': { params: SummaryParams; result: Summary | null };
  /** The blobs of the data layers in the state that is shown. */
  'caffePrototxt/inputs': { params: SummaryParams; result: readonly InputBlob[] | null };
  /** Edits that state the shape of a blob in a comment. */
  'caffePrototxt/stateShape': { params: StateShapeParams; result: readonly TextEdit[] | null };
  /** Edits that pin the dialect of a file in a comment. */
  'caffePrototxt/setDialect': { params: SetDialectParams; result: readonly TextEdit[] | null };
  /** The page of a check or rule, as Markdown; null for a code that does not exist. */
  'caffePrototxt/explain': { params: { readonly code: string }; result: string | null };
  'caffePrototxt/deploy': { params: DeployParams; result: DeployAnswer | null };
  'caffePrototxt/upgrade': { params: SummaryParams; result: UpgradeAnswer | null };
  /** The states that can be shown; null where the document is no net. */
  'caffePrototxt/states': { params: SummaryParams; result: readonly StateInfo[] | null };
  /** Shows a state of a document; false for a text that is not a state. */
  'caffePrototxt/setState': { params: SetStateParams; result: boolean };
  'caffePrototxt/forks': { params: Record<string, never>; result: readonly ForkInfo[] };
}

/** Notifications from the client. */
export interface ClientNotifications {
  /** The workspace is trusted from now on. */
  'caffePrototxt/trust': Record<string, never>;
}

/** Notifications from the server: the summary of a document may differ from what it was. */
export interface ServerNotifications {
  'caffePrototxt/summaryChanged': { readonly uri: string };
}
