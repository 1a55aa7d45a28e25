/** The scalar types of protobuf that occur in Caffe's schema. */
export type ScalarType =
  | 'double'
  | 'float'
  | 'int32'
  | 'int64'
  | 'uint32'
  | 'uint64'
  | 'bool'
  | 'string'
  | 'bytes';

export type FieldType =
  | { readonly kind: 'scalar'; readonly name: ScalarType }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'message'; readonly name: string };

/** The value of an optional field that is not set. */
export type DefaultValue = number | boolean | string;

/** One field of a message, as caffe.proto declares it. */
export interface FieldDescriptor {
  readonly name: string;
  /** Undefined for fields that forks add, because their numbers differ. */
  readonly number: number | undefined;
  readonly label: 'optional' | 'required' | 'repeated';
  readonly type: FieldType;
  /** The declared default, or protobuf's for the type: 0, false, "", the first enum value. */
  readonly default: DefaultValue | undefined;
  /** Whether the schema declares the default. */
  readonly declaresDefault: boolean;
  readonly deprecated: boolean;
  readonly doc: string;
}

export interface MessageDescriptor {
  readonly name: string;
  readonly doc: string;
  readonly fields: ReadonlyMap<string, FieldDescriptor>;
  /** The fields that a fork lacks: definitions read their defaults, which its code has as constants. */
  readonly lacking?: ReadonlyMap<string, FieldDescriptor>;
}

export interface EnumDescriptor {
  readonly name: string;
  readonly doc: string;
  /** Number by value name, in declaration order. */
  readonly values: ReadonlyMap<string, number>;
  readonly valueDocs: ReadonlyMap<string, string>;
}

/** All messages and enums of one caffe.proto. */
export interface Schema {
  message(name: string): MessageDescriptor | undefined;
  enum(name: string): EnumDescriptor | undefined;
  readonly messages: ReadonlyMap<string, MessageDescriptor>;
  /** The messages that a fork lacks, of which definitions read the defaults too. */
  readonly lacking?: ReadonlyMap<string, MessageDescriptor>;
}
