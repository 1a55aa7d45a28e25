import type { Document } from '../../document/document.ts';
import { offer } from '../../fixes/helpers/offer.ts';
import type { MessageDescriptor, Schema } from '../../schema/descriptor.ts';
import { valueNodes } from '../../schema/message.ts';
import type { Block, FieldNode } from '../../syntax/nodes.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { Finding, Rule } from '../rule.ts';
import { findRewrite } from './deprecatedFieldFixes.ts';

/** Fields that other rules report: old syntax, and fields that data layers ignore. */
const elsewhere = new Set(['input', 'input_shape', 'input_dim', 'layers']);
const ignoredTransforms = new Set(['scale', 'mean_file', 'crop_size', 'mirror']);

export const deprecatedField: Rule = {
  code: 'deprecated-field',
  severity: 'hint',
  doc: {
    what: 'A field is deprecated: Caffe still reads it, but has a replacement.',
    why: 'Deprecated fields exist only for old files. Other tools that read nets often support only the new fields, and Caffe rejects some combinations of both, such as `concat_dim` with `axis`.',
    example: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "join" type: "Concat" bottom: "a" bottom: "b" top: "join" concat_param { concat_dim: 1 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "join" type: "Concat" bottom: "a" bottom: "b" top: "join" concat_param { axis: 1 } }
`,
    fix: 'Use the replacement: `axis` for `concat_dim` and `slice_dim`, `type` for `solver_type`, `normalization` for `normalize`, `shape` for `num`, `channels`, `height` and `width`.',
  },
  *block(block, document) {
    const root = document.schema.message(document.root ?? '');
    if (!root) return;
    for (const old of outdated(block.fields, root, document.schema)) yield finding(old, document, block);
  },
};

/** A deprecated field and the fields of its message. */
interface OldField {
  readonly field: FieldNode;
  readonly siblings: readonly FieldNode[];
  readonly message: string;
}

function* outdated(
  fields: readonly FieldNode[],
  descriptor: MessageDescriptor,
  schema: Schema,
): Generator<OldField> {
  const seen = new Set<string>();
  for (const field of fields) {
    const known = descriptor.fields.get(field.name.text);
    if (!known || !field.value || (descriptor.name === 'NetParameter' && elsewhere.has(known.name))) continue;
    const isOutdated = known.deprecated && !isTransform(descriptor.name, known.name);
    if (isOutdated && isReplaced(descriptor, known.name) && !seen.has(known.name)) {
      seen.add(known.name);
      yield { field, siblings: fields, message: descriptor.name };
    }
    const inner = known.deprecated ? undefined : messageOf(known.type, schema);
    if (!inner) continue;
    for (const node of valueNodes(field.value))
      if (node.kind === 'message') yield* outdated(node.fields, inner, schema);
  }
}

function isTransform(message: string, field: string): boolean {
  return /^(?:Image|Window)?DataParameter$/u.test(message) && ignoredTransforms.has(field);
}

/** Whether a Caffe has the replacement of a field; old forks do not. */
function isReplaced({ name, fields }: MessageDescriptor, field: string): boolean {
  const rewrite = findRewrite(name, field);
  return !rewrite || fields.has(rewrite.replacement);
}

function messageOf(type: { readonly kind: string; readonly name: string }, schema: Schema) {
  return type.kind === 'message' ? schema.message(type.name) : undefined;
}

function finding({ field, siblings, message }: OldField, document: Document, block: Block): Finding {
  const name = field.name.text;
  const rewrite = findRewrite(message, name);
  const replacement = rewrite ? ` Use \`${rewrite.replacement}\` instead.` : '';
  return {
    message: `\`${name}\` is deprecated.${replacement}`,
    location: { block, range: field.name.range },
    tags: ['deprecated'],
    fixes: () => {
      if (!rewrite) return [];
      const { text, tree } = document;
      const isOuter = block.fields === siblings;
      const all = isOuter ? [...fieldsOf(tree)].map((outer) => outer.field) : siblings;
      const old = { field, siblings: all, text, start: tree.startOf(block) };
      const edits = rewrite.edits(old);
      const isPresent = all.some((each) => each.name.text === rewrite.replacement);
      const title = isPresent ? `Remove \`${name}\`` : `Use \`${rewrite.replacement}\``;
      return offer(title, edits, { preferred: true, ...((rewrite.isSafe?.(old) ?? true) && { safe: true }) });
    },
  };
}
