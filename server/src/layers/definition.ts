import type { ForkName } from '../schema/data/forkNames.ts';
import type { Message } from '../schema/message.ts';
import type { Dim } from '../shape/dim.ts';
import type { Reach } from '../shape/reach.ts';
import type { Shape } from '../shape/shape.ts';
import type { LayerContext } from './context.ts';
import type { DataSource } from './dataSource.ts';
import type { OperationRule } from './operations.ts';

/** Limits on the number of bottoms or tops, as the C++ class declares them. */
export interface Arity {
  readonly exact?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** A field with the path of a file or database that Caffe opens while it sets up a layer. */
export interface FileField {
  /** The field of LayerParameter that contains it. */
  readonly param: string;
  readonly field: string;
  /** Whether nothing is opened if the field is not set. */
  readonly optional?: boolean;
}

/** What a layer is for, by which pictures color it. */
export type LayerCategory =
  | 'data'
  | 'convolution'
  | 'innerProduct'
  | 'recurrent'
  | 'pooling'
  | 'normalization'
  | 'activation'
  | 'joining'
  | 'shape'
  | 'detection'
  | 'loss'
  | 'other';

/** The definition of one layer type: the only place with facts about it. */
export interface LayerDefinition {
  readonly type: string;
  /** `loss` for a loss layer that states none, and `other` for other layers. */
  readonly category?: LayerCategory;
  /** One or two sentences: what the layer computes. */
  readonly doc: string;
  /** The field of LayerParameter with the layer's own parameters. */
  readonly paramField?: string;
  /** The forks that this definition is for, if forks use one type name for different layers. `server/forks` lists the
   * forks that have the type at all. */
  readonly forks?: readonly ForkName[];
  bottoms(layer: LayerContext): Arity;
  tops(layer: LayerContext): Arity;
  /** Same number of tops as bottoms (EqualNumBottomTopBlobs). */
  readonly equalTops?: boolean;
  /** Whether its tops depend only on its own parameters, so that it does not add data to the net. */
  readonly constant?: boolean;
  /** A loss layer: Caffe adds a missing top, and the loss weight of the first top is 1 by default. */
  readonly loss?: boolean;
  /** Whether a loss layer has no loss weights, as in the first Caffes. */
  readonly isUnweighed?: boolean;
  /** The number of tops that Caffe adds if the text does not name them (AutoTopBlobs); 1 for a loss layer. */
  readonly automaticTops?: number;
  /** Whether it may have parameter blobs, in a category whose layers have none. */
  readonly hasBlobs?: boolean;
  /** Whether its parameters select Caffe's implementation or cuDNN. */
  readonly hasEngine?: boolean;
  /** The files that determine its shapes, in the order of requests. */
  dataSources?(message: Message): readonly DataSource[];
  /** Files it opens at set-up by path parameters: for an empty path, Caffe opens "" and stops. */
  opens?(message: Message): readonly FileField[];
  /** LayerSetUp: checks of the parameters, and the parameter blobs, in Caffe's order. */
  setUp?(layer: LayerContext): void;
  /** Reshape: checks of the bottoms, then the shape of every top. */
  reshape(layer: LayerContext): readonly Shape[];
  /**
   * Multiply-accumulate operations of one forward pass over the whole batch; undefined for layers without weight
   * products. Called only after set-up, with the shapes of the tops.
   */
  macs?(layer: LayerContext, tops: readonly Shape[]): Dim;
  /** Its other operations; undefined for layers that only move or choose values. Called as `macs`. */
  readonly operations?: OperationRule;
  /**
   * Uses of a weight or bias for one value of a top, over the batch. By default the multiply-accumulates and the
   * additions of biases. Called as `macs`.
   */
  connections?(layer: LayerContext, tops: readonly Shape[]): Dim;
  /**
   * The positions of bottom `index` on which a position of the tops depends, for each axis after the channels. By
   * default all positions for tops without such axes; the same position if those axes have the same lengths and the
   * category is activation, joining, normalization or shape; otherwise unknown. `none` if only the shape of the bottom
   * matters. Called as `macs`.
   */
  reach?(layer: LayerContext, index: number): readonly Reach[] | 'all' | 'none';
  /** Whether its first bottom is cropped where the second is, by the positions of the layers between them. */
  readonly alignsBottoms?: boolean;
  /** Whether its tops are the memory of its first bottom (ShareData). */
  readonly sharesData?: boolean;
  /** The number of values in its internal buffer for one item of the batch: the columns of a convolution. */
  buffer?(layer: LayerContext, tops: readonly Shape[]): Dim;
  /** The computation of each spatial size, as text: `⌊(28 + 2·0 − 5) / 1⌋ + 1 = 24`. */
  explain?(layer: LayerContext, tops: readonly Shape[]): readonly string[];
}

/** The names of the tops of a layer, with those that Caffe adds: `(automatic)`. */
export function withAutomaticTops(
  definition: LayerDefinition | undefined,
  tops: readonly string[],
): readonly string[] {
  const needed = definition?.automaticTops ?? (definition?.loss ? 1 : 0);
  if (tops.length >= needed) return tops;
  return [...tops, ...new Array<string>(needed - tops.length).fill('(automatic)')];
}

/** The category of a layer; `other` for one of an unknown type. */
export function categoryOf(definition: LayerDefinition | undefined): LayerCategory {
  return definition?.category ?? (definition?.loss ? 'loss' : 'other');
}

const withoutBlobs: ReadonlySet<LayerCategory> = new Set([
  'data',
  'pooling',
  'joining',
  'shape',
  'detection',
  'loss',
]);

/** Whether a layer of a type may have parameter blobs. They are created in its set-up. */
export function mayHaveBlobs(definition: LayerDefinition): boolean {
  return definition.setUp !== undefined && (definition.hasBlobs ?? !withoutBlobs.has(categoryOf(definition)));
}

export function exactly(exact: number): () => Arity {
  return () => ({ exact });
}

export function atLeast(min: number): () => Arity {
  return () => ({ min });
}

export function between(min: number, max: number): () => Arity {
  return () => ({ min, max });
}

export function anyNumber(): Arity {
  return {};
}
