import protobuf from 'protobufjs';
import type { Range } from '../../text/range.ts';
import type {
  EnumDescriptor,
  FieldDescriptor,
  FieldType,
  MessageDescriptor,
  ScalarType,
  Schema,
} from '../descriptor.ts';
import { nearest } from '../nearest.ts';
import { findDefaultError, readDefault } from './defaults.ts';
import { errorAt, type ProtoError, quoted } from './error.ts';
import { type Declaration, declarationsOf, resolve } from './names.ts';
import { type Declared, join, namesakes, type Outline } from './outline.ts';

/** Scalar types by name; types that differ only in their encoding are the same. */
const scalars: ReadonlyMap<string, ScalarType> = new Map([
  ['double', 'double'],
  ['float', 'float'],
  ['int32', 'int32'],
  ['sint32', 'int32'],
  ['sfixed32', 'int32'],
  ['int64', 'int64'],
  ['sint64', 'int64'],
  ['sfixed64', 'int64'],
  ['uint32', 'uint32'],
  ['fixed32', 'uint32'],
  ['uint64', 'uint64'],
  ['fixed64', 'uint64'],
  ['bool', 'bool'],
  ['string', 'string'],
  ['bytes', 'bytes'],
]);

/** Maximum number of unknown types with suggestions. */
const maxGuesses = 20;

/**
 * The schema that a parsed file declares, and its errors. A field of an undeclared type has a message type that the
 * schema does not have. Extensions and oneof constraints are omitted.
 */
export function convert(
  file: protobuf.IParserResult,
  outline: Outline,
): { schema: Schema; problems: readonly ProtoError[] } {
  const { messages, enums, problems: errors } = new Converter(file, outline);
  const schema = {
    messages,
    message: (name: string) => messages.get(name),
    enum: (name: string) => enums.get(name),
  };
  return { schema, problems: errors };
}

class Converter {
  readonly messages = new Map<string, MessageDescriptor>();
  readonly enums = new Map<string, EnumDescriptor>();
  readonly problems: ProtoError[] = [];
  private readonly declarations: ReadonlyMap<string, Declaration>;
  private readonly names: ReadonlyMap<Declaration, string>;
  private readonly hasImports: boolean;
  private readonly outline: Outline;
  /** The messages for undeclared types. */
  private readonly unknownTypes = new Map<string, string>();

  constructor({ root, imports, weakImports }: protobuf.IParserResult, outline: Outline) {
    this.outline = outline;
    this.hasImports = imports !== undefined || weakImports !== undefined;
    this.declarations = declarationsOf(root);
    this.names = new Map([...this.declarations].map(([name, declaration]) => [declaration, name]));
    for (const [name, declaration] of this.declarations) {
      if (declaration instanceof protobuf.Enum) this.enums.set(name, readEnum(name, declaration));
    }
    for (const [name, declaration] of this.declarations) {
      if (declaration instanceof protobuf.Type) this.addMessage(name, declaration);
    }
  }

  private addMessage(name: string, type: protobuf.Type): void {
    const fields = new Map<string, FieldDescriptor>();
    this.messages.set(name, { name, doc: type.comment ?? '', fields });
    for (const field of type.fieldsArray) {
      const read = this.readField(name, type, field);
      fields.set(read.name, read);
    }
  }

  private readField(message: string, parent: protobuf.Type, field: protobuf.FieldBase): FieldDescriptor {
    // A group is declared with the name of its message, which protobufjs converts to a field name.
    const declared = this.find(message, field.name) ?? this.find(message, field.type);
    const name = declared?.name.text ?? field.name;
    const type = this.readType(field, parent, declared);
    const isMap = field instanceof protobuf.MapField;
    const label = isMap || field.repeated ? 'repeated' : field.rule === 'required' ? 'required' : 'optional';
    const stated: unknown = field.getOption('default');
    const number = declared?.number ?? declared?.name;
    this.report(findNumberError(field.id), number);
    this.report(findDefaultError(stated, label, type, this.enums), declared?.name);
    return {
      name,
      number: field.id,
      label,
      type: isMap ? this.addEntry(join(message, name), field.keyType, type) : type,
      default: label === 'repeated' ? undefined : readDefault(stated, type, this.enums),
      declaresDefault: stated !== undefined,
      deprecated: field.getOption('deprecated') === true || isDeprecated(field) || isDeprecated(parent),
      doc: field.comment ?? '',
    };
  }

  private find(scope: string, name: string): Declared | undefined {
    return namesakes(this.outline, scope, name).find(({ kind }) => kind === 'field');
  }

  private readType(
    field: protobuf.FieldBase,
    parent: protobuf.Type,
    declared: Declared | undefined,
  ): FieldType {
    const scalar = scalars.get(field.type);
    if (scalar) return { kind: 'scalar', name: scalar };
    const found = resolve(field.type, parent);
    const name = found && this.names.get(found);
    if (name !== undefined) return { kind: this.enums.has(name) ? 'enum' : 'message', name };
    const known = this.unknownTypes.get(field.type) ?? this.explainUnknown(field.type);
    this.unknownTypes.set(field.type, known);
    this.report(known, declared?.type);
    return { kind: 'message', name: field.type };
  }

  private explainUnknown(type: string): string {
    const why = this.hasImports ? '; imported files are not read' : '';
    const many = this.unknownTypes.size >= maxGuesses;
    const meant = many ? undefined : nearest(type, [...scalars.keys(), ...this.declarations.keys()]);
    // A type with exactly this name is hidden by an inner scope; its full name is reachable.
    const name = meant === type ? this.declarations.get(meant)?.fullName : meant;
    return `Unknown type ${quoted(type)}${why}.${name ? ` Did you mean \`${name}\`?` : ''}`;
  }

  /** A map is a repeated message of keys and values, named after the field as in protobuf. */
  private addEntry(field: string, keyType: string, value: FieldType): FieldType {
    const name = `${field.replace(/(?:^|\.)[^.]*$/, camelCase)}Entry`;
    const key: FieldType = { kind: 'scalar', name: scalars.get(keyType) ?? 'string' };
    const fields = new Map([
      ['key', this.entryField('key', 1, key)],
      ['value', this.entryField('value', 2, value)],
    ]);
    this.messages.set(name, { name, doc: '', fields });
    return { kind: 'message', name };
  }

  private entryField(name: string, number: number, type: FieldType): FieldDescriptor {
    return {
      name,
      number,
      label: 'optional',
      type,
      default: readDefault(undefined, type, this.enums),
      declaresDefault: false,
      deprecated: false,
      doc: '',
    };
  }

  private report(message: string | undefined, range: Range | undefined): void {
    if (message !== undefined) this.problems.push(errorAt(range ?? { start: 0, end: 0 }, message));
  }
}

function readEnum(name: string, { values, comments, comment }: protobuf.Enum): EnumDescriptor {
  const entries = Object.entries(values);
  return {
    name,
    doc: comment ?? '',
    values: new Map(entries),
    valueDocs: new Map(entries.map(([value]) => [value, comments[value] ?? ''])),
  };
}

/** Caffe marks deprecated fields in comments: `// DEPRECATED: …`, `// 4D dimensions -- deprecated.` */
function isDeprecated({ comment }: protobuf.FieldBase | protobuf.Type): boolean {
  return /(?:^|-- )deprecated\b/i.test(comment ?? '');
}

function camelCase(words: string): string {
  return words.replace(/(^\.?|_)([^_.])/g, (_, before: string, letter: string) => {
    return (before === '_' ? '' : before) + letter.toUpperCase();
  });
}

/** Field numbers reserved by protobuf. */
function findNumberError(number: number): string | undefined {
  const kept = number >= 19_000 && number <= 19_999;
  if (number >= 1 && number <= 536_870_911 && !kept) return undefined;
  return `Field number ${number} is out of range: valid numbers are 1 to 536870911, except 19000 to 19999.`;
}
