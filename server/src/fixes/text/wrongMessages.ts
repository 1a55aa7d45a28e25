import { draft } from '../../edit/draft.ts';
import { removeField, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import type { MessageDescriptor } from '../../schema/descriptor.ts';
import { readScalar } from '../../schema/scalar.ts';
import { messageOf } from '../../schema/unknown.ts';
import type { ScalarNode } from '../../syntax/nodes.ts';
import { shift } from '../../text/range.ts';
import type { Fixer, Place } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';
import { type Step, stepsOf } from '../helpers/steps.ts';

/** A scalar where a message is expected: `weight_filler: "xavier"`. */
export const wrongMessages: Fixer = {
  checks: ['text/expected-message', 'text/bracket-mismatch'],
  doc: 'Wraps the value in a message, in the field that accepts it.',
  fixes(place) {
    const step = stepsOf(place).at(-1);
    const descriptor = step?.known && messageOf(step.known, place.document.schema);
    const value = step?.field.value;
    if (!step || !descriptor || !value || value.kind === 'message') return [];
    const wrapped = value.kind === 'scalar' ? wrap(place, step, descriptor, value) : [];
    return [...wrapped, ...remove(place, step)];
  },
};

/** The fields that a single value for a message usually belongs to, likeliest first. */
const mainFields = ['type', 'phase', 'lr_mult', 'name', 'dim', 'value', 'kernel_size', 'num_output'];

function wrap(place: Place, { field }: Step, descriptor: MessageDescriptor, value: ScalarNode): Fix[] {
  const { document, path } = place;
  const start = path?.start ?? 0;
  const main = mainFields.find((name) => {
    const known = descriptor.fields.get(name);
    return known && readScalar(known.type, value, document.schema).ok;
  });
  if (main === undefined) return [];
  const text = document.text.slice(start + value.range.start, start + value.range.end);
  const name = field.name.text;
  const edit = replaceField(document.text, shift(field.range, start), draft(name, [draft(main, text)]));
  return offer(`Replace with \`${name} { ${main}: ${text} }\``, [edit], { preferred: true });
}

function remove({ document: { text }, path }: Place, { field }: Step): Fix[] {
  return offer(`Remove \`${field.name.text}\``, [removeField(text, shift(field.range, path?.start ?? 0))]);
}
