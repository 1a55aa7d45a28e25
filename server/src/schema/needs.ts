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

/** The forks that know something in a file that BVLC does not know. */
export type Need = readonly ForkName[];

/**
 * Mixes of the fewest forks that together know as much as can be known of what a file needs: one that prefers better known forks, then those in which another fork stands in for one of
 * its forks. One empty mix where no fork knows more than BVLC.
 */
export function explainingMixes(needs: readonly Need[]): readonly (readonly ForkName[])[] {
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

/** The forks that know everything for which a fork was taken into a mix. */
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

/** What a file has of fields, enum values and layer types that BVLC does not know. */
export function needsOf({ blocks }: SyntaxTree, root: string): readonly Need[] {
  const descriptor = wholeSchema().message(root);
  if (!descriptor) return [];
  const needsOfBlock = blockNeeds(descriptor);
  return blocks.flatMap(needsOfBlock);
}

/** Most blocks stay the same from one keystroke to the next. */
const blockNeeds = onceFor((root: MessageDescriptor) =>
  onceFor(({ fields }: Block): readonly Need[] => messageNeeds(fields, root)),
);

function messageNeeds(fields: readonly FieldNode[], descriptor: MessageDescriptor): readonly Need[] {
  const seen = new Map<string, FieldNode[]>();
  return fields.flatMap((field) => {
    const known = descriptor.fields.get(field.name.text);
    if (!known || !field.value) return [];
    const before = seen.get(known.name) ?? [];
    seen.set(known.name, [...before, field]);
    const again = () => before.some((other) => fits(other, known, descriptor));
    const needs = [
      ...fieldNeeds(known, descriptor, again),
      ...valueNodes(field.value).flatMap((value) => valueNeeds(value, known, descriptor)),
    ].filter((need) => need.length > 0);
    return needs.length === 0 || fits(field, known, descriptor) ? needs : none;
  });
}

const none: readonly Need[] = [];

/** Whether a value fits a fork's field; one that does not was meant for another place. */
function fits(field: FieldNode, { name, type }: FieldDescriptor, descriptor: MessageDescriptor): boolean {
  return type.kind === 'message' || readMessage([field], descriptor, wholeSchema()).has(name);
}

function fieldNeeds(
  { name }: FieldDescriptor,
  { name: message }: MessageDescriptor,
  again: () => boolean,
): readonly Need[] {
  const plain = bvlc.schema.message(message)?.fields.get(name);
  if (!plain) return [forksWithField(message, name)];
  return plain.label !== 'repeated' && again() ? [forksThatRepeat(message, name)] : [];
}

function valueNeeds(
  value: ValueNode,
  { name, type }: FieldDescriptor,
  holder: MessageDescriptor,
): readonly Need[] {
  if (value.kind === 'message') {
    const descriptor = type.kind === 'message' ? wholeSchema().message(type.name) : undefined;
    return descriptor ? messageNeeds(value.fields, descriptor) : [];
  }
  if (value.kind !== 'scalar') return [];
  if (type.kind === 'enum') {
    const known = bvlc.schema.enum(type.name)?.values.has(value.text);
    return known ? [] : [forksWithValue(type.name, value.text)];
  }
  if (holder.name !== 'LayerParameter' || name !== 'type') return [];
  return registers('bvlc', value.text) ? [] : [forksWithType(value.text)];
}
