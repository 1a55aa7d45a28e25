import { inCapitals, isRegistered, layerTypes } from '../../layers/registry.ts';
import { Memo } from '../../memo/memo.ts';
import { onceFor } from '../../memo/onceFor.ts';
import { v1Types } from '../../schema/data/v1Types.ts';
import { bvlc, type Dialect } from '../../schema/dialect.ts';
import { type Entry, emptyMessage, Message } from '../../schema/message.ts';
import { type LayerSyntax, withMessage } from '../lower.ts';

/** The value of V1's enum for a current layer type; undefined if V1 has none. */
export function v1TypeOf(type: string): string | undefined {
  return [...v1Types.keys()].find((value) => value !== 'NONE' && v1Types.get(value) === type);
}

/** The values of a Caffe's V1 enum by the current names of their layer types. */
export const v1TypesIn = onceFor((dialect: Dialect): ReadonlyMap<string, string> => {
  const values = dialect.schema.enum('V1LayerParameter.LayerType')?.values.keys() ?? [];
  return new Map([...values].map((value) => [currentType(value, dialect), value] as const));
});

/**
 * Converts V1 layers to the current syntax: moves transformation fields, names the type, and merges lists into
 * `param`s.
 */
export function upgradeV1(
  layers: readonly LayerSyntax[],
  dialect: Dialect,
  memo = new Memo(),
): readonly LayerSyntax[] {
  const isMoving = memo.filter(layers, hasOldTransform).length > 0;
  return memo.map(layers, upgradesTo(dialect)[isMoving ? 'moving' : 'plain']);
}

/** The upgrades of single layers in a dialect, each computed once. */
const upgradesTo = onceFor((dialect: Dialect) => {
  const upgrade = (change: (message: Message) => Message) =>
    onceFor((layer: LayerSyntax) => withMessage(layer, upgradeLayer(change(layer.message), dialect)));
  return { plain: upgrade((message) => message), moving: upgrade(moveTransform) };
});

const dataParams: ReadonlyMap<string, string> = new Map(
  Object.entries({
    DATA: 'data_param',
    IMAGE_DATA: 'image_data_param',
    WINDOW_DATA: 'window_data_param',
  }),
);

const transformFields = ['scale', 'mean_file', 'crop_size', 'mirror'] as const;

function hasOldTransform({ message }: LayerSyntax): boolean {
  const param = message.message(dataParams.get(message.text('type')) ?? '');
  return transformFields.some((field) => param.has(field));
}

/** If any data layer has old transformation fields, Caffe moves those of every data layer to a `transform_param`. */
function moveTransform(layer: Message): Message {
  const field = dataParams.get(layer.text('type'));
  const [entry] = layer.list(field ?? '');
  const place = entry ?? layer.list('type')[0];
  if (!field || !place) return layer;
  const param = layer.message(field);
  const moved = Object.fromEntries(
    transformFields.filter((name) => param.has(name)).map((name) => [name, param.list(name)]),
  );
  const kept = param.with(Object.fromEntries(transformFields.map((name) => [name, []])));
  const transform = layer.message('transform_param').with(moved);
  const whole = layer.list('transform_param')[0] ?? place;
  return layer.with({
    ...(entry ? { [field]: [{ ...entry, value: kept }] } : {}),
    transform_param: [{ ...whole, value: transform }],
  });
}

const listFields = new Set(['param', 'blob_share_mode', 'blobs_lr', 'weight_decay', 'type', 'layer']);

function upgradeLayer(old: Message, dialect: Dialect): Message {
  const descriptor = old.schema.message('LayerParameter');
  if (!descriptor) return old;
  const entries = new Map([...old.entries].filter(([name]) => !listFields.has(name)));
  const type = old.list('type')[0];
  if (type) entries.set('type', [{ ...type, value: currentType(String(type.value), dialect) }]);
  const specs = paramSpecs(old);
  if (specs.length > 0) entries.set('param', specs);
  return new Message(descriptor, old.schema, entries);
}

/**
 * The current type name for a value of V1's enum. A value that a fork adds is a type name in capitals with underscores:
 * RELU6 is ReLU6. Types of the fork take precedence over types of BVLC: in caffe-lstm, LSTM is Lstm.
 */
export function currentType(value: string, dialect: Dialect): string {
  const known = v1Types.get(value);
  if (known !== undefined) return known;
  const types = layerTypes(dialect).filter((type) => inCapitals(type) === inCapitals(value));
  return types.find((type) => !isRegistered(type, bvlc)) ?? types[0] ?? value;
}

/**
 * One ParamSpec for each blob: `param[i]`, `blob_share_mode[i]`, `blobs_lr[i]` and `weight_decay[i]` belong to blob i.
 */
function paramSpecs(old: Message): Entry[] {
  const descriptor = old.schema.message('ParamSpec');
  if (!descriptor) return [];
  const lists = {
    name: old.list('param'),
    share_mode: old.list('blob_share_mode'),
    lr_mult: old.list('blobs_lr'),
    decay_mult: old.list('weight_decay'),
  };
  const count = Math.max(...Object.values(lists).map((list) => list.length));
  return Array.from({ length: count }, (_, index) => {
    const own = Object.entries(lists).flatMap(([name, list]) =>
      list[index] ? [[name, [list[index]]] as const] : [],
    );
    const place = own[0]?.[1][0] as Entry;
    return { ...place, value: emptyMessage(descriptor, old.schema).with(Object.fromEntries(own)) };
  });
}
