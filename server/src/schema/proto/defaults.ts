import type { DefaultValue, EnumDescriptor, FieldDescriptor, FieldType } from '../descriptor.ts';
import { nearest } from '../nearest.ts';
import { quoted } from './error.ts';

type Enums = ReadonlyMap<string, EnumDescriptor>;

/** The value of a field that is not set, according to its `default` option; undefined if there is none. */
export function readDefault(stated: unknown, type: FieldType, enums: Enums): DefaultValue | undefined {
  if (type.kind === 'message') return undefined;
  const fits = findDefaultError(stated, 'optional', type, enums) === undefined;
  return fits && isValue(stated) ? stated : implicitDefault(type, enums);
}

/** Why a declared default does not fit its field; undefined if it does. */
export function findDefaultError(
  stated: unknown,
  label: FieldDescriptor['label'],
  type: FieldType,
  enums: Enums,
): string | undefined {
  if (stated === undefined) return undefined;
  if (label === 'repeated') return 'A repeated field cannot have a default.';
  if (type.kind === 'message') return 'A message cannot have a default.';
  const found = quoted(String(stated));
  if (type.kind === 'enum') {
    const values = enums.get(type.name)?.values ?? new Map<string, number>();
    if (typeof stated === 'string' && values.has(stated)) return undefined;
    const meant = nearest(String(stated), values.keys());
    return `The default ${found} is not a value of ${type.name}${meant ? `; did you mean \`${meant}\`?` : '.'}`;
  }
  const wanted = typeof implicitDefault(type, enums);
  if (typeof stated === wanted) return undefined;
  const what = wanted === 'boolean' ? '`true` or `false`' : wanted === 'number' ? 'a number' : 'a string';
  return `The default of a ${type.name} must be ${what}, not ${found}.`;
}

function implicitDefault(type: FieldType, enums: Enums): DefaultValue | undefined {
  if (type.kind === 'message') return undefined;
  if (type.kind === 'enum') return enums.get(type.name)?.values.keys().next().value;
  if (type.name === 'bool') return false;
  return type.name === 'string' || type.name === 'bytes' ? '' : 0;
}

function isValue(stated: unknown): stated is DefaultValue {
  return typeof stated === 'string' || typeof stated === 'number' || typeof stated === 'boolean';
}
