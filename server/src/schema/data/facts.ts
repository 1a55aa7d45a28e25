/**
 * What a caffe.proto declares, in a compact form.
 *
 * A field reads `[NUMBER] TYPE [repeated|required] [deprecated] [= DEFAULT]`, an enum `NAME=NUMBER …`.
 * A fork lists only the differences from the facts it builds on: `null` removes a declaration, an enum that begins with
 * `+` adds its values, and one that begins with `-` removes them.
 */
export interface SchemaFacts {
  readonly messages: Readonly<Record<string, Readonly<Record<string, string | null>> | null>>;
  readonly enums: Readonly<Record<string, string | null>>;
}

/** Facts that several forks share. */
export interface ForkFacts extends SchemaFacts {
  /** Names of forks, separated by spaces. */
  readonly forks: string;
}

/** Documentation by message or enum, then by field or value; `_` documents the message or enum itself. */
export type SchemaDocs = Readonly<Record<string, Readonly<Record<string, string>>>>;
