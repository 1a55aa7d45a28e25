import type { NetState } from '../../net/states/state.ts';
import type { Range } from '../../text/range.ts';

/** The differences of two nets: plain data. Both nets are compared as Caffe reads them, in current syntax. */
export interface Comparison {
  readonly before: ComparedNet;
  readonly after: ComparedNet;
  /** Whether nothing differs. */
  readonly isEqual: boolean;
  /** Fields of the nets outside of their layers. */
  readonly fields: readonly FieldChange[];
  /** One comparison for each pair of states. Later ones leave out the layers that differ in an earlier one. */
  readonly states: readonly StateComparison[];
}

/** A net that is compared. */
export interface ComparedNet {
  readonly name: string;
  readonly dialect: string;
  /** The number of errors for which Caffe rejects it; its layers may be incomplete. */
  readonly errors: number;
}

/** The differences in one state of each net. */
export interface StateComparison {
  readonly before: NetState;
  readonly after: NetState;
  readonly totals: Sides<Totals>;
  /** The layers that differ, in the order of the net after the change; removed ones where they were. */
  readonly layers: readonly LayerDifference[];
  readonly counts: DifferenceCounts;
  readonly writtenDefaults: readonly WrittenDefault[];
}

/** Something before and after the change. */
export interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

/** Totals of a net; unknown numbers are null. */
export interface Totals {
  readonly layers: number;
  readonly params: number | null;
  /** The sum of the known parameters. */
  readonly knownParams: number;
  readonly macsPerImage: number | null;
  readonly activationBytes: number | null;
  readonly batch: number | null;
}

/** Numbers of layers. A layer that is moved, renamed and changed counts for each. */
export interface DifferenceCounts {
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  readonly renamed: number;
  /** Layers whose type, fields or connections differ. */
  readonly changed: number;
  /** Layers of which only shapes or costs differ, because of other layers, or only settings for training. */
  readonly affected: number;
  readonly equal: number;
}

/** A layer of one net only, or of both. */
export type LayerDifference =
  | { readonly kind: 'added'; readonly after: ComparedLayer }
  | { readonly kind: 'removed'; readonly before: ComparedLayer }
  | LayerChange;

/** A layer that exists in both nets. Lists are empty, and differences undefined, where nothing differs. */
export interface LayerChange {
  /** Whether the layer itself differs, or only its shapes, costs or settings for training. */
  readonly kind: 'changed' | 'affected';
  readonly before: ComparedLayer;
  readonly after: ComparedLayer;
  readonly isRenamed: boolean;
  /** The layers before it in the two nets, if its place among the layers of both nets differs. */
  readonly moved?: Sides<string | null> | undefined;
  readonly type?: Sides<string> | undefined;
  readonly fields: readonly FieldChange[];
  readonly bottoms?: Sides<readonly string[]> | undefined;
  readonly tops?: Sides<readonly string[]> | undefined;
  readonly shapes?: Sides<readonly string[]> | undefined;
  readonly params?: Sides<number | null> | undefined;
  /** Multiply-accumulates per image. */
  readonly macs?: Sides<number | null> | undefined;
}

/** A field that only one net sets, to its default: not a difference. */
export interface WrittenDefault extends FieldChange {
  /** The name of the layer after the change. */
  readonly layer: string;
}

export interface ComparedLayer {
  readonly name: string;
  readonly type: string;
  readonly range: Range;
  readonly bottoms: readonly string[];
  readonly tops: readonly string[];
  /** The shapes of the tops, as text and as numbers; null where they are unknown. */
  readonly shapes: readonly string[];
  readonly dims: readonly (readonly (number | null)[] | null)[];
  readonly params: number | null;
  /** Multiply-accumulates per image; of the batch, if its size is unknown. */
  readonly macs: number | null;
}

/** A field with different values. */
export interface FieldChange extends Sides<FieldSide> {
  /** `convolution_param.num_output`, `param[0].lr_mult`. */
  readonly path: string;
  /** Whether the field has an effect only in training: learning rates, fillers, loss weights. */
  readonly ofTraining: boolean;
}

/** The value of a field in one net. */
export interface FieldSide {
  /** As JSON; null if the field is not set and has no default. */
  readonly value: Json;
  /** As in the text format; empty if the field is not set and has no default. */
  readonly text: string;
  readonly isDefault: boolean;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
