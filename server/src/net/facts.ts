import { interned } from '../memo/interned.ts';
import { onceFor } from '../memo/onceFor.ts';
import { type Entry, emptyMessage, type Message } from '../schema/message.ts';
import { Unknown } from '../shape/dim.ts';

/** Whether two lists have the same items. */
export function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one === other || (one.length === other.length && one.every((item, index) => item === other[index]));
}

/**
 * Facts that follow from the message of a layer alone, computed once: a message is the same object while its text is.
 */
export class LayerFacts {
  readonly message: Message;
  readonly name: string;
  readonly type: string;
  readonly bottoms: readonly string[];
  readonly tops: readonly string[];
  /** The `loss_weight`s of the file. */
  readonly lossWeights: readonly number[];
  /** Whether it has `include` or `exclude` rules. */
  readonly isFiltered: boolean;
  /** Whether a `param` has a name, by which layers share the blob. */
  readonly namesParams: boolean;
  /** Whether it is a BatchNorm with three `param`s, which Caffe's upgrade changes. */
  readonly hasThreeStatistics: boolean;
  private readonly splits: (SplitFacts | undefined)[] = [];
  private readonly missing: (Unknown | undefined)[] = [];

  constructor(message: Message) {
    this.message = message;
    this.name = message.text('name');
    this.type = interned(message.text('type'));
    this.bottoms = message.texts('bottom');
    this.tops = message.texts('top');
    this.lossWeights = message.floats('loss_weight');
    this.isFiltered = message.has('include') || message.has('exclude');
    this.hasThreeStatistics = this.type === 'BatchNorm' && message.count('param') === 3;
    this.namesParams =
      message.has('param') && message.messages('param').some((spec) => spec.text('name') !== '');
  }

  /** Whether both layers connect to others in the same way; their names do not matter. */
  connectsLike(other: LayerFacts): boolean {
    return (
      sameItems(this.bottoms, other.bottoms) &&
      sameItems(this.tops, other.tops) &&
      sameItems(this.lossWeights, other.lossWeights)
    );
  }

  /** The Split layer that Caffe inserts after a top. */
  split(top: number): SplitFacts {
    const split = this.splits[top] ?? new SplitFacts(this, top);
    this.splits[top] = split;
    return split;
  }

  /** The shape of a bottom that no layer produces. */
  missingBottom(index: number, name: string): Unknown {
    const shape = this.missing[index] ?? new Unknown(name, `No layer produces the blob \`${name}\`.`);
    this.missing[index] = shape;
    return shape;
  }
}

/** The Split layer after a top, for any number of copies (insert_splits.cpp). */
export class SplitFacts {
  readonly facts: LayerFacts;
  private readonly copies: string[] = [];

  constructor({ message, name, tops }: LayerFacts, top: number) {
    this.facts = new LayerFacts(splitMessage(message, `${tops[top]}_${name}_${top}_split`));
  }

  /** The name of a copy: `data_conv1_0_split_1`. */
  copy(index: number): string {
    const name = this.copies[index] ?? `${this.facts.name}_${index}`;
    this.copies[index] = name;
    return name;
  }
}

function splitMessage(layer: Message, name: string): Message {
  const place = layer.list('name')[0] ?? layer.list('top')[0];
  const split = emptyMessage(layer.descriptor, layer.schema);
  if (!place) return split;
  const entry = (value: string): Entry => ({ ...place, value });
  return split.with({ name: [entry(name)], type: [entry('Split')] });
}

/** The facts of a layer's message. */
export const factsOf = onceFor((message: Message) => new LayerFacts(message));
