import type { LayerContext, ParamBlob } from '../layers/context.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import type { Memo } from '../memo/memo.ts';
import type { Numbered } from '../memo/positions.ts';
import type { Message } from '../schema/message.ts';
import type { Dim, Unknown } from '../shape/dim.ts';
import type { Block, FieldNode } from '../syntax/nodes.ts';
import type { ConnectedLayer, ConnectedLayers } from './connect.ts';
import type { LayerFacts } from './facts.ts';
import type { Failure } from './failure.ts';
import type { LayerSyntax } from './lower.ts';
import type { LayerBlob, LayerSetup, SetupInput } from './setup.ts';
import type { NetState } from './states/state.ts';

export type { LayerBlob } from './setup.ts';

/** A net as Caffe builds it in one state. */
export interface Net {
  readonly name: string;
  readonly state: NetState;
  /** In Caffe's order; inserted Split layers are marked `automatic`. */
  readonly layers: readonly Layer[];
  /** In Caffe's order. */
  readonly failures: readonly Failure[];
  /** Whether a layer or an upgrade depends on the dialect, apart from the layers' definitions. */
  readonly dependsOnDialect: boolean;
  /** Whether a layer depends on the phase. */
  readonly dependsOnPhase: boolean;
  /** Whether its layers are only connected by blobs with unique names: no parameters by name, and no top twice. */
  readonly isPlain: boolean;
  /** The layers of the file that pass the filter. */
  readonly written: readonly LayerSyntax[];
  readonly connected: ConnectedLayers;
  readonly input: SetupInput;
  /** The memo of its lists. */
  readonly memo: Memo;
}

/** A layer of a net: its text, its connections, the result of its set-up, and the parameters it shares. */
export class Layer implements LayerSyntax, Numbered {
  index: number;
  readonly wire: ConnectedLayer;
  /** The result of the set-up. It is the same object while nothing that it depends on changes. */
  readonly setup: LayerSetup;
  readonly params: readonly LayerParam[];
  readonly block: Block;
  readonly field: FieldNode;
  /** Whether its set-up has failures. */
  readonly hasFailed: boolean;

  constructor(
    index: number,
    { block, field }: LayerSyntax,
    wire: ConnectedLayer,
    setup: LayerSetup,
    params: readonly LayerParam[],
  ) {
    this.index = index;
    this.wire = wire;
    this.setup = setup;
    this.params = params;
    this.block = block;
    this.field = field;
    this.hasFailed = setup.before.length + setup.after.length > 0;
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

  /** Its `loss_weight`s, unless a Split layer has them. */
  get lossWeights(): readonly number[] {
    return this.wire.lossWeights;
  }

  /** Whether Caffe inserts the layer. */
  get automatic(): boolean {
    return this.wire.splitTop !== undefined;
  }

  get definition(): LayerDefinition | undefined {
    return this.setup.definition;
  }

  /** The bottoms with the names of the file. */
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

  /** Why its costs are not known: Caffe rejects the layer, or its set-up stops. */
  get stopped(): Unknown | undefined {
    return this.setup.stopped;
  }

  /** Multiply-accumulates of a forward pass over the batch; 0 for a layer without weights. */
  get macs(): Dim {
    return this.setup.macs;
  }

  /** The context of the set-up, for details that few callers need. */
  get context(): LayerContext {
    return this.setup.context;
  }
}

export interface LayerParam extends ParamBlob {
  /** The layer that owns the blob, if it is shared by name. */
  readonly sharedWith?: string | undefined;
}
