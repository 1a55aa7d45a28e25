import type { Fix } from '../../edit/fix.ts';
import { removeParams } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';
import { offerLike, offerValue, offerWhole, removeOwn, setOwn, written } from '../helpers/ownFields.ts';

type What = 'kernel' | 'stride' | 'pad' | 'dilation';

/** A window that is set twice, partly, too often or not at all. */
export const kernels: Fixer = {
  checks: [
    'conv/kernel-exclusive',
    'conv/stride-exclusive',
    'conv/pad-exclusive',
    'conv/kernel-pair',
    'conv/stride-pair',
    'conv/pad-pair',
    'conv/kernel-hw-2d',
    'conv/stride-hw-2d',
    'conv/pad-hw-2d',
    'conv/kernel-count',
    'conv/stride-count',
    'conv/pad-count',
    'conv/dilation-count',
    'conv/kernel-positive',
    'conv/stride-positive',
    'conv/stride-hw-zero',
    'pool/kernel-exclusive',
    'pool/stride-exclusive',
    'pool/pad-exclusive',
    'pool/kernel-positive-h',
    'pool/kernel-positive-w',
    'pool/stride-zero',
  ],
  doc: 'Keeps one of two conflicting settings, adds the missing height or width, or sets the value of a similar layer.',
  fixes(context) {
    const { layer } = context;
    const what = (['kernel', 'stride', 'pad', 'dilation'] as const).find((one) =>
      context.check.includes(`/${one}`),
    );
    if (!layer || !what) return [];
    return bestFirst(context, [
      ...oneWay(context, layer, what),
      ...partner(context, layer, what),
      ...value(context, layer, what),
    ]).slice(0, 5);
  },
};

function sizeField(what: What): string {
  return what === 'kernel' ? 'kernel_size' : what;
}

function pairOf(what: What): readonly [string, string] {
  return [`${what}_h`, `${what}_w`];
}

/** Both forms are set: removes one. */
function oneWay(context: FixContext, layer: Layer, what: What): Fix[] {
  const { tree } = context.document;
  const { params } = layer.context;
  const size = sizeField(what);
  const pair = pairOf(what);
  const sides = written(layer, ...pair);
  if (sides.length === 0) return [];
  const keepSize = offer(
    `Keep only \`${size}: ${params.ints(size)[0]}\``,
    removeOwn(context, layer, ...sides),
  );
  const [height, width] = pair.map((side) => (params.has(side) ? params.int(side) : params.ints(size)[0]));
  if (!params.has(size)) {
    const edits = [...removeOwn(context, layer, ...sides.slice(1))];
    const [first] = sides;
    return first === undefined || height !== width
      ? []
      : offer(`Set \`${size}: ${height}\` for both`, [...edits, renamed(tree, layer, first, size)]);
  }
  if (params.ints(size).every((length) => length === height && length === width)) return keepSize;
  const absent = pair.filter((side) => !params.has(side));
  const keepPair = offer(`Keep only \`${pair[0]}: ${height}\` and \`${pair[1]}: ${width}\``, [
    ...(absent.length > 0 ? [renamed(tree, layer, size, absent[0] ?? '')] : removeOwn(context, layer, size)),
  ]);
  return [...keepPair, ...keepSize];
}

/** Renames a field of the layer's parameters. */
function renamed(tree: SyntaxTree, layer: Layer, field: string, newText: string) {
  const [entry] = layer.context.params.list(field);
  if (!entry) return undefined;
  const range = tree.rangeOf({ block: entry.block ?? layer.block, range: entry.field.name.range });
  return { range, newText };
}

/** Only the height or the width is set: sets the other to the same value. */
function partner(context: FixContext, layer: Layer, what: What): Fix[] {
  const { params } = layer.context;
  const [h, w] = pairOf(what);
  const sides = written(layer, h, w);
  const [only] = sides;
  if (sides.length !== 1 || only === undefined || params.has(sizeField(what))) return [];
  const other = only === h ? w : h;
  const edit = setOwn(context, layer, other, params.int(only));
  return offer(`Add \`${other}: ${params.int(only)}\``, [edit]);
}

/** A missing value, a 0, or too many values. */
function value(context: FixContext, layer: Layer, what: What): Fix[] {
  const { params } = layer.context;
  const size = sizeField(what);
  const isPooling = layer.definition?.paramField === 'pooling_param';
  const values = params.ints(size);
  if (values.length > 1) return fewer(context, layer, size, values);
  const zero = [...pairOf(what), size].find((field) => params.has(field) && params.int(field) <= 0);
  if (zero !== undefined) return [...offerLike(context, layer, zero, what === 'kernel' ? [3, 2, 1] : [1])];
  if (values.length > 0 || written(layer, ...pairOf(what)).length > 0) return [];
  const usual = what === 'kernel' ? (isPooling ? [2] : [3, 1]) : [1];
  const whole = isPooling ? offerValue(context, layer, 'global_pooling', true) : [];
  return [...offerWhole(context, layer), ...offerLike(context, layer, size, usual), ...whole];
}

/** One value for all axes. */
function fewer(context: FixContext, layer: Layer, field: string, values: readonly number[]): Fix[] {
  const [first] = values;
  const entries = layer.context.params.list(field);
  const [kept, ...rest] = entries;
  if (first === undefined || !kept) return [];
  const title = `Set \`${field}: ${first}\` once`;
  const list = kept.field.value?.kind === 'list' ? kept.field.value.range : undefined;
  if (list === undefined) return offer(title, removeParams(context.document.tree, layer, undefined, rest));
  const range = context.document.rangeOf({ block: kept.block ?? layer.block, range: list });
  return rest.every((entry) => entry.field === kept.field)
    ? offer(title, [{ range, newText: String(first) }])
    : [];
}
