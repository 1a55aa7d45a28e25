import { Memo } from '../memo/memo.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Block, FieldNode, ValueNode } from '../syntax/nodes.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import {
  forksThatRepeat,
  forksWithField,
  forksWithType,
  forksWithValue,
  registers,
} from './data/forkIndex.ts';
import { type ForkName, forkNames } from './data/forkNames.ts';
import type { FieldDescriptor, MessageDescriptor } from './descriptor.ts';
import { bvlc, wholeSchema } from './dialect.ts';
import { readMessage, valueNodes } from './message.ts';

/** The forks that accept something in a file that BVLC does not accept. */
export type Need = readonly ForkName[];

/**
 * The smallest mixes of forks that together accept as much of a file as possible: first the one of the better known
 * forks, then those in which another fork replaces one of its forks. One empty mix if no fork accepts more than BVLC.
 */
export function fewestForks(needs: readonly Need[]): readonly (readonly ForkName[])[] {
  const mix = greedyMix(needs);
  const others = mix.flatMap((fork) => replacements(fork, mix, needs).map((other) => [fork, other] as const));
  return [mix, ...others.map(([fork, other]) => mix.map((each) => (each === fork ? other : each)))];
}

function greedyMix(needs: readonly Need[]): readonly ForkName[] {
  const chosen: ForkName[] = [];
  let open = needs;
  while (open.length > 0) {
    const best = mostWanted(open);
    chosen.push(best);
    open = open.filter((need) => !need.includes(best));
  }
  return chosen;
}

/** The forks that accept everything for which a fork was added to a mix. */
function replacements(fork: ForkName, mix: readonly ForkName[], needs: readonly Need[]): readonly ForkName[] {
  const only = needs.filter((need) => !mix.some((other) => other !== fork && need.includes(other)));
  const [first = [], ...others] = only;
  return first.filter((other) => other !== fork && others.every((need) => need.includes(other)));
}

function mostWanted(needs: readonly Need[]): ForkName {
  const counts = new Map<ForkName, number>(forkNames.map((name) => [name, 0]));
  for (const name of needs.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  return best;
}

/** The fields, enum values and layer types of a file that BVLC does not have. */
export function needsOf({ blocks }: SyntaxTree, root: string, memo = new Memo()): readonly Need[] {
  const descriptor = wholeSchema().message(root);
  return descriptor ? memo.flatMap(blocks, blockNeeds(descriptor)) : [];
}

const blockNeeds = onceFor((root: MessageDescriptor) =>
  onceFor(({ fields }: Block): readonly Need[] => {
    const needs: Need[] = [];
    addNeeds(needs, fields, root);
    return needs;
  }),
);

/** Adds what the fields of a message need. Plain loops: this visits every field of every file with such needs. */
function addNeeds(needs: Need[], fields: readonly FieldNode[], descriptor: MessageDescriptor): void {
  const plain = bvlc.schema.message(descriptor.name)?.fields;
  const earlier = new EarlierValues(descriptor);
  for (const field of fields) {
    const name = field.name.text;
    const known = descriptor.fields.get(name);
    if (!known || !field.value) continue;
    const before = needs.length;
    const own = plain?.get(name);
    const isSeveral = own?.label !== 'repeated' && (isList(field, plain) || earlier.isAgain(field, known));
    const repeating = isSeveral ? forksThatRepeat(descriptor.name, name) : [];
    add(needs, own || repeating.length > 0 ? repeating : forksWithField(descriptor.name, name));
    for (const value of valueNodes(field.value)) addValueNeeds(needs, value, known, descriptor);
    // A value that does not fit the fork's field belongs elsewhere.
    if (needs.length > before && !fits(field, known, descriptor)) needs.length = before;
  }
}

/**
 * Whether several values are set at once. Two values for a field that has a pair, such as `kernel_h` and `kernel_w`, are a
 * mistake rather than the syntax of a fork.
 */
function isList({ name, value }: FieldNode, fields: MessageDescriptor['fields'] | undefined): boolean {
  if (value?.kind !== 'list') return false;
  return value.items.length > 2 || !fields?.has(`${name.text.replace(/_size$/u, '')}_h`);
}

function add(needs: Need[], need: Need): void {
  if (need.length > 0) needs.push(need);
}

/** The fields of a message that are already set with valid values. Each value is read once, if the field repeats. */
class EarlierValues {
  private readonly set = new Set<string>();
  private readonly last = new Map<string, FieldNode>();
  private readonly descriptor: MessageDescriptor;

  constructor(descriptor: MessageDescriptor) {
    this.descriptor = descriptor;
  }

  /** Whether a field is already set with a valid value; the next call refers to this value too. */
  isAgain(field: FieldNode, known: FieldDescriptor): boolean {
    const last = this.last.get(known.name);
    this.last.set(known.name, field);
    if (last && !this.set.has(known.name) && fits(last, known, this.descriptor)) this.set.add(known.name);
    return this.set.has(known.name);
  }
}

function fits(field: FieldNode, { name, type }: FieldDescriptor, descriptor: MessageDescriptor): boolean {
  return type.kind === 'message' || readMessage([field], descriptor, wholeSchema()).has(name);
}

function addValueNeeds(
  needs: Need[],
  value: ValueNode,
  { name, type }: FieldDescriptor,
  holder: MessageDescriptor,
): void {
  if (value.kind === 'message') {
    const descriptor = type.kind === 'message' ? wholeSchema().message(type.name) : undefined;
    if (descriptor) addNeeds(needs, value.fields, descriptor);
  } else if (value.kind === 'scalar' && type.kind === 'enum') {
    if (!bvlc.schema.enum(type.name)?.values.has(value.text))
      add(needs, forksWithValue(type.name, value.text));
  } else if (value.kind === 'scalar' && holder.name === 'LayerParameter' && name === 'type') {
    if (!registers('bvlc', value.text)) add(needs, forksWithType(value.text));
  }
}
