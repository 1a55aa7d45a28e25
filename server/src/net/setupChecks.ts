import type { LayerContext, LayerInput } from '../layers/context.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import { countOf } from '../shape/shape.ts';
import { numbered } from './arity.ts';
import type { ConnectedLayer } from './connect.ts';
import type { SetupFailure } from './setupFailure.ts';

/** Checks of Layer::SetUp and Net::Init that are the same for all layer types. */

/** Checks the number of `propagate_down` (Net::AppendBottom). */
export function checkPropagateDown(layer: ConnectedLayer, failures: SetupFailure[]): void {
  const given = layer.facts.message.count('propagate_down');
  if (given === 0 || given === layer.bottoms.length) return;
  const message = `The layer has ${numbered(layer.bottoms.length, 'bottom')} but ${given} \`propagate_down\`; set one for each bottom, or none.`;
  const [at] = layer.facts.message.list('propagate_down');
  failures.push({ check: 'net/propagate-down-count', message, at });
}

/** Checks `engine`; the reference is a build without cuDNN. */
export function checkEngine(
  layer: ConnectedLayer,
  definition: LayerDefinition,
  failures: SetupFailure[],
): void {
  const engine = layer.facts.message.message(definition.paramField ?? '').list('engine')[0];
  if (engine?.value !== 'CUDNN') return;
  const message =
    '`engine: CUDNN` requires a Caffe built with cuDNN; other builds reject the net. Remove it: builds with cuDNN use it by default.';
  failures.push({ check: 'net/unknown-engine', message, at: engine });
}

/** Checks loss weights and the number of `param`s, in the order of Layer::SetUp and Net::Init. */
export function checkAfterSetup(
  layer: ConnectedLayer,
  definition: LayerDefinition | undefined,
  context: LayerContext,
  outputs: readonly LayerInput[],
  failures: SetupFailure[],
): void {
  const { blobs } = context;
  checkLossWeights(layer, definition, outputs, failures);
  const specs = layer.facts.message.list('param');
  if (layer.splitTop !== undefined || specs.length <= blobs.length) return;
  const has = blobs.length === 0 ? 'no parameter blobs' : numbered(blobs.length, 'parameter blob');
  const message = `The layer has ${has} but ${specs.length} \`param\`; set at most one for each blob.`;
  failures.push({ check: 'net/too-many-params', message, at: specs[blobs.length] });
}

function checkLossWeights(
  layer: ConnectedLayer,
  definition: LayerDefinition | undefined,
  outputs: readonly LayerInput[],
  failures: SetupFailure[],
): void {
  const weights = effectiveWeights(layer, definition);
  const place = layer.facts.message.list('loss_weight')[0];
  if (weights.length > 0 && weights.length !== outputs.length) {
    const message = `The layer has ${numbered(outputs.length, 'top')} but ${weights.length} \`loss_weight\`; set one for each top, or none.`;
    failures.push({ check: 'net/loss-weight-count', message, at: place });
    return;
  }
  const empty = weights.findIndex(
    (weight, index) => weight !== 0 && countOf(outputs[index]?.shape ?? []) === 0,
  );
  if (empty >= 0) {
    const message = `The top \`${outputs[empty]?.name}\` is empty, so it cannot have a \`loss_weight\`.`;
    failures.push({ check: 'net/loss-weight-empty-top', message, at: place });
  }
}

/** The loss weights; a loss layer without any gets one for its first top (LossLayer::LayerSetUp). */
function effectiveWeights(layer: ConnectedLayer, definition: LayerDefinition | undefined): readonly number[] {
  const isWeighed = definition?.loss && !definition.isUnweighed && layer.lossWeights.length === 0;
  return isWeighed ? [1] : layer.lossWeights;
}
