import type { EnumDescriptor, FieldDescriptor } from '../../schema/descriptor.ts';
import type { Message } from '../../schema/message.ts';
import { nearest } from '../../schema/nearest.ts';
import { type Scope, stop } from './scope.ts';
import type { FieldExpression, FieldStep, ScalarExpression } from './syntax.ts';
import { Real } from './values.ts';

/** The value of an index. */
export type IndexOf = (index: ScalarExpression) => number;

/** A field, its message, and the part of the expression that names it. */
interface FieldLookup {
  readonly holder: Message;
  readonly field: FieldDescriptor;
  readonly step: FieldStep;
}

/** The value of a field of the layer; its default if it is not set, as in Caffe. */
export function fieldValue(
  expression: FieldExpression,
  scope: Scope,
  indexOf: IndexOf,
): number | Real | boolean | string {
  const { holder, field, step } = findField(expression, scope, indexOf);
  if (field.type.kind === 'message') stop(scope, step.range, 'is a message; name one of its fields');
  const values = valuesOf(holder, field);
  const value = values[elementOf(values.length, field, step, scope, indexOf)];
  return value ?? stop(scope, step.range, 'has no value');
}

/** Whether a field of the layer is set; for a repeated field, whether it has values. */
export function hasField(expression: FieldExpression, scope: Scope, indexOf: IndexOf): boolean {
  const { holder, field } = findField(expression, scope, indexOf);
  return holder.has(field.name);
}

/** Number of values of a field of the layer. */
export function fieldSize(expression: FieldExpression, scope: Scope, indexOf: IndexOf): number {
  const { holder, field } = findField(expression, scope, indexOf);
  return holder.count(field.name);
}

/** The enum of a field's values, if it has one. */
export function fieldEnum(
  expression: FieldExpression,
  scope: Scope,
  indexOf: IndexOf,
): EnumDescriptor | undefined {
  const { holder, field } = findField(expression, scope, indexOf);
  return field.type.kind === 'enum' ? holder.schema.enum(field.type.name) : undefined;
}

function findField({ holders, step }: FieldExpression, scope: Scope, indexOf: IndexOf): FieldLookup {
  let holder = scope.layer.message;
  for (const outer of holders) holder = messageOf(placeIn(holder, outer, scope), scope, indexOf);
  return placeIn(holder, step, scope);
}

function placeIn(holder: Message, step: FieldStep, scope: Scope): FieldLookup {
  const { name, fields } = holder.descriptor;
  const field = fields.get(step.name);
  if (field) return { holder, field, step };
  const meant = nearest(step.name, fields.keys());
  return stop(scope, step.range, `is not a field of ${name}${meant ? `; did you mean \`${meant}\`?` : ''}`);
}

function messageOf({ holder, field, step }: FieldLookup, scope: Scope, indexOf: IndexOf): Message {
  if (field.type.kind !== 'message') stop(scope, step.range, 'is not a message and has no fields');
  const messages = field.label === 'repeated' ? holder.messages(field.name) : [holder.message(field.name)];
  const message = messages[elementOf(messages.length, field, step, scope, indexOf)];
  return message ?? stop(scope, step.range, 'has no value');
}

/** The selected index among `count` values. */
function elementOf(
  count: number,
  { label }: FieldDescriptor,
  { name, index, range }: FieldStep,
  scope: Scope,
  indexOf: IndexOf,
): number {
  if (label !== 'repeated') return index ? stop(scope, range, 'is not repeated and has no index') : 0;
  if (!index) return stop(scope, range, `is repeated; \`${name}[0]\` is the first value`);
  const at = indexOf(index);
  if (at >= 0 && at < count) return at;
  return stop(scope, range, `has no value at index ${at}; the layer sets ${count}`);
}

/** The values of a field as C++ types; a single one if it is not repeated. */
function valuesOf(holder: Message, { name, label, type, default: fallback }: FieldDescriptor) {
  const many = label === 'repeated';
  const entries = holder.list(name);
  switch (type.name) {
    case 'bool':
      return many ? entries.map(({ value }) => value === true) : [holder.bool(name)];
    case 'float':
      return (many ? holder.floats(name) : [holder.float(name)]).map((value) => new Real(value, true));
    case 'double':
      return (many ? entries.map(({ value }) => value) : [entries.at(-1)?.value ?? fallback]).map(
        (value) => new Real(Number(value), false),
      );
    case 'int32':
    case 'int64':
    case 'uint32':
    case 'uint64':
      return many ? holder.ints(name) : [holder.int(name)];
    default:
      return many ? holder.texts(name) : [holder.text(name)];
  }
}
