import { addField, messageBody, removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { fillerTypes } from '../../layers/helpers/filler.ts';
import { nearest } from '../../schema/nearest.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { shift } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { onlyMessage } from '../helpers/fieldPath.ts';
import { offer } from '../helpers/offer.ts';
import { offerValue, written } from '../helpers/ownFields.ts';

/** Unknown fillers, and fillers with invalid values. */
export const fillers: Fixer = {
  checks: [
    'filler/bilinear-square',
    'filler/bilinear-axes',
    'filler/gaussian-std',
    'filler/sparse-range',
    'filler/sparse-too-big',
    'filler/sparse-unsupported',
    'filler/uniform-range',
    'filler/unknown',
  ],
  doc: 'Replaces an unknown filler with a similar one, or sets valid values.',
  fixes(context) {
    const filler = fillerAt(context);
    return filler ? bestFirst(context, ways(context, filler)).slice(0, 4) : [];
  },
};

function ways(context: FixContext, filler: FieldNode): Fix[] {
  switch (context.check) {
    case 'filler/unknown':
      return known(context, filler);
    case 'filler/gaussian-std':
      return [0.01, 1].flatMap((std) => set(context, filler, 'std', String(std)));
    case 'filler/uniform-range':
      return swapRange(context, filler);
    case 'filler/bilinear-square':
      return [...square(context), ...set(context, filler, 'type', quoted('xavier'))];
    case 'filler/bilinear-axes':
      return set(context, filler, 'type', quoted('xavier'));
    default:
      return remove(context, filler, 'sparse');
  }
}

function fillerAt({ path }: FixContext): FieldNode | undefined {
  return path?.fields.findLast(({ name }) => name.text.endsWith('filler'));
}

function fieldIn(filler: FieldNode, name: string): FieldNode | undefined {
  return onlyMessage(filler)?.fields.find((field) => field.name.text === name);
}

/** Filler names of other frameworks, and misspelled ones. */
const otherNames: readonly (readonly [RegExp, string])[] = [
  [/normal|gauss/iu, 'gaussian'],
  [/glorot|xav/iu, 'xavier'],
  [/\bhe\b|kaiming|msra/iu, 'msra'],
  [/zero|const/iu, 'constant'],
  [/bilin|interp/iu, 'bilinear'],
  [/unif/iu, 'uniform'],
];

function known(context: FixContext, filler: FieldNode): Fix[] {
  const type = fieldIn(filler, 'type')?.value;
  const word = type?.kind === 'scalar' ? type.text : '';
  const meant = [
    nearest(word, fillerTypes),
    ...otherNames.filter(([pattern]) => pattern.test(word)).map(([, name]) => name),
  ];
  const likely = meant.filter((name) => name !== undefined);
  return [...new Set([...likely, 'xavier', 'msra'])].flatMap((name) =>
    set(context, filler, 'type', quoted(name)),
  );
}

function set(
  { document: { text }, path }: FixContext,
  filler: FieldNode,
  name: string,
  newText: string,
): Fix[] {
  const start = path?.start ?? 0;
  const node = onlyMessage(filler);
  const value = fieldIn(filler, name)?.value;
  const body = node && messageBody(node, start);
  const edit = value
    ? { range: shift(value.range, start), newText }
    : body && addField(text, body, newField(name, newText));
  return offer(`Set \`${name}: ${newText}\``, [edit]);
}

function remove({ document: { text }, path }: FixContext, filler: FieldNode, name: string): Fix[] {
  const field = fieldIn(filler, name);
  if (!field) return [];
  return offer(`Remove \`${name}\``, [removeField(text, shift(field.range, path?.start ?? 0))]);
}

function swapRange(context: FixContext, filler: FieldNode): Fix[] {
  const { document, path } = context;
  const start = path?.start ?? 0;
  const [min, max] = ['min', 'max'].map((name) => fieldIn(filler, name)?.value);
  if (!min || !max) return [...set(context, filler, 'max', '1'), ...set(context, filler, 'min', '-1')];
  const textOf = (value: typeof min) =>
    document.text.slice(start + value.range.start, start + value.range.end);
  return offer('Swap `min` and `max`', [
    { range: shift(min.range, start), newText: textOf(max) },
    { range: shift(max.range, start), newText: textOf(min) },
  ]);
}

/** Sets both sides to the same length: the larger first. */
function square(context: FixContext): Fix[] {
  const { layer } = context;
  if (!layer) return [];
  const sides = written(layer, 'kernel_h', 'kernel_w').map((field) => layer.context.params.int(field));
  const [one, other] = sides;
  if (one === undefined || other === undefined) return [];
  return [
    ...offerValue(context, layer, one > other ? 'kernel_w' : 'kernel_h', Math.max(one, other)),
    ...offerValue(context, layer, one > other ? 'kernel_h' : 'kernel_w', Math.min(one, other)),
  ];
}
