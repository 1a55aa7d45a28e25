import type { Memo } from '../../memo/memo.ts';
import { onceFor } from '../../memo/onceFor.ts';
import { baseOf, bvlc, type Dialect } from '../../schema/dialect.ts';
import { type Entry, emptyMessage, Message } from '../../schema/message.ts';
import { factsOf } from '../facts.ts';
import { type Failure, layerFailure } from '../failure.ts';
import { type LayerSyntax, type NetSyntax, withMessage } from '../lower.ts';
import { upgradeV0 } from './upgradeV0.ts';
import { upgradeV1 } from './upgradeV1.ts';

export interface Upgraded {
  readonly message: Message;
  readonly layers: readonly LayerSyntax[];
  /** Those with `include` or `exclude` rules. */
  readonly filtered: readonly LayerSyntax[];
  /** Whether the file has layers in V1 or V0 syntax. */
  readonly isOld: boolean;
  readonly failures: readonly Failure[];
  /** Whether the upgrade depends on the dialect in a way that affects the net. */
  readonly dependsOnDialect: boolean;
}

/** Converts a net in any syntax to the current one, as Caffe does after reading a file (UpgradeNetAsNeeded). */
export function upgradeNet(net: NetSyntax, dialect: Dialect, memo: Memo): Upgraded {
  const isV0 = memo.filter(net.layers, isOldest).length > 0;
  const old = isV0 ? upgradeV0(net, dialect) : { layers: net.layers, failures: [] };
  const current = isV0 ? [] : net.layer;
  const failures = [...old.failures, ...mixedFailures(current, old.layers)];
  const upgraded = upgradeV1(old.layers, dialect, memo);
  const layers =
    current.length === 0
      ? upgraded
      : upgraded.length === 0
        ? current
        : inFileOrder(net, [...current, ...upgraded]);
  const message = isV0 ? net.message.with({ input_shape: [], state: [] }) : net.message;
  const inputs = inputLayer(message);
  failures.push(...inputs.failures);
  const own = memo.map(layers, batchNormUpgrade(baseOf(dialect) === 'ssd' ? withoutParams : withoutRates));
  const built = inputs.layers.length === 0 ? own : [...inputs.layers, ...own];
  return {
    message,
    layers: built,
    filtered: memo.filter(built, isFiltered),
    isOld: net.layers.length > 0,
    failures,
    dependsOnDialect: memo.filter(layers, sharesStatistics).length > 0,
  };
}

function mixedFailures(current: readonly LayerSyntax[], old: readonly LayerSyntax[]): Failure[] {
  const [first] = old;
  if (current.length === 0 || !first) return [];
  const message = `The file has both \`layer\` (${current.length}) and the old \`layers\` (${old.length}); Caffe accepts only one of them in a file.`;
  return [
    {
      ...layerFailure('upgrade', 'upgrade/mixed-layer-layers', first, message),
      location: { block: first.block, range: first.field.name.range },
      layer: null,
    },
  ];
}

/** Caffe rejects mixed files; their layers keep the order of the file. */
function inFileOrder({ all }: NetSyntax, layers: readonly LayerSyntax[]): readonly LayerSyntax[] {
  const order = new Map(all.map(({ field }, index) => [field, index]));
  const position = ({ field }: LayerSyntax) => order.get(field) ?? 0;
  return layers.toSorted((one, other) => position(one) - position(other));
}

/** Net-level `input` fields become an Input layer named `input` before all other layers. */
const inputLayer = onceFor(readInputs);

function readInputs(net: Message): { layers: LayerSyntax[]; failures: Failure[] } {
  const names = net.list('input');
  const [first] = names;
  const shaped = net.has('input_shape') || net.has('input_dim');
  if (!first?.block || !shaped) return { layers: [], failures: [] };
  const shapes = inputShapes(net);
  const message = inputMessage(net, names, shapes);
  const layer = { message, facts: factsOf(message), block: first.block, field: first.field };
  return { layers: [layer], failures: missingShape(net, layer, names.length, shapes.length) };
}

function missingShape(net: Message, layer: LayerSyntax, names: number, shapes: number): Failure[] {
  if (shapes >= names) return [];
  const byShape = net.has('input_shape');
  const message = byShape
    ? `The net has ${names} \`input\` but ${net.count('input_shape')} \`input_shape\`, and requires one for each \`input\``
    : `The net has ${names} \`input\` but ${net.count('input_dim')} \`input_dim\`, and requires 4 for each \`input\``;
  const check = byShape ? 'upgrade/input-shape-missing' : 'upgrade/input-dim-missing';
  const entry = net.list('input')[shapes];
  return [
    {
      ...layerFailure('upgrade', check, layer, `${message}. Caffe crashes here.`, entry),
      layer: null,
    },
  ];
}

/** One BlobShape for each input: the i-th `input_shape`, otherwise four `input_dim`s. */
function inputShapes(net: Message): Entry[] {
  if (net.has('input_shape')) return net.list('input_shape').map(withPlaces);
  const dims = net.list('input_dim');
  const { schema } = bvlc;
  const shape = schema.message('BlobShape');
  const shapes: Entry[] = [];
  for (let i = 0; i + 4 <= dims.length && shape; i += 4) {
    const own = dims.slice(i, i + 4);
    const [first] = own;
    if (first) shapes.push({ ...first, value: emptyMessage(shape, schema).with({ dim: own }) });
  }
  return shapes;
}

/** Assigns the numbers of a shape to its block, which may differ from the block of the layer. */
function withPlaces(shape: Entry): Entry {
  if (!(shape.value instanceof Message)) return shape;
  const dims = shape.value.list('dim').map((dim) => ({ ...dim, block: shape.block }));
  return { ...shape, value: shape.value.with({ dim: dims }) };
}

/** A message of BVLC: forks of older commits have no Input layer, but keep net-level inputs as blobs. */
function inputMessage(net: Message, names: readonly Entry[], shapes: readonly Entry[]): Message {
  const { schema } = bvlc;
  const [place] = names;
  const descriptor = schema.message('LayerParameter');
  const parameter = schema.message('InputParameter');
  if (!place || !descriptor || !parameter) return net;
  const param = new Message(parameter, schema, new Map([['shape', shapes.slice(0, names.length)]]));
  return emptyMessage(descriptor, schema).with({
    name: [{ ...place, value: 'input' }],
    type: [{ ...place, value: 'Input' }],
    top: names,
    input_param: [{ ...place, value: param }],
  });
}

/** Whether removing the `param`s of a BatchNorm affects the net, which it only does if they have names. */
function sharesStatistics({ facts }: LayerSyntax): boolean {
  return facts.hasThreeStatistics && facts.namesParams;
}

/**
 * A BatchNorm with exactly three `param`s: BVLC sets their rates to 0, the SSD fork removes them
 * (UpgradeNetBatchNorm).
 */
const batchNormUpgrade = onceFor((upgrade: (message: Message) => Message) =>
  onceFor((layer: LayerSyntax) =>
    layer.facts.hasThreeStatistics ? withMessage(layer, upgrade(layer.message)) : layer,
  ),
);

function withoutParams(message: Message): Message {
  return message.with({ param: [] });
}

function withoutRates(message: Message): Message {
  return message.with({ param: message.list('param').map(withoutRate) });
}

function isFiltered({ facts }: LayerSyntax): boolean {
  return facts.isFiltered;
}

function isOldest({ message }: LayerSyntax): boolean {
  return message.has('layer');
}

function withoutRate(spec: Entry): Entry {
  if (!(spec.value instanceof Message)) return spec;
  const zero = [{ ...spec, value: 0 }];
  return { ...spec, value: spec.value.with({ lr_mult: zero, decay_mult: zero }) };
}
