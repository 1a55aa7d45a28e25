import type { Schema } from './descriptor.ts';
import { nearest } from './nearest.ts';
import { convert } from './proto/convert.ts';
import { outlineOf } from './proto/outline.ts';
import { parseProto } from './proto/parse.ts';
import { firstLine, type ProtoProblem, problemAt, quoted } from './proto/problem.ts';
import { tokenize } from './proto/tokens.ts';

/** What the text of a .proto file declares. */
export interface ProtoFile {
  /** Undefined where the text is not a .proto file. */
  readonly schema: Schema | undefined;
  /** What is wrong with it, in the order of the file. */
  readonly problems: readonly ProtoProblem[];
}

/**
 * Reads a caffe.proto of syntax proto2 or proto3. Types have the names that the project uses: `Outer.Inner`, without
 * the package. What has to be there is the message of the root, or without one what every Caffe has.
 */
export function readProtoFile(text: string, options: { readonly root?: string } = {}): ProtoFile {
  const { tokens, open } = tokenize(text);
  const outline = outlineOf(tokens);
  const parsed = parseProto({ text, tokens, open, outline });
  if ('message' in parsed) return { schema: undefined, problems: [parsed] };
  const { schema, problems } = convert(parsed, outline);
  const missing = options.root === undefined ? findMissing(schema) : findMissingRoot(schema, options.root);
  const ofFile = missing.map((message) => problemAt(firstLine(text), message));
  const inOrder = [...ofFile, ...problems].sort((one, other) => one.range.start - other.range.start);
  return { schema, problems: inOrder };
}

/**
 * The messages that a text file could hold, likely ones first: a net, a solver, then those that are no part of another
 * message.
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
      (name) =>
        `The file declares no message \`${name}\`, which every Caffe has${guess(name, schema) ?? '.'}`,
    );
}

function findMissingRoot(schema: Schema, name: string): string[] {
  if (schema.message(name)) return [];
  const roots = rootMessages(schema).slice(0, 5).map(quoted).join(', ');
  const choice = roots === '' ? '.' : `; a text could hold one of these: ${roots}.`;
  return [`The file declares no message ${quoted(name)}${guess(name, schema) ?? choice}`];
}

function guess(name: string, schema: Schema): string | undefined {
  const meant = nearest(name, schema.messages.keys());
  return meant && `; did you mean \`${meant}\`?`;
}
