import type { LayerContext, ParamBlob } from '../layers/context.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import type { Message } from '../schema/message.ts';
import type { Dim, Unknown } from '../shape/dim.ts';
import type { Block, FieldNode } from '../syntax/nodes.ts';
import type { LayerFacts } from './facts.ts';
import type { Fault } from './fault.ts';
import type { LayerBlob, LayerSetup } from './setup.ts';
import type { WiredLayer } from './splits.ts';
import type { NetState } from './state.ts';

export type { LayerBlob } from './setup.ts';

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

/** A layer as it stands in a net: its text, what its set-up came to, and which of its parameters are shared. */
export class Layer implements WiredLayer {
  /** What the layer came to. It is the same object for as long as nothing that decides about it changes. */
  readonly setup: LayerSetup;
  readonly params: readonly LayerParam[];
  /** Its place among the layers of the net. */
  readonly index: number;
  private readonly wired: WiredLayer;

  constructor(index: number, wired: WiredLayer, setup: LayerSetup, params: readonly LayerParam[]) {
    this.index = index;
    this.wired = wired;
    this.setup = setup;
    this.params = params;
  }

  get message(): Message {
    return this.wired.message;
  }

  get block(): Block {
    return this.wired.block;
  }

  get field(): FieldNode {
    return this.wired.field;
  }

  get unread(): string | undefined {
    return this.wired.unread;
  }

  get facts(): LayerFacts {
    return this.wired.facts;
  }

  get name(): string {
    return this.wired.facts.name;
  }

  get type(): string {
    return this.wired.facts.type;
  }

  get bottoms(): readonly string[] {
    return this.wired.bottoms;
  }

  get tops(): readonly string[] {
    return this.wired.tops;
  }

  get lossWeights(): readonly number[] {
    return this.wired.lossWeights;
  }

  get automatic(): boolean {
    return this.wired.automatic;
  }

  get definition(): LayerDefinition | undefined {
    return this.setup.definition;
  }

  /** The bottoms under the names of the file. */
  get inputs(): readonly LayerBlob[] {
    return this.setup.inputs;
  }

  /** The tops, automatic ones included. */
  get outputs(): readonly LayerBlob[] {
    return this.setup.outputs;
  }

  /** Why not all of the parameter blobs are known, if they are not. */
  get missingParams(): Unknown | undefined {
    return this.setup.missingParams;
  }

  /** Multiply-accumulates of a forward pass over the batch; 0 where nothing is multiplied by weights. */
  get macs(): Dim {
    return this.setup.macs;
  }

  /** What the definition saw, for questions that only some ask. */
  get context(): LayerContext {
    return this.setup.context;
  }
}

export interface LayerParam extends ParamBlob {
  /** The layer that owns the blob, when it is shared by name. */
  readonly sharedWith?: string | undefined;
}
