import type { Severity } from '../checks/severity.ts';
import type { DialectChoice } from '../document/document.ts';
import type { RelatedRange } from '../document/related.ts';
import type { StateChoice } from '../document/stateChoice.ts';
import type { Fix } from '../edit/fix.ts';
import type { NetState } from '../net/states/state.ts';
import type { ForkName } from '../schema/data/forkNames.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';

/** The answers of features: plain data in offsets, for any end to convert. */

/** Something to do about a place of the file: edits of it, or what only an end can do. */
export interface CodeAction {
  readonly title: string;
  /** What sort of change it is; a quick fix if it does not say. */
  readonly kind?: 'quickfix' | 'refactor' | 'fixAll';
  /** What it mends, if it mends something. */
  readonly diagnostic: Diagnostic | undefined;
  readonly edits: readonly TextEdit[];
  readonly task?: Task;
  /** The one to take where somebody asks for a repair without looking. */
  readonly preferred?: boolean;
}

/** What needs a person's answer, another file, or a while. */
export type Task =
  /** The edits of `fixAlike`, for which every fault of the code is looked at. */
  | { readonly kind: 'mendAlike'; readonly code: string }
  | { readonly kind: 'stateShape'; readonly blob: string }
  | { readonly kind: 'deploy' }
  | DeclareTask;

/** To write a rule for a layer into the workspace's declarations. */
export interface DeclareTask {
  readonly kind: 'declareLayer';
  readonly name: string;
  readonly bottoms: number;
  readonly tops: number;
}

/** Something that may stand at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'blob';
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What it replaces. */
  readonly range: Range;
  /** What is matched with the text that it replaces, up to the cursor. */
  readonly filter: string;
  /** What it puts there; in that of a field, `$1` and `$0` are where the cursor goes. */
  readonly snippet: string;
  /** Items are listed in this order. */
  readonly order: string;
  readonly deprecated: boolean;
  /** What is next: to choose a value where the cursor goes, or to go on behind the quotes. */
  readonly next?: 'values' | 'behindQuotes' | undefined;
}

export interface Diagnostic {
  readonly severity: Severity;
  /** Stable code: the id of one of Caffe's checks (`pool/pad-lt-kernel-h`) or of a rule (`unused-top`). */
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  /** Name of the layer at fault, null where the fault belongs to none. */
  readonly layer: string | null;
  /** The states in which it holds; empty for a fault of the text itself. */
  readonly states: readonly NetState[];
  /** The short fixed part of what Caffe prints. */
  readonly caffePhrase?: string | undefined;
  /** Where Caffe's parser stops, when a person would point elsewhere. */
  readonly caffeRange?: Range | undefined;
  /** Whether Caffe would stop at this one. */
  readonly first?: boolean | undefined;
  readonly related?: readonly RelatedRange[] | undefined;
  /** The forks of Caffe in which it is no fault. */
  readonly forks?: readonly ForkName[] | undefined;
  /** The layer whose shapes cannot be known, and the tops that would have to be stated. */
  readonly unknown?: UnknownShapes | undefined;
  readonly tags?: readonly ('deprecated' | 'unnecessary')[] | undefined;
  /** Ways out of it, the best first; worked out when somebody asks. */
  readonly fixes?: (() => readonly Fix[]) | undefined;
}

export interface UnknownShapes {
  readonly tops: readonly string[];
  /** Under which name the layer's rule can be declared, where it has none. */
  readonly declare?: { readonly name: string; readonly bottoms: number; readonly tops: number } | undefined;
}

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip?: string | undefined;
}

export interface InlayHintOptions {
  readonly shapes: boolean;
  readonly parameters: boolean;
  /** Whether the batch axis is shown (`64×20×24×24`) or left out (`20×24×24`). */
  readonly batch: boolean;
}

export type SymbolKind = 'net' | 'layer' | 'message' | 'field';

export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly DocumentSymbol[];
}

/** One row of the summary table; null where a number cannot be known. */
export interface SummaryRow {
  readonly name: string;
  readonly type: string;
  readonly range: Range;
  readonly tops: readonly string[];
  readonly topShapes: readonly string[];
  readonly weights: number | null;
  readonly biases: number | null;
  /** Every value of the layer's parameter blobs, as Caffe counts them. */
  readonly params: number | null;
  readonly macs: number | null;
}

export interface NetSummary {
  readonly name: string;
  readonly dialect: string;
  readonly dialectBy: DialectChoice['by'];
  /** The state that is summarised. */
  readonly state: NetState;
  /** The states in which the net is built, and what decided for them. */
  readonly built: StateChoice;
  readonly rows: readonly SummaryRow[];
  /** Layers of the net in this state. */
  readonly layerCount: number;
  readonly params: number | null;
  /** The parameters of the layers whose parameters are known: a lower bound where `params` is null. */
  readonly knownParams: number;
  readonly weights: number | null;
  readonly biases: number | null;
  /** Multiply-accumulates of the whole batch. */
  readonly macs: number | null;
  /** Multiply-accumulates of one image, null where the batch is not known. */
  readonly macsPerImage: number | null;
  /** Bytes of all tops of one forward pass, each blob once, 4 bytes a value. */
  readonly activationBytes: number | null;
  readonly parameterBytes: number | null;
}

/** A blob whose shape comes from outside the net. */
export interface InputBlob {
  readonly name: string;
  /** Its shape as it is known so far, `64×?×?×?`. */
  readonly shape: string;
}

/** A state that can be shown. */
export interface StateInfo {
  /** As `parseState` reads it: `TEST deploy`. */
  readonly label: string;
  /** Whether the net is built for it. */
  readonly built: boolean;
  /** Whether hints, hovers and totals show it now. */
  readonly shown: boolean;
}

/** A Caffe that can be chosen. */
export interface ForkInfo {
  readonly name: string;
  readonly repository: string;
  readonly about: string;
}
