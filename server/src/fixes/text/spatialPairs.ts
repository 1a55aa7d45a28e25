import { removeFields } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, printInline } from '../../edit/newField.ts';
import { synonymOf } from '../../schema/data/synonyms.ts';
import type { MessageDescriptor } from '../../schema/descriptor.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { shift } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { fieldPathOf, type PathSegment } from '../helpers/fieldPath.ts';
import { offer } from '../helpers/offer.ts';

/** Fields for each side or axis, in a message that does not have them. */
export const spatialPairs: Fixer = {
  checks: ['text/unknown-field'],
  doc: 'Converts a pair such as `hole_h` and `hole_w` to `dilation`, and padding of four sides to `pad_h` and `pad_w` if opposite sides are equal.',
  fixes(context) {
    const segment = fieldPathOf(context).at(-1);
    return segment && !segment.known
      ? [...asRepeated(context, segment), ...asSymmetric(context, segment)]
      : [];
  },
};

/** Converts `hole_h: 2 hole_w: 1` to `dilation: 2 dilation: 1`. */
function asRepeated(context: FixContext, segment: PathSegment): Fix[] {
  const [, stem] = /^(\w+)_[hw]$/u.exec(segment.field.name.text) ?? [];
  if (stem === undefined) return [];
  const { fields } = segment.holder;
  const target = [stem, ...synonymOf(stem)].find(
    (name) => fields.get(name)?.label === 'repeated' && !fields.has(`${name}_h`),
  );
  const pair = [single(segment, `${stem}_h`), single(segment, `${stem}_w`)];
  const [height, width] = pair.map((field) => numberOf(context, field));
  if (target === undefined || height === undefined || width === undefined || has(segment, target)) return [];
  const values = height === width ? [height] : [height, width];
  return rewrite(
    context,
    pair,
    values.map((value) => ({ name: target, value })),
  );
}

/** Padding of four sides, with equal opposite sides; Caffe has no fields for different ones. */
function asSymmetric(context: FixContext, segment: PathSegment): Fix[] {
  const [, stem] = /^(pad(?:ding)?)_(?:[ltrb]|left|top|right|bottom)$/u.exec(segment.field.name.text) ?? [];
  if (stem === undefined || !knows(segment.holder, 'pad_h', 'pad_w')) return [];
  const side = (short: string, long: string) =>
    single(segment, `${stem}_${short}`) ?? single(segment, `${stem}_${long}`);
  const sides = [side('t', 'top'), side('b', 'bottom'), side('l', 'left'), side('r', 'right')];
  const [top, bottom, left, right] = sides.map((field) => numberOf(context, field));
  const whole = top !== undefined && left !== undefined && top === bottom && left === right;
  if (!whole || ['pad', 'pad_h', 'pad_w'].some((name) => has(segment, name))) return [];
  return rewrite(context, sides, [
    { name: 'pad_h', value: top },
    { name: 'pad_w', value: left },
  ]);
}

function knows({ fields }: MessageDescriptor, ...names: readonly string[]): boolean {
  return names.every((name) => fields.has(name));
}

function has({ siblings }: PathSegment, name: string): boolean {
  return siblings.some((field) => field.name.text === name);
}

function single({ siblings }: PathSegment, name: string): FieldNode | undefined {
  const [field, ...others] = siblings.filter((one) => one.name.text === name);
  return others.length === 0 ? field : undefined;
}

function numberOf({ document, path }: FixContext, field: FieldNode | undefined): string | undefined {
  const value = field?.value;
  if (!path || value?.kind !== 'scalar' || value.literal !== 'integer') return undefined;
  const { start, end } = shift(value.range, path.start);
  return document.text.slice(start, end);
}

/** Replaces the first of some fields with new ones, and removes the others. */
function rewrite(
  { document, path }: FixContext,
  old: readonly (FieldNode | undefined)[],
  fields: readonly { readonly name: string; readonly value: string }[],
): Fix[] {
  const start = path?.start ?? 0;
  const ranges = old.flatMap((field) => (field ? [shift(field.range, start)] : []));
  const [first, ...rest] = ranges.toSorted((one, other) => one.start - other.start);
  if (!first || ranges.length !== old.length) return [];
  const names = old.map((field) => `\`${field?.name.text}\``).join(', ');
  const newText = fields.map(({ name, value }) => printInline(newField(name, value))).join(' ');
  const edits = [{ range: first, newText }, ...removeFields(document.text, rest)];
  return offer(`Replace ${names} with \`${newText}\``, edits, { preferred: true });
}
