import type { FieldNode } from '../syntax/nodes.ts';
import { synonymOf } from './data/synonyms.ts';
import type { MessageDescriptor } from './descriptor.ts';
import { misspelling, nearest } from './nearest.ts';

/** A known field that an unknown one may refer to. */
interface Guess {
  readonly field: string;
  /** Edit distance of the names. */
  readonly edits: number;
}

/**
 * The field of a message that an unknown one probably misspells or names as in another framework. Undefined if the
 * message already has that field, or if another unknown field is at least as close to it.
 */
export function spelling(
  { name }: FieldNode,
  siblings: readonly FieldNode[],
  descriptor: MessageDescriptor,
): string | undefined {
  const meant = spellingsOf(siblings, descriptor).get(name.text);
  const once = meant !== undefined && descriptor.fields.get(meant.field)?.label !== 'repeated';
  return once && meant.first !== name ? undefined : meant?.field;
}

interface Spelling {
  readonly field: string;
  /** The first occurrence of the unknown name in the message. */
  readonly first: FieldNode['name'];
}

/** Computed once per message, because its unknown fields are compared with one another. */
const spellings = new WeakMap<readonly FieldNode[], WeakMap<MessageDescriptor, Map<string, Spelling>>>();

function spellingsOf(siblings: readonly FieldNode[], descriptor: MessageDescriptor): Map<string, Spelling> {
  const known = spellings.get(siblings) ?? new WeakMap<MessageDescriptor, Map<string, Spelling>>();
  spellings.set(siblings, known);
  const all = known.get(descriptor) ?? findSpellings(siblings, descriptor);
  known.set(descriptor, all);
  return all;
}

function findSpellings(siblings: readonly FieldNode[], descriptor: MessageDescriptor): Map<string, Spelling> {
  const firsts = new Map<string, FieldNode['name']>();
  for (const { name } of siblings) if (!firsts.has(name.text)) firsts.set(name.text, name);
  const claims = new Map<string, { name: string; edits: number; shared: boolean }>();
  for (const name of firsts.keys()) {
    const guess = descriptor.fields.has(name) ? undefined : guessOf(name, descriptor);
    if (!guess) continue;
    const other = claims.get(guess.field);
    if (!other || guess.edits < other.edits)
      claims.set(guess.field, { name, edits: guess.edits, shared: false });
    else if (guess.edits === other.edits) other.shared = true;
  }
  return new Map(
    [...claims].flatMap(([field, { name, shared }]) => {
      const first = firsts.get(name);
      const taken = firsts.has(field) && descriptor.fields.get(field)?.label !== 'repeated';
      return first && !shared && !taken ? [[name, { field, first }] as const] : [];
    }),
  );
}

/** The same misspelled field usually occurs in many layers, and the search dominates the cost of checking. */
const found = new WeakMap<MessageDescriptor, Map<string, Guess | undefined>>();

function guessOf(name: string, descriptor: MessageDescriptor): Guess | undefined {
  const known = found.get(descriptor) ?? new Map<string, Guess | undefined>();
  if (known.size > 1000) known.clear();
  found.set(descriptor, known);
  if (!known.has(name)) known.set(name, findGuess(name, descriptor));
  return known.get(name);
}

/** The field with this name in another framework or Caffe, otherwise the most similar field. */
function findGuess(name: string, { fields }: MessageDescriptor): Guess | undefined {
  const called = synonymOf(name).find((field) => fields.has(field));
  if (called !== undefined) return { field: called, edits: 1 };
  const field = nearest(name, fields.keys());
  return field === undefined ? undefined : { field, edits: misspelling(name, field) };
}
