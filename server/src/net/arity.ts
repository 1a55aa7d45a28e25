import type { CheckId } from '../checks/catalogue.ts';
import { LayerContext, type LayerFailure, unlessStopped } from '../layers/context.ts';
import { type Arity, type LayerDefinition, withAutomaticTops } from '../layers/definition.ts';
import { forkVariants } from '../layers/registry.ts';
import type { ForkName } from '../schema/data/forkNames.ts';
import { type Dialect, dialectOf } from '../schema/dialect.ts';
import type { Message } from '../schema/message.ts';
import { Unknown } from '../shape/dim.ts';

/** Layer::CheckBlobCounts: the number of bottoms, then of tops, then whether both are equal, in this order. */
export function checkArity(definition: LayerDefinition, layer: LayerContext): void {
  const wrong = wrongCount(definition, layer);
  if (wrong) layer.refuse(wrong.check, wrong.at, wrong.message, forksThatFit(layer));
}

/** The forks whose own layer of the type has this number of bottoms and tops; undefined without any. */
function forksThatFit({ type, message }: LayerContext): readonly ForkName[] | undefined {
  const forks = forkVariants(type).flatMap((definition) =>
    (definition.forks ?? []).filter((fork) => fitsArity(definition, message, dialectOf([fork]))),
  );
  return forks.length > 0 ? forks : undefined;
}

function wrongCount(definition: LayerDefinition, layer: LayerContext): LayerFailure | undefined {
  const { bottoms, topCount } = layer;
  const wrong =
    checkCount(layer, 'bottom', definition.bottoms(layer), bottoms.length) ??
    checkCount(layer, 'top', definition.tops(layer), topCount);
  if (wrong || !definition.equalTops || topCount === bottoms.length) return wrong;
  return {
    check: 'net/equal-tops',
    at: layer.topAt(0),
    message: `${definition.type} produces one top for each bottom, but has ${numbered(bottoms.length, 'bottom')} and ${numbered(topCount, 'top')}.`,
  };
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
  return unlessStopped(() => wrongCount(definition, context)) === undefined && context.findings.length === 0;
}

function checkCount(
  layer: LayerContext,
  kind: 'bottom' | 'top',
  { exact, min, max }: Arity,
  count: number,
): LayerFailure | undefined {
  const plural = kind === 'bottom' ? 'bottoms' : 'tops';
  const wrong = (check: CheckId, limit: string, wanted: number): LayerFailure => ({
    check,
    at: layer.message.list(kind)[Math.max(count - 1, 0)],
    message: `${layer.type} ${kind === 'bottom' ? 'takes' : 'produces'} ${limit} ${numbered(wanted, kind)}; \`${layer.message.text('name')}\` has ${count}.`,
  });
  if (exact !== undefined && count !== exact) return wrong(`net/exact-${plural}`, 'exactly', exact);
  if (min !== undefined && count < min) return wrong(`net/min-${plural}`, 'at least', min);
  if (max !== undefined && count > max) return wrong(`net/max-${plural}`, 'at most', max);
  return undefined;
}

/** `1 bottom`, `2 bottoms`. */
export function numbered(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const arityChecks: ReadonlySet<CheckId> = new Set([
  'net/exact-bottoms',
  'net/exact-tops',
  'net/min-bottoms',
  'net/min-tops',
  'net/max-bottoms',
  'net/max-tops',
  'net/equal-tops',
]);

/** Whether a check is one of `checkArity`. */
export function isArityCheck(check: CheckId): boolean {
  return arityChecks.has(check);
}
