import { LayerContext, unlessStopped } from '../layers/context.ts';
import { type Arity, type LayerDefinition, withAutomaticTops } from '../layers/definition.ts';
import type { Dialect } from '../schema/dialect.ts';
import type { Message } from '../schema/message.ts';
import { Unknown } from '../shape/dim.ts';

/** Layer::CheckBlobCounts: the number of bottoms, then of tops, then whether both are equal, in this order. */
export function checkArity(definition: LayerDefinition, layer: LayerContext): void {
  checkCount(layer, 'bottom', definition.bottoms(layer), layer.bottoms.length);
  checkCount(layer, 'top', definition.tops(layer), layer.topCount);
  if (!definition.equalTops || layer.topCount === layer.bottoms.length) return;
  const message = `${definition.type} produces one top for each bottom, but has ${numbered(layer.bottoms.length, 'bottom')} and ${numbered(layer.topCount, 'top')}.`;
  layer.refuse('net/equal-tops', layer.topAt(0), message);
}

const unbuilt = new Unknown('unbuilt', 'The net is not built yet.');

/** Whether the numbers of bottoms and tops are valid for the layer's type, as far as its text alone decides that. */
export function fitsArity(definition: LayerDefinition, message: Message, dialect: Dialect): boolean {
  const context = new LayerContext({
    message,
    paramField: definition.paramField,
    dialect,
    phase: 'TRAIN',
    bottoms: message.texts('bottom').map((name) => ({ name, shape: unbuilt })),
    topNames: withAutomaticTops(definition, message.texts('top')),
    inPlace: [],
    lossWeights: [],
    sources: { datum: undefined, blobs: new Map(), files: new Map() },
    requests: [],
  });
  unlessStopped(() => checkArity(definition, context));
  return context.findings.length === 0;
}

function checkCount(layer: LayerContext, kind: 'bottom' | 'top', arity: Arity, count: number): void {
  const plural = kind === 'bottom' ? 'bottoms' : 'tops';
  const takes = `${layer.type} ${kind === 'bottom' ? 'takes' : 'produces'}`;
  const at = layer.message.list(kind)[Math.max(count - 1, 0)];
  const has = `\`${layer.message.text('name')}\` has ${count}`;
  if (arity.exact !== undefined && count !== arity.exact) {
    layer.refuse(`net/exact-${plural}`, at, `${takes} exactly ${numbered(arity.exact, kind)}; ${has}.`);
  }
  if (arity.min !== undefined && count < arity.min) {
    layer.refuse(`net/min-${plural}`, at, `${takes} at least ${numbered(arity.min, kind)}; ${has}.`);
  }
  if (arity.max !== undefined && count > arity.max) {
    layer.refuse(`net/max-${plural}`, at, `${takes} at most ${numbered(arity.max, kind)}; ${has}.`);
  }
}

/** `1 bottom`, `2 bottoms`. */
export function numbered(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
