import type { Layer } from '../../net/net.ts';
import { type Entry, Message } from '../../schema/message.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { Range } from '../../text/range.ts';
import { valueRange } from '../fields.ts';

/** A number in the file that depends on the number of classes. */
export interface ClassPlace {
  /** The name of its layer. */
  readonly layer: string;
  /** The field, such as `num_output`. */
  readonly field: string;
  readonly range: Range;
  readonly value: number;
  /** How much it grows with each class. */
  readonly perClass: number;
  /** Whether learned weights have this size. */
  readonly isLearned: boolean;
}

/** Collects the places of one number of classes; each number of the text once. */
export class ClassPlaces {
  private readonly tree: SyntaxTree;
  private readonly byStart = new Map<number, ClassPlace>();

  constructor(tree: SyntaxTree) {
    this.tree = tree;
  }

  /** Adds the value of a field, unless it is not written as a number. */
  add(layer: Layer, field: string, entry: Entry, perClass: number): void {
    const range = valueRange(this.tree, layer, entry);
    const value = Number(entry.value);
    if (Number(this.tree.text.slice(range.start, range.end)) !== value) return;
    const isLearned = field === 'num_output' && layer.params.length > 0;
    this.addRange({ layer: layer.name, field, range, value, perClass, isLearned });
  }

  addRange(place: ClassPlace): void {
    if (!this.byStart.has(place.range.start)) this.byStart.set(place.range.start, place);
  }

  /** In the order of the file. */
  list(): ClassPlace[] {
    return [...this.byStart.values()].sort((one, other) => one.range.start - other.range.start);
  }
}

/** The number of outputs of a layer, such as the `num_output` of its `convolution_param`. */
export function outputsOf({ message, definition }: Layer): Entry | undefined {
  return definition?.category === 'recurrent' ? undefined : valuesOf(message, ['num_output'])[0];
}

/** The values of the fields with some names in the parameters of a layer. */
export function valuesOf(message: Message, names: readonly string[]): Entry[] {
  return [...message.entries.values()]
    .flat()
    .flatMap(({ value }) =>
      value instanceof Message ? names.flatMap((name) => value.list(name).slice(-1)) : [],
    );
}
