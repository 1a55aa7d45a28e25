import { draft, inlineDraft } from '../../edit/draft.ts';
import { removeFields } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { meantBy } from '../../schema/data/synonyms.ts';
import type { MessageDescriptor } from '../../schema/descriptor.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { shift } from '../../text/range.ts';
import type { Fixer, Place } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';
import { type Step, stepsOf } from '../helpers/steps.ts';

/** Fields for each side or axis, in a message that does not have them. */
export const spatialPairs: Fixer = {
  checks: ['text/unknown-field'],
  doc: 'Converts a pair such as `hole_h` and `hole_w` to `dilation`, and padding of four sides to `pad_h` and `pad_w` if opposite sides are equal.',
  fixes(place) {
    const step = stepsOf(place).at(-1);
    return step && !step.known ? [...asRepeated(place, step), ...asSymmetric(place, step)] : [];
  },
};

/** Converts `hole_h: 2 hole_w: 1` to `dilation: 2 dilation: 1`. */
function asRepeated(place: Place, step: Step): Fix[] {
  const [, stem] = /^(\w+)_[hw]$/u.exec(step.field.name.text) ?? [];
  if (stem === undefined) return [];
  const { fields } = step.holder;
  const target = [stem, ...meantBy(stem)].find(
    (name) => fields.get(name)?.label === 'repeated' && !fields.has(`${name}_h`),
  );
  const pair = [single(step, `${stem}_h`), single(step, `${stem}_w`)];
  const [height, width] = pair.map((field) => numberOf(place, field));
  if (target === undefined || height === undefined || width === undefined || has(step, target)) return [];
  const values = height === width ? [height] : [height, width];
  return rewrite(
    place,
    pair,
    values.map((value) => ({ name: target, value })),
  );
}

/** Padding of four sides, with equal opposite sides; Caffe has no fields for different ones. */
function asSymmetric(place: Place, step: Step): Fix[] {
  const [, stem] = /^(pad(?:ding)?)_(?:[ltrb]|left|top|right|bottom)$/u.exec(step.field.name.text) ?? [];
  if (stem === undefined || !knows(step.holder, 'pad_h', 'pad_w')) return [];
  const side = (short: string, long: string) =>
    single(step, `${stem}_${short}`) ?? single(step, `${stem}_${long}`);
  const sides = [side('t', 'top'), side('b', 'bottom'), side('l', 'left'), side('r', 'right')];
  const [top, bottom, left, right] = sides.map((field) => numberOf(place, field));
  const whole = top !== undefined && left !== undefined && top === bottom && left === right;
  if (!whole || ['pad', 'pad_h', 'pad_w'].some((name) => has(step, name))) return [];
  return rewrite(place, sides, [
    { name: 'pad_h', value: top },
    { name: 'pad_w', value: left },
  ]);
}

function knows({ fields }: MessageDescriptor, ...names: readonly string[]): boolean {
  return names.every((name) => fields.has(name));
}

function has({ siblings }: Step, name: string): boolean {
  return siblings.some((field) => field.name.text === name);
}

function single({ siblings }: Step, name: string): FieldNode | undefined {
  const [field, ...others] = siblings.filter((one) => one.name.text === name);
  return others.length === 0 ? field : undefined;
}

function numberOf({ document, path }: Place, field: FieldNode | undefined): string | undefined {
  const value = field?.value;
  if (!path || value?.kind !== 'scalar' || value.literal !== 'integer') return undefined;
  const { start, end } = shift(value.range, path.start);
  return document.text.slice(start, end);
}

/** Replaces the first of some fields with new ones, and removes the others. */
function rewrite(
  { document, path }: Place,
  old: readonly (FieldNode | undefined)[],
  fields: readonly { readonly name: string; readonly value: string }[],
): Fix[] {
  const start = path?.start ?? 0;
  const ranges = old.flatMap((field) => (field ? [shift(field.range, start)] : []));
  const [first, ...rest] = ranges.toSorted((one, other) => one.start - other.start);
  if (!first || ranges.length !== old.length) return [];
  const names = old.map((field) => `\`${field?.name.text}\``).join(', ');
  const newText = fields.map(({ name, value }) => inlineDraft(draft(name, value))).join(' ');
  const edits = [{ range: first, newText }, ...removeFields(document.text, rest)];
  return offer(`Replace ${names} with \`${newText}\``, edits, { preferred: true });
}
