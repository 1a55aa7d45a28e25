import { removeField, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import type { MessageDescriptor } from '../../schema/descriptor.ts';
import { readScalar } from '../../schema/scalar.ts';
import { messageOf } from '../../schema/unknown.ts';
import type { ScalarNode } from '../../syntax/nodes.ts';
import { shift } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { fieldPathOf, type PathSegment } from '../helpers/fieldPath.ts';
import { offer } from '../helpers/offer.ts';

/** A scalar where a message is expected: `weight_filler: "xavier"`. */
export const wrongMessages: Fixer = {
  checks: ['text/expected-message', 'text/bracket-mismatch'],
  doc: 'Wraps the value in a message, in the field that accepts it.',
  fixes(context) {
    const segment = fieldPathOf(context).at(-1);
    const descriptor = segment?.known && messageOf(segment.known, context.document.schema);
    const value = segment?.field.value;
    if (!segment || !descriptor || !value || value.kind === 'message') return [];
    const wrapped = value.kind === 'scalar' ? wrap(context, segment, descriptor, value) : [];
    return [...wrapped, ...remove(context, segment)];
  },
};

/** The fields that a single value for a message usually belongs to, likeliest first. */
const mainFields = ['type', 'phase', 'lr_mult', 'name', 'dim', 'value', 'kernel_size', 'num_output'];

function wrap(
  context: FixContext,
  { field }: PathSegment,
  descriptor: MessageDescriptor,
  value: ScalarNode,
): Fix[] {
  const { document, path } = context;
  const start = path?.start ?? 0;
  const main = mainFields.find((name) => {
    const known = descriptor.fields.get(name);
    return known && readScalar(known.type, value, document.schema).ok;
  });
  if (main === undefined) return [];
  const text = document.text.slice(start + value.range.start, start + value.range.end);
  const name = field.name.text;
  const edit = replaceField(document.text, shift(field.range, start), newField(name, [newField(main, text)]));
  return offer(`Replace with \`${name} { ${main}: ${text} }\``, [edit], { preferred: true });
}

function remove({ document: { text }, path }: FixContext, { field }: PathSegment): Fix[] {
  return offer(`Remove \`${field.name.text}\``, [removeField(text, shift(field.range, path?.start ?? 0))]);
}
