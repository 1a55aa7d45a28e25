import type { Schema } from './descriptor.ts';
import { nearest } from './nearest.ts';
import { convert } from './proto/convert.ts';
import { errorAt, firstLine, type ProtoError, quoted } from './proto/error.ts';
import { outlineOf } from './proto/outline.ts';
import { parseProto } from './proto/parse.ts';
import { tokenize } from './proto/tokens.ts';

/** What the text of a .proto file declares. */
export interface ProtoFile {
  /** Undefined where the text is not a .proto file. */
  readonly schema: Schema | undefined;
  /** The problems, in file order. */
  readonly problems: readonly ProtoError[];
}

/**
 * Reads a caffe.proto with syntax proto2 or proto3. Types have their names in this project: `Outer.Inner`, without the
 * package. The file must have the root message, or without a root the messages that every Caffe has.
 */
export function readProtoFile(text: string, options: { readonly root?: string } = {}): ProtoFile {
  const { tokens, open } = tokenize(text);
  const outline = outlineOf(tokens);
  const parsed = parseProto({ text, tokens, open, outline });
  if ('message' in parsed) return { schema: undefined, problems: [parsed] };
  const { schema, problems: errors } = convert(parsed, outline);
  const missing = options.root === undefined ? findMissing(schema) : findMissingRoot(schema, options.root);
  const ofFile = missing.map((message) => errorAt(firstLine(text), message));
  const inOrder = [...ofFile, ...errors].sort((one, other) => one.range.start - other.range.start);
  return { schema, problems: inOrder };
}

/**
 * The messages that a text file can contain, likely ones first: a net, a solver, then those that are not part of
 * another message.
 */
export function rootMessages(schema: Schema): readonly string[] {
  const parts = new Set<string>();
  for (const { name, fields } of schema.messages.values()) {
    for (const { type } of fields.values()) if (type.name !== name) parts.add(type.name);
  }
  const usual = ['NetParameter', 'SolverParameter'].filter((name) => schema.message(name));
  const whole = [...schema.messages.keys()].filter((name) => !parts.has(name));
  return [...new Set([...usual, ...whole])];
}

function findMissing(schema: Schema): string[] {
  return ['NetParameter', 'LayerParameter']
    .filter((name) => !schema.message(name))
    .map(
      (name) => `The file does not declare \`${name}\`, which every Caffe has${guess(name, schema) ?? '.'}`,
    );
}

function findMissingRoot(schema: Schema, name: string): string[] {
  if (schema.message(name)) return [];
  const roots = rootMessages(schema).slice(0, 5).map(quoted).join(', ');
  const choice = roots === '' ? '.' : `; possible roots: ${roots}.`;
  return [`The file does not declare the message ${quoted(name)}${guess(name, schema) ?? choice}`];
}

function guess(name: string, schema: Schema): string | undefined {
  const meant = nearest(name, schema.messages.keys());
  return meant && `; did you mean \`${meant}\`?`;
}
