import { type Dialect, isOneFork } from '../../schema/dialect.ts';
import { type Entry, Message } from '../../schema/message.ts';
import { nearestAll } from '../../schema/nearest.ts';
import { type Failure, layerFailure } from '../failure.ts';
import { type LayerSyntax, type NetSyntax, withMessage } from '../lower.ts';
import { v1TypeOf } from './upgradeV1.ts';

type Types = ReadonlyMap<string, string>;

/** V0's type names and V1's enum values (upgrade_proto.cpp, UpgradeV0LayerType). */
const types: Types = new Map(
  Object.entries({
    accuracy: 'ACCURACY',
    bnll: 'BNLL',
    concat: 'CONCAT',
    conv: 'CONVOLUTION',
    data: 'DATA',
    dropout: 'DROPOUT',
    euclidean_loss: 'EUCLIDEAN_LOSS',
    flatten: 'FLATTEN',
    hdf5_data: 'HDF5_DATA',
    hdf5_output: 'HDF5_OUTPUT',
    im2col: 'IM2COL',
    images: 'IMAGE_DATA',
    infogain_loss: 'INFOGAIN_LOSS',
    innerproduct: 'INNER_PRODUCT',
    lrn: 'LRN',
    multinomial_logistic_loss: 'MULTINOMIAL_LOGISTIC_LOSS',
    pool: 'POOLING',
    relu: 'RELU',
    sigmoid: 'SIGMOID',
    softmax: 'SOFTMAX',
    softmax_loss: 'SOFTMAX_LOSS',
    split: 'SPLIT',
    tanh: 'TANH',
    window_data: 'WINDOW_DATA',
  }),
);

/** V0's name of a current layer type; undefined if V0 has none. */
export function v0TypeOf(type: string): string | undefined {
  const value = v1TypeOf(type);
  return value === undefined ? undefined : [...types.keys()].find((name) => types.get(name) === value);
}

/**
 * The types of s9xie/DSN (layer_factory.cpp), with their V1 equivalents: cccp is a 1×1 convolution, and the squared hinge
 * loss is a hinge loss with the norm L2.
 */
const dsnTypes: Types = new Map([
  ...types,
  ['cccp', 'CONVOLUTION'],
  ['hingeloss', 'HINGE_LOSS'],
  ['squaredhingeloss', 'HINGE_LOSS'],
]);

/** V0 type: its parameter message in V1. */
const params: Types = new Map(
  Object.entries({
    cccp: 'convolution_param',
    conv: 'convolution_param',
    innerproduct: 'inner_product_param',
    pool: 'pooling_param',
    dropout: 'dropout_param',
    lrn: 'lrn_param',
    data: 'data_param',
    hdf5_data: 'hdf5_data_param',
    images: 'image_data_param',
    window_data: 'window_data_param',
    infogain_loss: 'infogain_loss_param',
    concat: 'concat_param',
    hdf5_output: 'hdf5_output_param',
  }),
);

/** V0 field: its name in V1, and the types that have it. Other types drop it. */
const fields: Readonly<Record<string, readonly [name: string, takers: readonly string[]]>> = {
  num_output: ['num_output', ['cccp', 'conv', 'innerproduct']],
  biasterm: ['bias_term', ['cccp', 'conv', 'innerproduct']],
  weight_filler: ['weight_filler', ['cccp', 'conv', 'innerproduct']],
  bias_filler: ['bias_filler', ['cccp', 'conv', 'innerproduct']],
  pad: ['pad', ['conv', 'pool']],
  kernelsize: ['kernel_size', ['conv', 'pool']],
  group: ['group', ['cccp', 'conv']],
  stride: ['stride', ['conv', 'pool']],
  pool: ['pool', ['pool']],
  dropout_ratio: ['dropout_ratio', ['dropout']],
  local_size: ['local_size', ['lrn']],
  alpha: ['alpha', ['lrn']],
  beta: ['beta', ['lrn']],
  k: ['k', ['lrn']],
  source: ['source', ['data', 'hdf5_data', 'images', 'window_data', 'infogain_loss']],
  batchsize: ['batch_size', ['data', 'hdf5_data', 'images', 'window_data']],
  rand_skip: ['rand_skip', ['data', 'images']],
  shuffle_images: ['shuffle', ['images']],
  new_height: ['new_height', ['images']],
  new_width: ['new_width', ['images']],
  concat_dim: ['concat_dim', ['concat']],
  det_fg_threshold: ['fg_threshold', ['window_data']],
  det_bg_threshold: ['bg_threshold', ['window_data']],
  det_fg_fraction: ['fg_fraction', ['window_data']],
  det_context_pad: ['context_pad', ['window_data']],
  det_crop_mode: ['crop_mode', ['window_data']],
};

const transformFields = {
  scale: 'scale',
  meanfile: 'mean_file',
  cropsize: 'crop_size',
  mirror: 'mirror',
} as const;

/** Converts V0 layers to V1, with padding layers merged into their consumers. */
export function upgradeV0(
  net: NetSyntax,
  dialect: Dialect,
): {
  readonly layers: readonly LayerSyntax[];
  readonly failures: Failure[];
} {
  const failures: Failure[] = [];
  const known = dialect.forks.includes('dsn') ? dsnTypes : types;
  // DSN alone does not upgrade: it has no padding layers, and its pooling ignores padding.
  const isRead = known === dsnTypes && isOneFork(dialect);
  const merged = isRead ? net.layers.map(withoutPoolPadding) : mergePadding(net, failures);
  return {
    layers: merged.map((layer) => withMessage(layer, upgradeLayer(layer, known, failures))),
    failures,
  };
}

function withoutPoolPadding(layer: LayerSyntax): LayerSyntax {
  const [inner] = layer.message.list('layer');
  if (v0Type(layer) !== 'pool' || !inner || !(inner.value instanceof Message)) return layer;
  const own = { ...inner, value: inner.value.with({ pad: [] }) };
  return withMessage(layer, layer.message.with({ layer: [own] }));
}

/** Merges each V0 padding layer into the convolution or pooling that reads it (UpgradeV0PaddingLayers). */
function mergePadding(net: NetSyntax, failures: Failure[]): LayerSyntax[] {
  const latest = new Map<string, LayerSyntax | undefined>(
    net.message.texts('input').map((name) => [name, undefined]),
  );
  const result: LayerSyntax[] = [];
  for (const layer of net.layers) {
    let message = layer.message;
    for (const bottom of layer.message.list('bottom')) {
      const name = String(bottom.value);
      if (!latest.has(name)) failures.push(unknownBlob(net, layer, bottom, latest, failures.length));
      const source = latest.get(name);
      if (source && v0Type(source) === 'padding') message = takePadding(layer, message, source, failures);
    }
    if (v0Type(layer) !== 'padding') result.push(withMessage(layer, message));
    for (const top of layer.message.texts('top')) latest.set(top, layer);
  }
  return result;
}

function v0Type(layer: LayerSyntax): string {
  return layer.message.message('layer').text('type');
}

function takePadding(
  layer: LayerSyntax,
  message: Message,
  padding: LayerSyntax,
  failures: Failure[],
): Message {
  if (!['conv', 'pool'].includes(v0Type(layer))) {
    failures.push(
      v0Failure(
        layer,
        'upgrade/v0-padding-consumer',
        `\`${v0Type(layer)}\` cannot follow a padding layer; only \`conv\` and \`pool\` can.`,
      ),
    );
  } else if (message.count('bottom') !== 1) {
    failures.push(
      v0Failure(
        layer,
        'upgrade/v0-padding-consumer-bottoms',
        `The layer has ${message.count('bottom')} bottoms; after a padding layer it must have exactly one.`,
      ),
    );
  } else if (padding.message.count('bottom') !== 1) {
    failures.push(
      v0Failure(
        padding,
        'upgrade/v0-padding-bottoms',
        `The padding layer has ${padding.message.count('bottom')} bottoms; it must have exactly one.`,
      ),
    );
  } else if (padding.message.count('top') !== 1) {
    failures.push(
      v0Failure(
        padding,
        'upgrade/v0-padding-tops',
        `The padding layer has ${padding.message.count('top')} tops; it must have exactly one.`,
      ),
    );
  }
  const pad = foreign(padding, padding.message.message('layer').list('pad'));
  const [inner] = message.list('layer');
  if (!inner || !(inner.value instanceof Message)) return message;
  return message.with({
    layer: [{ ...inner, value: inner.value.with({ pad }) }],
    bottom: foreign(padding, padding.message.list('bottom')),
  });
}

/** Assigns entries from another layer to the block of that layer. */
function foreign(layer: LayerSyntax, entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => ({ ...entry, block: entry.block ?? layer.block }));
}

/** Only this number of failures get a suggestion: a search compares a name with all blobs above. */
const mostSuggestions = 50;

/** A bottom that no layer above produces, with the blob that it probably names. */
function unknownBlob(
  net: NetSyntax,
  layer: LayerSyntax,
  bottom: Entry,
  above: ReadonlyMap<string, unknown>,
  count: number,
): Failure {
  const name = String(bottom.value);
  const own = layer.message.texts('bottom');
  const isBelow = () => net.layers.some(({ message }) => message.texts('top').includes(name));
  const [guess] = count < mostSuggestions && !isBelow() ? nearestAll(name, [...above.keys()].reverse()) : [];
  const isMeant = guess !== undefined && !own.includes(guess);
  const none = `No layer above produces the blob \`${name}\`.`;
  return {
    ...v0Failure(
      layer,
      'upgrade/v0-unknown-blob',
      isMeant ? `${none} Did you mean \`${guess}\`?` : none,
      bottom,
    ),
    ...(isMeant && { replacement: `"${guess}"` }),
  };
}

function v0Failure(
  layer: LayerSyntax,
  check: Parameters<typeof layerFailure>[1],
  message: string,
  at?: Entry,
): Failure {
  const inner = layer.message.message('layer');
  return {
    ...layerFailure('upgrade', check, layer, message, at ?? inner.list('type')[0]),
    layer: inner.text('name'),
  };
}

/** Converts one V0 layer to V1: the outer bottoms and tops, and the inner fields (UpgradeV0LayerParameter). */
function upgradeLayer(layer: LayerSyntax, known: Types, failures: Failure[]): Message {
  const outer = layer.message;
  const [whole] = outer.list('layer');
  const entries = new Map(
    ['bottom', 'top'].map((name) => [name, outer.list(name)] as const).filter(([, list]) => list.length > 0),
  );
  const result = new Message(outer.descriptor, outer.schema, entries);
  if (!whole || !(whole.value instanceof Message)) return result;
  const inner = whole.value;
  const copied = ['name', 'blobs', 'blobs_lr', 'weight_decay'].map(
    (name) => [name, inner.list(name)] as const,
  );
  return result.with({
    ...Object.fromEntries(copied),
    ...upgradeType(layer, inner, known, failures),
    ...ownParams(outer, inner, whole),
  });
}

function upgradeType(
  layer: LayerSyntax,
  inner: Message,
  known: Types,
  failures: Failure[],
): Record<string, Entry[]> {
  const [type] = inner.list('type');
  if (!type) return {};
  const upgraded = known.get(String(type.value));
  if (upgraded === undefined) {
    failures.push(
      v0Failure(
        layer,
        'upgrade/v0-unknown-type',
        `\`${type.value}\` is not a layer type of the old V0 syntax.`,
        type,
      ),
    );
  }
  return { type: [{ ...type, value: upgraded ?? 'NONE' }] };
}

function ownParams(outer: Message, inner: Message, whole: Entry): Record<string, Entry[]> {
  const type = inner.text('type');
  const mapped = Object.entries(fields)
    .filter(([field, [, takers]]) => inner.has(field) && takers.includes(type))
    .map(([field, [name]]) => [name, inner.list(field)] as const);
  const transform = Object.entries(transformFields)
    .filter(([field]) => inner.has(field))
    .map(([field, name]) => [name, inner.list(field)] as const);
  const own = params.get(type);
  const derived = derivedEntries(inner);
  return {
    ...(own && mapped.length > 0 ? subMessage(outer, own, [...mapped, ...derived], whole) : {}),
    ...(type === 'squaredhingeloss' ? subMessage(outer, 'hinge_loss_param', derived, whole) : {}),
    ...(transform.length > 0 ? subMessage(outer, 'transform_param', transform, whole) : {}),
    ...(type === 'hdf5_output' ? { hdf5_output_param: [...inner.list('hdf5_output_param')] } : {}),
  };
}

/** Fields that a type of DSN implies; `num_output` of a cccp counts the outputs of each group. */
function derivedEntries(inner: Message): (readonly [string, readonly Entry[]])[] {
  const [type] = inner.list('type');
  if (!type) return [];
  if (type.value === 'squaredhingeloss') return [['norm', [{ ...type, value: 'L2' }]]];
  if (type.value !== 'cccp') return [];
  const outputs = inner.int('num_output') * inner.int('group');
  return [
    ['kernel_size', [{ ...type, value: 1 }]],
    ['num_output', inner.list('num_output').map((entry) => ({ ...entry, value: outputs }))],
  ];
}

function subMessage(
  outer: Message,
  field: string,
  entries: readonly (readonly [string, readonly Entry[]])[],
  whole: Entry,
): Record<string, Entry[]> {
  return { [field]: [{ ...whole, value: outer.blank(field).with(Object.fromEntries(entries)) }] };
}
