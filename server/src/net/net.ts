import type { LayerContext, ParamBlob } from '../layers/context.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import type { Memo } from '../memo/memo.ts';
import type { Numbered } from '../memo/positions.ts';
import type { Message } from '../schema/message.ts';
import type { Dim, Unknown } from '../shape/dim.ts';
import type { Block, FieldNode } from '../syntax/nodes.ts';
import type { LayerFacts } from './facts.ts';
import type { Fault } from './fault.ts';
import type { LayerSyntax } from './lower.ts';
import type { LayerBlob, LayerSetup, SetupInput } from './setup.ts';
import type { Wire, Wires } from './splits.ts';
import type { NetState } from './states/state.ts';

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
  /** Whether blobs of one name each are all that connects its layers: no parameters by name, and no top twice. */
  readonly isPlain: boolean;
  /** The layers as they are written, those that the filter kept. */
  readonly written: readonly LayerSyntax[];
  readonly wires: Wires;
  readonly input: SetupInput;
  /** What is remembered of its lists. */
  readonly memo: Memo;
}

/** A layer as it stands in a net: its text, its connections, what its set-up came to, and which parameters it shares. */
export class Layer implements LayerSyntax, Numbered {
  index: number;
  readonly wire: Wire;
  /** What the layer came to. It is the same object for as long as nothing that decides about it changes. */
  readonly setup: LayerSetup;
  readonly params: readonly LayerParam[];
  readonly block: Block;
  readonly field: FieldNode;
  /** Whether its set-up found something that Caffe refuses. */
  readonly isFaulty: boolean;

  constructor(
    index: number,
    { block, field }: LayerSyntax,
    wire: Wire,
    setup: LayerSetup,
    params: readonly LayerParam[],
  ) {
    this.index = index;
    this.wire = wire;
    this.setup = setup;
    this.params = params;
    this.block = block;
    this.field = field;
    this.isFaulty = setup.before.length + setup.behind.length > 0;
  }

  get facts(): LayerFacts {
    return this.wire.facts;
  }

  get message(): Message {
    return this.wire.facts.message;
  }

  get unread(): string | undefined {
    return this.wire.unread;
  }

  get name(): string {
    return this.wire.facts.name;
  }

  get type(): string {
    return this.wire.facts.type;
  }

  /** The bottoms as Caffe renames them, `data_conv1_0_split_1`. */
  get bottoms(): readonly string[] {
    return this.wire.bottoms;
  }

  get tops(): readonly string[] {
    return this.wire.tops;
  }

  /** Its `loss_weight`s, which a split may have taken over. */
  get lossWeights(): readonly number[] {
    return this.wire.lossWeights;
  }

  /** Whether Caffe inserted the layer by itself. */
  get automatic(): boolean {
    return this.wire.splitTop !== undefined;
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
