import { groupPairs } from '../memo/lists.ts';
import { onceFor } from '../memo/onceFor.ts';
import { forksWithField } from './data/forkIndex.ts';
import type { ForkName } from './data/forkNames.ts';
import type { FieldDescriptor, MessageDescriptor, Schema } from './descriptor.ts';
import { bvlc } from './dialect.ts';
import { listForks } from './listForks.ts';
import type { Scope } from './scope.ts';

/** A field that a message does not have. */
export interface UnknownField {
  readonly message: string;
  /** The forks whose message has it. */
  readonly forks: readonly ForkName[];
  /** The suggested spelling. */
  readonly replacement: string | undefined;
}

/** The message for an unknown field: where it belongs or how it is spelled, according to `spelt`. */
export function unknownField(
  name: string,
  scope: Scope,
  schema: Schema,
  spelt: () => string | undefined,
): UnknownField {
  const { descriptor } = scope;
  const isOfBvlc = bvlc.schema.message(descriptor.name)?.fields.has(name) ?? false;
  const forks = isOfBvlc ? (['bvlc'] as const) : forksWithField(descriptor.name, name);
  const place = forks.length > 0 ? ofForks(forks) : placeOf(name, scope, schema);
  const replacement = place === undefined ? spelt() : undefined;
  const help = place ?? (replacement ? `; did you mean \`${replacement}\`?` : elsewhere(name, scope, schema));
  return { message: `${holderName(scope)} has no field \`${name}\`${help}`, forks, replacement };
}

function ofForks(forks: readonly ForkName[]): string {
  if (forks.includes('bvlc')) return ' in this Caffe; BVLC has it.';
  return `; it is a field of a fork of Caffe: ${listForks(forks)}.`;
}

/** Where a field of exactly this name belongs within its layer. */
function placeOf(name: string, scope: Scope, schema: Schema): string | undefined {
  if (!scope.parent) {
    const other = otherFile(name, scope.descriptor, schema);
    if (other) return other;
  }
  const children = childrenWith(name, scope.descriptor, schema);
  const present = children.filter((child) => scope.counts.has(child));
  if (present.length > 0) return `; it belongs in ${listed(present)}.`;
  const ancestor = ancestorWith(name, scope);
  if (ancestor) return `; it belongs in ${ancestor}.`;
  return children.length > 0 ? `; it belongs in ${listed(children)}.` : undefined;
}

/** A field of a net in a solver, or of a solver in a net. */
function otherFile(name: string, { name: own }: MessageDescriptor, schema: Schema): string | undefined {
  const has = (root: string) => own !== root && schema.message(root)?.fields.has(name);
  if (own === 'SolverParameter' && has('NetParameter'))
    return '; it belongs in the net file, which `net` names.';
  const ofLayers = schema.message('LayerParameter')?.fields.has(name);
  if (own === 'NetParameter' && has('SolverParameter') && !ofLayers)
    return '; it belongs in the solver file.';
  return undefined;
}

function elsewhere(name: string, scope: Scope, schema: Schema): string {
  const siblings = scope.parent ? childrenWith(name, scope.parent.descriptor, schema) : [];
  if (siblings.length > 0) return `; it belongs in ${listed(siblings)}.`;
  const others = messagesWith(name, schema);
  return others.length > 0 ? `; it is a field of ${listed(others)}.` : '.';
}

function holderName(scope: Scope): string {
  return scope.parent ? `\`${scope.field}\` (${scope.descriptor.name})` : scope.descriptor.name;
}

function childrenWith(name: string, descriptor: MessageDescriptor, schema: Schema): string[] {
  if (messagesWith(name, schema).length === 0) return [];
  return [...descriptor.fields.values()]
    .filter((field) => messageOf(field, schema)?.fields.has(name))
    .map((field) => field.name);
}

function ancestorWith(name: string, scope: Scope): string | undefined {
  for (let above = scope.parent; above; above = above.parent) {
    if (above.descriptor.fields.has(name)) {
      return above.parent
        ? `the enclosing \`${above.field}\``
        : `the top level of the file, outside \`${outermost(scope)}\``;
    }
  }
  return undefined;
}

function outermost(scope: Scope): string {
  return scope.parent?.parent ? outermost(scope.parent) : scope.field;
}

/** The names of the messages with a field, by its name. */
const holders = onceFor(({ messages }: Schema) =>
  groupPairs(
    [...messages.values()].flatMap(({ name, fields }) =>
      [...fields.keys()].map((field) => [field, name] as const),
    ),
  ),
);

function messagesWith(name: string, schema: Schema): readonly string[] {
  return holders(schema).get(name) ?? [];
}

/** The message type of a field; undefined for a scalar field. */
export function messageOf(field: FieldDescriptor, schema: Schema): MessageDescriptor | undefined {
  return field.type.kind === 'message' ? schema.message(field.type.name) : undefined;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `\`${name}\``);
  if (names.length > shown.length) return `${shown.join(', ')} and others`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
