import type { ForkName } from '../schema/data/forkNames.ts';
import type { Message } from '../schema/message.ts';
import type { Dim } from '../shape/dim.ts';
import type { Shape } from '../shape/shape.ts';
import type { LayerContext } from './context.ts';
import type { SourceRequest } from './source.ts';

/** How many bottoms or tops a layer takes, as its C++ class declares it. */
export interface Arity {
  readonly exact?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** A field with the name of a file or a database that Caffe opens while it sets a layer up. */
export interface FileField {
  /** The field of LayerParameter in which it stands. */
  readonly param: string;
  readonly field: string;
  /** Whether nothing is opened where the field is not written. */
  readonly optional?: boolean;
}

/** What Caffe knows about one layer type: the single place that states it. */
export interface LayerDefinition {
  readonly type: string;
  /** One or two sentences: what the layer computes. */
  readonly doc: string;
  /** The field of LayerParameter that holds the layer's own parameters. */
  readonly paramField?: string;
  /** The forks whose layer this is, where forks mean different layers by one type; which forks have the type at all is a
   * fact of `server/forks`. */
  readonly forks?: readonly ForkName[];
  bottoms(layer: LayerContext): Arity;
  tops(layer: LayerContext): Arity;
  /** As many tops as bottoms (EqualNumBottomTopBlobs). */
  readonly equalTops?: boolean;
  /** Whether its tops come from its own parameters alone, so that it brings no data into the net. */
  readonly constant?: boolean;
  /** A loss layer: missing tops are made by Caffe, and the first top weighs 1 by default. */
  readonly loss?: boolean;
  /** Whether its parameters choose between Caffe's own code and cuDNN. */
  readonly hasEngine?: boolean;
  /** The files that decide its shapes, in the order in which they are asked. */
  sources?(message: Message): readonly SourceRequest[];
  /** What it opens at set-up by names in its parameters: of an empty name, Caffe opens "" and stops. */
  opens?(message: Message): readonly FileField[];
  /** LayerSetUp: checks of the parameters, and the parameter blobs, in Caffe's order. */
  setUp?(layer: LayerContext): void;
  /** Reshape: checks of the bottoms, then the shape of every top. */
  reshape(layer: LayerContext): readonly Shape[];
  /**
   * Multiply-accumulates of one forward pass over the whole batch; missing where a layer multiplies no weights.
   * Called only after the layer was set up, with the shapes of its tops.
   */
  macs?(layer: LayerContext, tops: readonly Shape[]): Dim;
  /** How the size of each spatial axis comes about, for people: `⌊(28 + 2·0 − 5) / 1⌋ + 1 = 24`. */
  explain?(layer: LayerContext, tops: readonly Shape[]): readonly string[];
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
