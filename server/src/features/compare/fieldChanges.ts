import type { FieldDescriptor } from '../../schema/descriptor.ts';
import { type Entry, emptyMessage, Message } from '../../schema/message.ts';
import type { FieldChange, FieldSide, Json } from './types.ts';
import { defaultSide, isSameValue, sideOf, sideOfValue, unset } from './values.ts';

export interface FieldChanges {
  readonly changes: readonly FieldChange[];
  /** Fields that only one message sets, to their defaults. */
  readonly writtenDefaults: readonly FieldChange[];
}

/**
 * The fields of a message whose values differ as Caffe reads them. A field that is not set has its declared default. A
 * field without one is compared by whether it is set, because Caffe may test that.
 */
export function fieldChanges(
  before: Message,
  after: Message,
  isLeftOut: (name: string) => boolean,
): FieldChanges {
  const found = [...compared(before, after, '', isLeftOut)];
  return {
    changes: found.filter(({ isSame }) => !isSame).map(({ change }) => change),
    writtenDefaults: found.filter(({ isSame }) => isSame).map(({ change }) => change),
  };
}

/** A difference, or a default that only one message sets. */
interface Compared {
  readonly change: FieldChange;
  readonly isSame: boolean;
}

function* compared(
  before: Message,
  after: Message,
  path: string,
  isLeftOut: (name: string) => boolean = () => false,
): Generator<Compared> {
  for (const name of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    const field = after.descriptor.fields.get(name) ?? before.descriptor.fields.get(name);
    if (!field || isLeftOut(name)) continue;
    const inner = path === '' ? name : `${path}.${name}`;
    if (field.type.kind !== 'message')
      yield* scalars(field, spatialFields.get(`${after.descriptor.name}.${name}`), [before, after], inner);
    else if (field.label === 'repeated') yield* lists(field, before, after, inner);
    else yield* messages(field, [before.list(name)[0], after.list(name)[0]], inner);
  }
}

/**
 * Repeated fields with a value for each spatial axis: one value is for all axes, and none is a default, if there is one
 * (base_conv_layer.cpp).
 */
const spatialFields: ReadonlyMap<string, { readonly default?: number }> = new Map([
  ['ConvolutionParameter.kernel_size', {}],
  ['ConvolutionParameter.pad', { default: 0 }],
  ['ConvolutionParameter.stride', { default: 1 }],
  ['ConvolutionParameter.dilation', { default: 1 }],
]);

function* scalars(
  field: FieldDescriptor,
  spatial: { readonly default?: number } | undefined,
  [before, after]: readonly [Message, Message],
  path: string,
): Generator<Compared> {
  const side = (message: Message) =>
    message.has(field.name) ? sideOf(field, message.list(field.name)) : defaultSide(field, spatial?.default);
  const sides = { before: side(before), after: side(after) };
  const read = ({ value }: FieldSide) => (spatial ? forAllAxes(value) : value);
  const isSame = isSameValue(field, read(sides.before), read(sides.after));
  const isWrittenOnce = before.has(field.name) !== after.has(field.name);
  if (!isSame || isWrittenOnce) yield comparedAt(path, sides, isSame);
}

/** Equal values for all axes as one value. */
function forAllAxes(value: Json): Json {
  return Array.isArray(value) && value.every((each) => each === value[0]) ? value.slice(0, 1) : value;
}

/** Compares repeated messages by their index. */
function* lists(field: FieldDescriptor, before: Message, after: Message, path: string): Generator<Compared> {
  const [olds, news] = [before.list(field.name), after.list(field.name)];
  const count = Math.max(olds.length, news.length);
  for (let index = 0; index < count; index++)
    yield* messages(field, [olds[index], news[index]], `${path}[${index}]`);
}

function* messages(
  field: FieldDescriptor,
  [before, after]: readonly [Entry | undefined, Entry | undefined],
  path: string,
): Generator<Compared> {
  const [old, current] = [messageOf(before), messageOf(after)];
  const like = old ?? current;
  if (like && ((old && current) || isReadAsDefaults(path))) {
    const empty = emptyMessage(like.descriptor, like.schema);
    yield* compared(old ?? empty, current ?? empty, path);
  } else {
    const side = (entry: Entry | undefined) => (entry ? sideOfValue(field, entry.value) : unset);
    yield comparedAt(path, { before: side(before), after: side(after) }, false);
  }
}

/** Whether Caffe reads a message that is not set as its defaults; of others, such as fillers, it tests whether they are. */
function isReadAsDefaults(path: string): boolean {
  return path.endsWith('_param') || /^param\[\d+\]$/u.test(path);
}

function comparedAt(
  path: string,
  sides: { readonly before: FieldSide; readonly after: FieldSide },
  isSame: boolean,
): Compared {
  return { change: { path, ...sides, ofTraining: isOfTraining(path) }, isSame };
}

const training = /^param\[\d+\]\.(?:lr_mult|decay_mult)$|^(?:propagate_down|loss_weight)$|filler(?:\.|$)/u;

function isOfTraining(path: string): boolean {
  return training.test(path);
}

function messageOf(entry: Entry | undefined): Message | undefined {
  return entry?.value instanceof Message ? entry.value : undefined;
}
