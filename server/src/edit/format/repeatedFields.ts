import type { Document } from '../../document/document.ts';
import type { MessageDescriptor, Schema } from '../../schema/descriptor.ts';
import type { FieldNode, ValueNode } from '../../syntax/nodes.ts';
import type { TextEdit } from '../../text/edit.ts';
import { fieldsOf, listAt } from '../repeated.ts';

/** The edits that write all repeated scalar fields of a file as lists, or as a field for each value. */
export function repeatedFields(document: Document, as: 'list' | 'fields'): TextEdit[] {
  const { root, schema, text, tree } = document;
  const descriptor = root && schema.message(root);
  if (!descriptor) return [];
  return tree.blocks.flatMap((block) => {
    const start = tree.startOf(block);
    return editsIn(block.fields, descriptor, schema, (siblings, index) => {
      const own = siblings[index];
      if (as === 'fields') return own && fieldsOf(text, own, start);
      // The first field of a run makes the list.
      const before = siblings[index - 1];
      const isFirst = before?.name.text !== own?.name.text || before?.value?.kind !== 'scalar';
      return isFirst ? listAt(text, siblings, index, start) : undefined;
    });
  });
}

type Change = (siblings: readonly FieldNode[], index: number) => TextEdit | undefined;

/** The changes of the repeated scalar fields of a message, and of the messages in it. */
function editsIn(
  siblings: readonly FieldNode[],
  { fields }: MessageDescriptor,
  schema: Schema,
  change: Change,
): TextEdit[] {
  return siblings.flatMap(({ name, value }, index) => {
    const known = fields.get(name.text);
    if (!known || !value) return [];
    const inner = known.type.kind === 'message' ? schema.message(known.type.name) : undefined;
    if (inner) return messagesIn(value).flatMap((each) => editsIn(each, inner, schema, change));
    return (known.label === 'repeated' ? change(siblings, index) : undefined) ?? [];
  });
}

/** The fields of the messages of a value. */
function messagesIn(value: ValueNode): (readonly FieldNode[])[] {
  if (value.kind === 'list') return value.items.flatMap(messagesIn);
  return value.kind === 'message' ? [value.fields] : [];
}
