import type { LayerContext, ParamBlob } from '../layers/context.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import type { Dim, Unknown } from '../shape/dim.ts';
import type { Shape } from '../shape/shape.ts';
import type { Fault } from './fault.ts';
import type { WiredLayer } from './splits.ts';
import type { NetState } from './state.ts';

/** A net as Caffe would build it in one state. */
export interface Net {
  readonly name: string;
  readonly state: NetState;
  /** In Caffe's order; the Split layers that it inserts are marked `automatic`. */
  readonly layers: readonly Layer[];
  /** In the order in which Caffe would meet them. */
  readonly faults: readonly Fault[];
  /** Whether a layer or an upgrade does something else in another dialect, the layers' own definitions aside. */
  readonly dependsOnDialect: boolean;
  /** Whether a layer does something else in another phase. */
  readonly dependsOnPhase: boolean;
}

export interface Layer extends WiredLayer {
  readonly name: string;
  readonly type: string;
  readonly definition: LayerDefinition | undefined;
  /** The bottoms under the names of the file. */
  readonly inputs: readonly LayerBlob[];
  /** The tops, automatic ones included. */
  readonly outputs: readonly LayerBlob[];
  readonly params: readonly LayerParam[];
  /** Why not all of the parameter blobs are known, if they are not. */
  readonly missingParams: Unknown | undefined;
  /** Multiply-accumulates of a forward pass over the batch; 0 where nothing is multiplied by weights. */
  readonly macs: Dim;
  /** What the definition saw, for questions that only some ask. */
  readonly context: LayerContext;
}

/** A use of a blob. In-place layers share one blob object with the layer that made it. */
export interface LayerBlob {
  /** As written; `(automatic)` for a top that Caffe adds. */
  readonly name: string;
  readonly blob: Blob;
  /** Its shape when the layer was set up. */
  readonly shape: Shape;
}

/** A blob and its final shape, which a later in-place layer may have changed. */
export interface Blob {
  readonly shape: Shape;
}

export interface LayerParam extends ParamBlob {
  /** The layer that owns the blob, when it is shared by name. */
  readonly sharedWith?: string | undefined;
}
