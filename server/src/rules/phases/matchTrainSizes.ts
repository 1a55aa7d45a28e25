import type { Document } from '../../document/document.ts';
import { trainAndTest } from '../../document/layers.ts';
import { valueRange } from '../../edit/fields.ts';
import { newField } from '../../edit/newField.ts';
import { removeParams, setParam } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';

/** Fields that set the size of data, by their message. */
const sizes: readonly (readonly [param: string, ...fields: string[]])[] = [
  ['transform_param', 'crop_size'],
  ['image_data_param', 'new_height', 'new_width'],
  ['memory_data_param', 'channels', 'height', 'width'],
];

/** Edits that give a layer of the TEST phase, and its data layers, the sizes of the TRAIN phase. */
export function matchTrainSizes(document: Document, train: Layer, test: Layer): TextEdit[] {
  const [trained, tested] = (trainAndTest(document) ?? []).map(({ layers }) =>
    layers.filter(({ bottoms, automatic }) => bottoms.length === 0 && !automatic),
  );
  const pairs = (trained ?? []).flatMap((one) => {
    const other = tested?.find(({ type, tops }) => type === one.type && tops[0] === one.tops[0]);
    return other && other.message !== one.message ? [[one, other] as const] : [];
  });
  const own =
    train.message === test.message || train.type !== test.type ? [] : ofLayer(document, train, test);
  return [...own, ...pairs.flatMap(([one, other]) => ofData(document, one, other))];
}

function ofData({ tree }: Document, train: Layer, test: Layer): TextEdit[] {
  if (test.field.name.text !== 'layer') return [];
  const edits = sizes.flatMap(([param, ...fields]) =>
    fields.flatMap((field) => sameField(tree, train, test, param, field)),
  );
  return [...edits, ...sameShapes(tree, train, test)];
}

function sameField(tree: SyntaxTree, train: Layer, test: Layer, param: string, field: string): TextEdit[] {
  const [one, other] = [train, test].map(({ message }) => message.message(param));
  if (!one || !other || one.int(field) === other.int(field)) return [];
  if (!one.has(field)) return removeParams(tree, test, test.message.list(param)[0], other.list(field));
  const edit = setParam(tree, test, param, newField(field, one.int(field)));
  return edit ? [edit] : [];
}

/** Copies the axis lengths after the batch of an Input or DummyData layer, if the ranks are equal. */
function sameShapes(tree: SyntaxTree, train: Layer, test: Layer): TextEdit[] {
  const [ones, others] = [train, test].map(({ context }) =>
    context.params.messages('shape').map((shape) => shape.list('dim')),
  );
  return (others ?? []).flatMap((dims, index) => {
    const lengths = ones?.[index] ?? [];
    if (lengths.length !== dims.length) return [];
    return dims.flatMap((dim, axis) => {
      const length = lengths[axis]?.value;
      if (axis === 0 || length === undefined || length === dim.value) return [];
      return [{ range: valueRange(tree, test, dim), newText: String(length) }];
    });
  });
}

function ofLayer({ tree }: Document, train: Layer, test: Layer): TextEdit[] {
  const param = test.definition?.paramField;
  const { params } = train.context;
  if (param === undefined || test.field.name.text !== 'layer') return [];
  const fields = [
    newField('num_output', params.int('num_output')),
    newField('bias_term', params.bool('bias_term')),
  ];
  return fields.flatMap((field) => {
    const differs = params.descriptor.fields.has(field.name) && !same(train, test, field.name);
    const edit = differs ? setParam(tree, test, param, field) : undefined;
    return edit ? [edit] : [];
  });
}

function same(train: Layer, test: Layer, field: string): boolean {
  const [one, other] = [train, test].map(({ context }) => context.params);
  return field === 'bias_term'
    ? one?.bool(field) === other?.bool(field)
    : one?.int(field) === other?.int(field);
}
