import type { Memo } from '../../memo/memo.ts';
import { onceFor } from '../../memo/onceFor.ts';
import { baseOf, type Dialect } from '../../schema/dialect.ts';
import { type Entry, Message } from '../../schema/message.ts';
import { type Failure, layerFailure } from '../failure.ts';
import { type LayerSyntax, type NetSyntax, withMessage } from '../lower.ts';
import { netInputs } from './netInputs.ts';
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
  const inputs = netInputs(message, dialect);
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
