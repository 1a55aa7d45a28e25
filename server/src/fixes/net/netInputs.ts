import { insertion, removeFields, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { type NewField, newField, quoted } from '../../edit/newField.ts';
import { styleOf } from '../../edit/style.ts';
import type { Entry, Message } from '../../schema/message.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { type Range, shift } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { draftOf, fieldPathOf, onlyMessage, type PathSegment } from '../helpers/fieldPath.ts';
import { offer } from '../helpers/offer.ts';

/** Fields of net-level inputs in a layer. */
export const inputFields: Fixer = {
  checks: ['text/unknown-field'],
  doc: 'Replaces fields of net-level inputs in a layer: `input` with `bottom`, sizes with `input_param`.',
  fixes(context) {
    const segment = fieldPathOf(context).at(-1);
    const start = context.path?.start ?? 0;
    if (segment?.holder.name !== 'LayerParameter') return [];
    const { name } = segment.field;
    if (name.text === 'input')
      return offer('Replace with `bottom`', [{ range: shift(name.range, start), newText: 'bottom' }], {
        preferred: true,
      });
    return name.text.startsWith('input_') ? inputParam(context, segment, start) : [];
  },
};

/** Replaces all sizes in the layer with `input_param { shape { … } }`. */
function inputParam({ document: { text } }: FixContext, { siblings }: PathSegment, start: number): Fix[] {
  const named = (wanted: string) => siblings.filter(({ name }) => name.text === wanted);
  const [dims, shapes] = [named('input_dim'), named('input_shape')];
  const type = named('type')[0]?.value;
  const isInput = type?.kind === 'scalar' && type.text === 'Input' && named('input_param').length === 0;
  const written = [
    ...shapes.map((field) => shapeOf(text, start, onlyMessage(field)?.fields ?? [])),
    ...(dims.length > 0 ? [shapeOf(text, start, dims)] : []),
  ];
  const [first, ...rest] = [...shapes, ...dims];
  if (!isInput || !first) return [];
  const edit = replaceField(text, shift(first.range, start), newField('input_param', written));
  const removals = removeFields(
    text,
    rest.map(({ range }) => shift(range, start)),
  );
  return offer('Replace with `input_param { shape { … } }`', [edit, ...removals], { preferred: true });
}

function shapeOf(text: string, start: number, dims: readonly FieldNode[]): NewField {
  const fields = dims.map((field) => draftOf(text, field, start)).filter((one) => one !== undefined);
  return newField(
    'shape',
    fields.map(({ value }) => ({ name: 'dim', value })),
  );
}

/** Net-level inputs without a shape, and shapes without an input. */
export const bareInputs: Fixer = {
  checks: ['net/unknown-bottom', 'upgrade/input-shape-missing', 'upgrade/input-dim-missing'],
  doc: 'Adds the missing shape or name of a net-level input.',
  fixes(context) {
    const net = context.document.netInput().upgraded.message;
    if (context.check !== 'net/unknown-bottom') return bestFirst(context, shapeLike(context, net));
    const node = context.path?.value;
    const blob = node?.kind === 'scalar' ? node.text : '';
    return bestFirst(context, [...firstShape(context, net, blob), ...firstName(context, net, blob)]);
  },
};

/** The shape of a color image of a common size, if no input has a shape. */
function firstShape({ document: { text, tree } }: FixContext, net: Message, blob: string): Fix[] {
  const names = net.list('input');
  const last = names.at(-1);
  if (!last || !net.texts('input').includes(blob) || net.has('input_shape') || net.has('input_dim'))
    return [];
  const { eol } = styleOf(text);
  const shapes = names.map(() => `${eol}input_shape { dim: 1 dim: 3 dim: 224 dim: 224 }`).join('');
  return offer(`Set the shape of \`${blob}\` to 1×3×224×224`, [insertion(rangeOf(tree, last).end, shapes)]);
}

/** The name of the input, if only a shape is declared. */
function firstName({ document: { text, tree } }: FixContext, net: Message, blob: string): Fix[] {
  const [shape] = [...net.list('input_shape'), ...net.list('input_dim')];
  if (!shape || net.has('input')) return [];
  const { eol } = styleOf(text);
  return offer(`Add the input \`${blob}\``, [
    insertion(rangeOf(tree, shape).start, `input: ${quoted(blob)}${eol}`),
  ]);
}

/** Repeats the last shape for the first input without one. */
function shapeLike({ document: { text, tree } }: FixContext, net: Message): Fix[] {
  const [shapes, dims] = [net.list('input_shape'), net.list('input_dim')];
  const own = shapes.length > 0 ? shapes.slice(-1) : dims.slice(-4);
  const named = shapes.length > 0 ? shapes.length : dims.length / 4;
  const [name, from] = [net.texts('input')[named], net.texts('input')[named - 1]];
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || name === undefined || from === undefined || first.field.value?.kind === 'list')
    return [];
  const written = text.slice(rangeOf(tree, first).start, rangeOf(tree, last).end);
  const { eol } = styleOf(text);
  return offer(`Set the shape of \`${name}\` to that of \`${from}\``, [
    insertion(rangeOf(tree, last).end, `${eol}${written}`),
  ]);
}

/** The range of a top-level field. */
function rangeOf(tree: SyntaxTree, { field, block }: Entry): Range {
  return block ? tree.rangeOf({ block, range: field.range }) : field.range;
}
