import type {
  DefaultValue,
  EnumDescriptor,
  FieldDescriptor,
  FieldType,
  MessageDescriptor,
  ScalarType,
  Schema,
} from '../descriptor.ts';
import type { SchemaDocs, SchemaFacts } from './facts.ts';

type Present<T> = Readonly<Record<string, NonNullable<T>>>;

const scalarDefaults: Readonly<Record<ScalarType, DefaultValue>> = {
  double: 0,
  float: 0,
  int32: 0,
  int64: 0,
  uint32: 0,
  uint64: 0,
  bool: false,
  string: '',
  bytes: '',
};

/** Builds a schema from layered facts; later ones override earlier ones. `lacks` are what a fork removes or changes. */
export function buildSchema(layers: readonly SchemaFacts[], docs: SchemaDocs, lacks?: SchemaFacts): Schema {
  const whole = buildFrom(layers, docs);
  if (!lacks) return whole;
  const own = buildFrom([...layers, lacks], docs);
  const messages = new Map<string, MessageDescriptor>(
    [...own.messages].map(([name, message]) => [
      name,
      { ...message, lacking: without(whole.message(name)?.fields ?? new Map(), message.fields) },
    ]),
  );
  const lacking = without(whole.messages, messages);
  return { ...own, messages, lacking, message: (name) => messages.get(name) };
}

function without<T>(all: ReadonlyMap<string, T>, some: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...all].filter(([name]) => !some.has(name)));
}

function buildFrom(layers: readonly SchemaFacts[], docs: SchemaDocs): Schema {
  const enums = new Map<string, EnumDescriptor>();
  for (const [name, values] of Object.entries(overlayEnums(layers))) {
    enums.set(name, readEnum(name, values, docs));
  }
  const messages = new Map<string, MessageDescriptor>();
  for (const [name, fields] of Object.entries(overlayMessages(layers))) {
    messages.set(name, readMessage(name, fields, enums, docs));
  }
  return { messages, message: (name) => messages.get(name), enum: (name) => enums.get(name) };
}

function readEnum(name: string, declaration: string, docs: SchemaDocs): EnumDescriptor {
  const values = new Map<string, number>();
  const valueDocs = new Map<string, string>();
  let next = 0;
  for (const entry of declaration.split(' ')) {
    const [value = '', stated] = entry.split('=');
    const number = stated === undefined ? next : Number(stated);
    next = Math.max(next, number + 1);
    values.set(value, number);
    valueDocs.set(value, docs[name]?.[value] ?? '');
  }
  return { name, doc: docs[name]?._ ?? '', values, valueDocs };
}

function readMessage(
  name: string,
  facts: Present<string>,
  enums: ReadonlyMap<string, EnumDescriptor>,
  docs: SchemaDocs,
): MessageDescriptor {
  const fields = new Map<string, FieldDescriptor>();
  for (const [field, declaration] of Object.entries(facts)) {
    fields.set(field, readField(field, declaration, enums, docs[name]?.[field] ?? ''));
  }
  return { name, doc: docs[name]?._ ?? '', fields };
}

function readField(
  name: string,
  declaration: string,
  enums: ReadonlyMap<string, EnumDescriptor>,
  doc: string,
): FieldDescriptor {
  const [head = '', stated] = declaration.split(' = ');
  const words = head.split(' ');
  const number = Number.parseInt(words[0] ?? '', 10);
  const [typeName = '', ...flags] = Number.isNaN(number) ? words : words.slice(1);
  const type = readType(typeName, enums);
  const label = flags.includes('repeated')
    ? 'repeated'
    : flags.includes('required')
      ? 'required'
      : 'optional';
  return {
    name,
    number: Number.isNaN(number) ? undefined : number,
    label,
    type,
    default: label === 'repeated' ? undefined : readDefault(type, stated, enums),
    declaresDefault: stated !== undefined,
    deprecated: flags.includes('deprecated'),
    doc,
  };
}

function readType(name: string, enums: ReadonlyMap<string, EnumDescriptor>): FieldType {
  if (isScalar(name)) return { kind: 'scalar', name };
  return { kind: enums.has(name) ? 'enum' : 'message', name };
}

function readDefault(
  type: FieldType,
  stated: string | undefined,
  enums: ReadonlyMap<string, EnumDescriptor>,
): DefaultValue | undefined {
  if (type.kind === 'message') return undefined;
  if (type.kind === 'enum') return stated ?? enums.get(type.name)?.values.keys().next().value;
  const implicit = scalarDefaults[type.name];
  if (stated === undefined) return implicit;
  if (typeof implicit === 'boolean') return stated === 'true';
  return typeof implicit === 'number' ? Number(stated) : stated;
}

function isScalar(name: string): name is ScalarType {
  return Object.hasOwn(scalarDefaults, name);
}

function overlayMessages(layers: readonly SchemaFacts[]): Present<Present<string>> {
  const messages: Record<string, Present<string>> = {};
  for (const layer of layers) {
    for (const [name, fields] of Object.entries(layer.messages)) {
      if (fields === null) delete messages[name];
      else messages[name] = overlay<string>([messages[name] ?? {}, fields]);
    }
  }
  return messages;
}

/** Values that a fork adds follow the existing ones; an existing value keeps its number. */
function overlayEnums(layers: readonly SchemaFacts[]): Present<string> {
  const merged: Record<string, string> = {};
  for (const [name, values] of layers.flatMap((layer) => Object.entries(layer.enums))) {
    if (values === null) delete merged[name];
    else if (values.startsWith('+ ')) merged[name] = addValues(merged[name], values.slice(2));
    else if (values.startsWith('- ')) merged[name] = withoutValues(merged[name] ?? '', values.slice(2));
    else merged[name] = values;
  }
  return merged;
}

function addValues(known: string | undefined, added: string): string {
  if (known === undefined) return added;
  const names = new Set(known.split(' ').map((entry) => entry.split('=')[0]));
  return [known, ...added.split(' ').filter((value) => !names.has(value))].join(' ');
}

/** The other values keep their numbers. */
function withoutValues(known: string, missing: string): string {
  const names = new Set(missing.split(' '));
  let next = 0;
  const numbered = known.split(' ').map((entry) => {
    const [value = '', stated] = entry.split('=');
    const number = stated === undefined ? next : Number(stated);
    next = Math.max(next, number + 1);
    return [value, number] as const;
  });
  return numbered.flatMap(([value, number]) => (names.has(value) ? [] : [`${value}=${number}`])).join(' ');
}

function overlay<T extends string>(layers: readonly Readonly<Record<string, T | null>>[]): Present<T> {
  const merged: Record<string, T> = {};
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer)) {
      if (value === null) delete merged[name];
      else merged[name] = value;
    }
  }
  return merged as Present<T>;
}
