import type { Position, Range, TextDocumentIdentifier, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Graph } from '../drawing/graph.ts';
import type { ComparisonPart } from '../features/compare/comparisonText.ts';
import type { Sides } from '../features/compare/types.ts';
import type { NamedRow } from '../features/summary/namedRows.ts';
import type {
  AssumedInputs,
  ForkInfo,
  InputBlob,
  NetTotals,
  StateInfo,
  SummaryRow,
} from '../features/types.ts';
import type { EditsOf } from '../memo/listEdits.ts';

/** Extensions of the Language Server Protocol. Types only, as clients import them. */

export type { AssumedInputs, ForkInfo, InputBlob, NetTotals, StateInfo };

/** A row of the summary, with its range in lines and columns. */
export interface PlacedRow extends Omit<SummaryRow, 'range'> {
  readonly range: Range;
}

/** The totals and rows of a net in the shown state. */
export interface Summary extends NetTotals {
  readonly rows: readonly PlacedRow[];
}

/** The views of a net that follow its edits. */
export type NetView = 'graph' | 'table';

/** Requests a view of a net, or only what changed since an earlier answer. */
export interface ViewParams extends SummaryParams {
  /** The `resultId` of the last answer about this view of the document. */
  readonly previousResultId?: string | undefined;
}

export interface GraphParams extends ViewParams {
  /** Whether the picture overlays all states in which the net is built. */
  readonly overlaid?: boolean;
}

/** A part of a view: a node of the graph, or a row of the table. */
export interface PartParams extends SummaryParams {
  readonly view: NetView;
  readonly part: string;
  readonly overlaid?: boolean;
}

export interface PartAtParams extends SummaryParams {
  readonly view: NetView;
  readonly position: Position;
  readonly overlaid?: boolean;
}

/** A view with long lists, of which an answer contains the edits. */
export interface ViewAnswer {
  readonly resultId: string;
  /** Whether the edits are of the lists of the previous result; otherwise of empty lists. */
  readonly isDelta: boolean;
}

/** The graph of a net in the shown state, or in all states. */
export interface GraphAnswer extends ViewAnswer {
  readonly facts: Omit<Graph, keyof GraphLists>;
  readonly edits: EditsOf<GraphLists>;
  /** The states that can be shown. */
  readonly states: readonly StateInfo[];
}

/** The long lists of a graph. */
export type GraphLists = Pick<Graph, 'nodes' | 'edges' | 'groups'>;

/** The table of a net in the shown state. */
export interface TableAnswer extends ViewAnswer {
  readonly totals: NetTotals;
  readonly edits: EditsOf<TableLists>;
}

export interface TableLists {
  readonly rows: readonly NamedRow[];
}

export interface SummaryParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface SetStateParams {
  readonly textDocument: TextDocumentIdentifier;
  /** A state in the format of `StateInfo.label`. */
  readonly state: string;
}

export interface StateShapeParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly blob: string;
  readonly dims: readonly number[];
}

/** Shapes to assume for the inputs; those that are left out are as in the file. */
export interface AssumeParams extends Partial<AssumedInputs> {
  readonly textDocument: TextDocumentIdentifier;
}

export interface SetDialectParams {
  readonly textDocument: TextDocumentIdentifier;
  /** A dialect, or `auto` to detect it. */
  readonly dialect: string;
}

export interface DeployParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly dropDropout?: boolean;
  /** Shapes of inputs by name. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
}

/** The text of a deployment net, or the reason why there is none. */
export interface DeployAnswer {
  readonly text?: string;
  readonly problem?: string;
  /** Notes about the text for the user. */
  readonly notes: readonly string[];
  /** The inputs whose shapes have to be stated first. */
  readonly unknown: readonly InputBlob[];
  readonly hasDropout: boolean;
}

/** Edits that upgrade a file to the current syntax, or the reason why it is impossible. */
export interface UpgradeAnswer {
  readonly edits: readonly TextEdit[];
  readonly problem?: string;
}

/** The layers of a net that compute scores for a number of classes. */
export interface ClassInfo {
  readonly classes: number;
  readonly layers: readonly string[];
  readonly hasBackground: boolean;
}

export interface ChangeClassesParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The number of classes to change. */
  readonly from: number;
  readonly to: number;
}

/** The edit that changes a number of classes, or the reason why there is none. */
export interface ClassesAnswer {
  readonly edit?: WorkspaceEdit;
  readonly problem?: string;
  /** The layers whose trained weights no longer fit. */
  readonly learned: readonly string[];
}

export interface ExtractParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly range: Range;
  /** Shapes of inputs by name. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
}

/** The text of a net of selected layers, or the reason why there is none. */
export interface ExtractAnswer {
  readonly text?: string;
  readonly problem?: string;
  /** The inputs whose shapes are not known. */
  readonly unknown: readonly InputBlob[];
}

export interface CompareParams {
  /** An open net. */
  readonly textDocument: TextDocumentIdentifier;
  /** The net to compare it with, which need not be open; the URI decides its workspace context. */
  readonly other: { readonly uri: string; readonly text: string };
  /** Whether the other net is the one before the change. */
  readonly isOtherOlder: boolean;
  /** The names of the files in the comparison. */
  readonly labels: Sides<string>;
}

/** The differences of two nets as text, or the reason why they cannot be compared. */
export interface ComparisonAnswer {
  readonly lines: readonly (readonly PlacedPart[])[];
  readonly problem?: string;
}

/** A part of a line of a comparison; if it names a layer, with the range of the layer in lines and columns. */
export interface PlacedPart extends Omit<ComparisonPart, 'layer'> {
  readonly layer?: { readonly side: keyof Sides<unknown>; readonly range: Range };
}

/** The problems of the files of a workspace. */
export interface WorkspaceCounts {
  /** The number of nets and solvers that were checked. */
  readonly checked: number;
  /** The number of files with errors, and of their errors. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Whether the check was cancelled before its end. */
  readonly isCancelled: boolean;
}

/** Requests from the client; a summary is null if the document is not a net. */
export interface Requests {
  'caffePrototxt/summary': { params: SummaryParams; result: Summary | null };
  /** The summary without its rows, which are many for a large net. */
  'caffePrototxt/totals': { params: SummaryParams; result: NetTotals | null };
  /** Null if the document is not a net. */
  'caffePrototxt/graph': { params: GraphParams; result: GraphAnswer | null };
  /** Null if the document is not a net. */
  'caffePrototxt/table': { params: ViewParams; result: TableAnswer | null };
  /** The range of the first layer of a part of a view. */
  'caffePrototxt/partRange': { params: PartParams; result: Range | null };
  /** The part of a view that shows the layer at a position. */
  'caffePrototxt/partAt': { params: PartAtParams; result: string | null };
  /** The blobs of the data layers in the shown state. */
  'caffePrototxt/inputs': { params: SummaryParams; result: readonly InputBlob[] | null };
  /** Edits that state the shape of a blob in a comment. */
  'caffePrototxt/stateShape': { params: StateShapeParams; result: readonly TextEdit[] | null };
  /** Edits that set the dialect of a file in a comment. */
  'caffePrototxt/setDialect': { params: SetDialectParams; result: readonly TextEdit[] | null };
  /** The page of a check or rule, as Markdown; null for a code that does not exist. */
  'caffePrototxt/explain': { params: { readonly code: string }; result: string | null };
  'caffePrototxt/deploy': { params: DeployParams; result: DeployAnswer | null };
  /** The differences of a net and another one. */
  'caffePrototxt/compare': { params: CompareParams; result: ComparisonAnswer | null };
  /** The layers in a range as a net of their own. */
  'caffePrototxt/extract': { params: ExtractParams; result: ExtractAnswer | null };
  /** The numbers of classes of a net; null if the document is not open. */
  'caffePrototxt/classes': { params: SummaryParams; result: readonly ClassInfo[] | null };
  'caffePrototxt/changeClasses': { params: ChangeClassesParams; result: ClassesAnswer | null };
  'caffePrototxt/upgrade': { params: SummaryParams; result: UpgradeAnswer | null };
  /** The states that can be shown; null if the document is not a net. */
  'caffePrototxt/states': { params: SummaryParams; result: readonly StateInfo[] | null };
  /** Shows a state of a document; false if the text is not a state. */
  'caffePrototxt/setState': { params: SetStateParams; result: boolean };
  /** Computes the document with other shapes of its inputs, without changing it. */
  'caffePrototxt/assume': { params: AssumeParams; result: null };
  /** Edits that write the assumed shapes into the file. */
  'caffePrototxt/writeAssumed': { params: SummaryParams; result: readonly TextEdit[] | null };
  /** Checks all nets and solvers of the workspace, and from then on those that change. */
  'caffePrototxt/checkWorkspace': { params: Record<string, never>; result: WorkspaceCounts };
  'caffePrototxt/forks': { params: Record<string, never>; result: readonly ForkInfo[] };
}

/** Notifications from the client. */
export interface ClientNotifications {
  /** The workspace has become trusted. */
  'caffePrototxt/trust': Record<string, never>;
}

/** Notifications from the server: the summary of a document may have changed. */
export interface ServerNotifications {
  'caffePrototxt/summaryChanged': { readonly uri: string };
}
