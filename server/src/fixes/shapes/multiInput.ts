import { addField, entryBody, fieldRange, layerBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { removeParams } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';
import { offerValue, removeOwn, setOwn } from '../helpers/ownFields.ts';

/** `axis` and its deprecated equivalent. */
export const oldAxes: Fixer = {
  checks: ['concat/axis-exclusive', 'slice/axis-exclusive', 'concat/dim-negative', 'slice/dim-negative'],
  doc: 'Removes the deprecated equivalent of `axis`.',
  fixes(context) {
    const { layer, check } = context;
    if (!layer) return [];
    const old = check.startsWith('concat') ? 'concat_dim' : 'slice_dim';
    const { params } = layer.context;
    const alike = params.int('axis') === params.int(old);
    const keepNew = offer(`Remove \`${old}\``, removeOwn(context, layer, old), {
      preferred: true,
      safe: alike,
    });
    return alike || !params.has('axis')
      ? keepNew
      : [...keepNew, ...offer('Remove `axis`', removeOwn(context, layer, 'axis'))];
  },
};

/** Coefficients of an Eltwise: one for each bottom, and only for a sum. */
export const coefficients: Fixer = {
  checks: ['eltwise/coeff-count', 'eltwise/coeff-prod'],
  doc: 'Adds or removes coefficients to match the number of bottoms, or removes them all.',
  fixes(context) {
    const { layer, check } = context;
    if (!layer) return [];
    const given = layer.context.params.list('coeff');
    const none = offer('Remove the coefficients', removeOwn(context, layer, 'coeff'));
    if (check === 'eltwise/coeff-prod') {
      return bestFirst(context, [
        ...none,
        ...offer('Set `operation: SUM`', [setOwn(context, layer, 'operation', 'SUM')]),
      ]);
    }
    const { text, tree } = context.document;
    const surplus = given.slice(layer.inputs.length);
    const listed = given.some(({ field }) => field.value?.kind === 'list');
    const fewer =
      surplus.length > 0 && !listed
        ? offer('Remove the surplus coefficients', removeParams(tree, layer, undefined, surplus))
        : [];
    const missing = new Array<string>(Math.max(layer.inputs.length - given.length, 0)).fill('coeff: 1');
    const inner = entryBody(tree, layer, layer.message.list('eltwise_param')[0]);
    const edits = inner ? missing.map(() => addField(text, inner, newField('coeff', 1))) : [];
    const [first] = edits;
    const joined = first && { range: first.range, newText: edits.map(({ newText }) => newText).join('') };
    const more = joined ? offer('Add `coeff: 1` for the other bottoms', [joined]) : [];
    return bestFirst(context, [...more, ...fewer, ...none]);
  },
};

/** The slice points of a Slice. */
export const slicePoints: Fixer = {
  checks: [
    'slice/even',
    'slice/point-beyond',
    'slice/point-count',
    'slice/point-order',
    'slice/too-many-tops',
  ],
  doc: 'Sets slice points for equal or nearly equal parts, or sorts them.',
  fixes(context) {
    const { layer } = context;
    if (!layer) return [];
    return bestFirst(context, [...sorted(context, layer), ...even(context, layer)]);
  },
};

function sorted(context: FixContext, layer: Layer): Fix[] {
  const points = layer.context.params.ints('slice_point');
  const order = [...new Set(points)].filter((point) => point > 0).toSorted((a, b) => a - b);
  if (order.length === 0 || order.every((point, index) => point === points[index])) return [];
  return setPoints(context, layer, order);
}

function even(place: FixContext, layer: Layer): Fix[] {
  const { context } = layer;
  const shape = context.shape(0);
  const field = context.params.has('slice_dim') ? 'slice_dim' : 'axis';
  const axis = context.params.int(field);
  const length = hasRank(shape) ? shape.at(axis) : undefined;
  if (length === undefined || !isKnown(length) || length < context.topCount) return [];
  const divides = length % context.topCount === 0;
  const none =
    divides && context.params.has('slice_point')
      ? offer('Remove the slice points to get equal parts', removeOwn(place, layer, 'slice_point'))
      : [];
  const points = Array.from({ length: context.topCount - 1 }, (_, index) =>
    Math.round((length * (index + 1)) / context.topCount),
  );
  return [...none, ...setPoints(place, layer, points)];
}

function setPoints({ document: { text, tree } }: FixContext, layer: Layer, points: readonly number[]): Fix[] {
  const [param] = layer.message.list('slice_param');
  const body = layerBody(tree, layer);
  const inner = entryBody(tree, layer, param);
  const [kept, ...rest] = layer.context.params.list('slice_point');
  const title = `Set the slice points to ${points.join(', ')}`;
  const fields = points.map((point) => newField('slice_point', point));
  if (!param) return offer(title, [body && addField(text, body, newField('slice_param', fields))]);
  if (!kept) {
    const edits = inner ? fields.map((field) => addField(text, inner, field)) : [];
    const [first] = edits;
    return offer(title, [
      first && { range: first.range, newText: edits.map(({ newText }) => newText).join('') },
    ]);
  }
  const others = rest.filter(({ field }) => field !== kept.field);
  const range = fieldRange(tree, layer, kept);
  const newText = points.map((point) => `slice_point: ${point}`).join(' ');
  return offer(title, [{ range, newText }, ...removeParams(tree, layer, undefined, others)]);
}

/** An LRN needs an odd size: the window extends equally to both sides. */
export const oddSize: Fixer = {
  checks: ['lrn/odd-size'],
  doc: 'Sets the next smaller or larger odd number.',
  fixes(context) {
    const { layer } = context;
    if (!layer) return [];
    const size = layer.context.params.int('local_size');
    return bestFirst(
      context,
      [size - 1, size + 1]
        .filter((value) => value > 0)
        .flatMap((value) => offerValue(context, layer, 'local_size', value)),
    );
  },
};
