import type { Severity } from '../checks/severity.ts';
import type { MemoryBySolver } from '../costs/memory.ts';
import type { DialectChoice } from '../document/document.ts';
import type { RelatedRange } from '../document/related.ts';
import type { StateChoice } from '../document/stateChoice.ts';
import type { Fix } from '../edit/fix.ts';
import type { Effort } from '../fixes/effort.ts';
import type { NetState } from '../net/states/state.ts';
import type { ForkName } from '../schema/data/forkNames.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import type { Markdown } from './markdown.ts';
import type { Counts } from './summary/countNames.ts';

/** The results of features: plain data in offsets, which the language server and the command line convert. */

/** A code action for a range of the file: edits, or a task for the editor. */
export interface CodeAction {
  readonly title: string;
  /** The kind of change; a quick fix by default. */
  readonly kind?: 'quickfix' | 'refactor' | 'move' | 'extract' | 'fixAll';
  /** The diagnostic that it fixes, if any. */
  readonly diagnostic: Diagnostic | undefined;
  readonly edits: readonly TextEdit[];
  readonly task?: Task;
  /** Whether an editor applies it without a choice, as in auto fix. */
  readonly preferred?: boolean;
}

/** An action that needs input from the user, a different file, or more time. */
export type Task =
  /** Applies the edits of `fixAlike`, which computes the fixes of all problems with the code. */
  | { readonly kind: 'fixAllOfCode'; readonly code: string }
  | { readonly kind: 'stateShape'; readonly blob: string }
  | { readonly kind: 'deploy' }
  | { readonly kind: 'extractLayers' }
  | { readonly kind: 'changeClasses'; readonly classes: number }
  | DeclareTask;

/** Adds a layer to the declarations of the workspace. */
export interface DeclareTask {
  readonly kind: 'declareLayer';
  readonly name: string;
  readonly bottoms: number;
  readonly tops: number;
}

/** A completion at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'blob' | 'layer' | 'template' | 'directive' | 'file' | 'folder';
  readonly detail: string;
  /** Computes its documentation, which editors show for the selected completion. */
  readonly documentation: () => Markdown;
  /** The range that it replaces. */
  readonly range: Range;
  /** The text that is matched with the replaced text before the cursor. */
  readonly filter: string;
  /** The inserted text; for a field, a layer or a template, a snippet. */
  readonly snippet: string;
  /** The sort key. */
  readonly order: string;
  readonly deprecated: boolean;
  /** What the editor does next: suggest values, or move the cursor after the quotes. */
  readonly next?: 'values' | 'afterQuotes' | undefined;
}

export interface Diagnostic {
  readonly severity: Severity;
  /** Stable code: the id of one of Caffe's checks (`pool/pad-lt-kernel-h`) or of a rule (`unused-top`). */
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  /** The name of the layer, null if it belongs to none. */
  readonly layer: string | null;
  /** The states in which it occurs; empty for text errors. */
  readonly states: readonly NetState[];
  /** The constant part of the message that Caffe prints. */
  readonly caffePhrase?: string | undefined;
  /** Where Caffe's parser reports it, if different from `range`. */
  readonly caffeRange?: Range | undefined;
  /** Whether Caffe stops at this one. */
  readonly first?: boolean | undefined;
  readonly related?: readonly RelatedRange[] | undefined;
  /** The forks of Caffe that accept it. */
  readonly forks?: readonly ForkName[] | undefined;
  /** The tops whose shapes are unknown, and the declaration that would define them. */
  readonly unknown?: UnknownShapes | undefined;
  readonly tags?: readonly ('deprecated' | 'unnecessary')[] | undefined;
  /** Computes its quick fixes, the best first; none if the effort of the request is spent. */
  readonly fixes?: ((effort?: Effort) => readonly Fix[]) | undefined;
}

export interface UnknownShapes {
  readonly tops: readonly string[];
  /** The name and counts to declare for a layer without known shapes. */
  readonly declare?: { readonly name: string; readonly bottoms: number; readonly tops: number } | undefined;
}

export interface Hover {
  readonly range: Range;
  readonly markdown: Markdown;
}

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip?: Markdown | undefined;
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

/** Where the layers are that a node of the graph or a row of the table shows; those of a node are the layer itself first. */
export interface PartPlace {
  readonly id: string;
  readonly ranges: readonly Range[];
}

/** One row of the summary table; unknown numbers are null. */
export interface SummaryRow extends Counts<number | null> {
  readonly name: string;
  readonly type: string;
  readonly range: Range;
  readonly bottoms: readonly string[];
  readonly tops: readonly string[];
  readonly topShapes: readonly string[];
  /** The receptive field on the inputs, such as `16×16`; `all`, `?`, or empty for layers without one. */
  readonly field: string;
}

/** Shapes that are assumed for the inputs of a net, as data for other processes. */
export interface AssumedInputs {
  /** The first axis of every input. */
  readonly batch?: number;
  /** Whole shapes by the name of the blob. */
  readonly shapes: Readonly<Record<string, readonly number[]>>;
}

/** See `Flops`. */
export interface FlopCounts {
  readonly twiceMacs: number | null;
  readonly withBiases: number | null;
  readonly withAll: number | null;
  readonly convolutions: number | null;
}

/** The totals of a net in a state; unknown numbers are null. */
export interface NetTotals extends Omit<Counts<number | null>, 'memory'> {
  readonly name: string;
  readonly dialect: string;
  readonly dialectBy: DialectChoice['by'];
  /** The state of the summary. */
  readonly state: NetState;
  /** The states in which the net is built, and where they come from. */
  readonly built: StateChoice;
  /** What is assumed instead of the shapes of the inputs; null if nothing is. */
  readonly assumed: AssumedInputs | null;
  /** The number of layers in this state. */
  readonly layerCount: number;
  /** The sum of the known parameters: a lower bound if `params` is null. */
  readonly knownParams: number;
  /** The number of images in the batch; null if it is unknown. */
  readonly batch: number | null;
  /** Multiply-accumulates of one image; null if the batch size is unknown. */
  readonly macsPerImage: number | null;
  /** "FLOPs" of one image in the conventions of publications; null if they or the batch size are unknown. */
  readonly flopsPerImage: FlopCounts;
  /** The size of all tops of one forward pass in bytes, each blob once, 4 bytes per value. */
  readonly activationBytes: number | null;
  /** Activations and their gradients. */
  readonly trainingBytes: number | null;
  /** The largest size of the activations that exist at the same time, if memory is used again. */
  readonly reusedBytes: number | null;
  /** The column buffers of convolutions. */
  readonly bufferBytes: number | null;
  /** Caffe's "Memory required for data". */
  readonly requiredBytes: number | null;
  readonly parameterBytes: number | null;
  /** All memory to train by the type of the solver: also parameters, gradients, history and column buffers. */
  readonly bytesToTrain: Readonly<Record<keyof MemoryBySolver, number | null>>;
}

/** The totals and the rows of a net. */
export interface NetSummary extends NetTotals {
  readonly rows: readonly SummaryRow[];
}

/** A blob whose shape comes from outside the net. */
export interface InputBlob {
  readonly name: string;
  /** Its known shape, `64×?×?×?`. */
  readonly shape: string;
}

/** A state that can be shown. */
export interface StateInfo {
  /** In the format of `parseState`: `TEST deploy`. */
  readonly label: string;
  /** Whether the net is built for it. */
  readonly built: boolean;
  /** Whether hints, hovers and totals show it now. */
  readonly shown: boolean;
}

/** A dialect that can be selected. */
export interface ForkInfo {
  readonly name: string;
  readonly repository: string;
  readonly about: string;
}
