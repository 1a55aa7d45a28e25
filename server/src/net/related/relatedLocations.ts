import type { CheckId } from '../../checks/catalogue.ts';
import { roundingOf } from '../../layers/bvlc/pooling.ts';
import { integerOf } from '../../layers/helpers/pythonText.ts';
import { formatShape, hasRank, type Shape, shapesDiffer } from '../../shape/shape.ts';
import { isSameLocation } from '../../syntax/tree.ts';
import { blobGraphOf } from '../blobGraph.ts';
import { type Failure, layerLocation, type RelatedLocation, topLocation } from '../failure.ts';
import type { Layer, Net } from '../net.ts';
import { changesSize, type Divergence, deviation, divergenceOf, sizeOf } from './divergence.ts';

/** The checks of layers that join blobs of equal size. */
const joins: ReadonlySet<CheckId> = new Set([
  'concat/shape',
  'conv/bottom-shapes',
  'crop/bounds',
  'eltwise/shape',
]);

/** The checks of layers whose window exceeds its input. */
const outgrown: ReadonlySet<CheckId> = new Set([
  'conv/output-negative',
  'conv/output-zero-bias',
  'pool/output-negative',
]);

/**
 * Adds related locations to shape failures: where two paths branch and their sizes diverge, which layers reduce the
 * input of a window, which layers produce predictions and labels.
 */
export function withRelatedLocations(net: Net): Net {
  return {
    ...net,
    failures: net.failures.map((failure) => (isOfShapes(failure) ? withOtherEnd(net, failure) : failure)),
  };
}

/** Related locations are computed on demand: a net may be built only to count its failures. */
function withOtherEnd(net: Net, failure: Failure): Failure {
  const failingLayer = () => net.layers.find((one) => !one.automatic && holds(one, failure));
  return {
    ...failure,
    get related() {
      const layer = failingLayer();
      return layer && otherEnds(net, layer, failure);
    },
    get message() {
      const layer = joins.has(failure.check) ? failingLayer() : undefined;
      return layer ? `${failure.message}${whyApart(net, layer, slotOf(layer, failure))}` : failure.message;
    },
  };
}

function isOfShapes({ check }: Failure): boolean {
  return joins.has(check) || outgrown.has(check) || compared.test(check) || check === 'conv/group-channels';
}

/** The checks of layers that compare predictions with labels. */
const compared = /label-count|first-dim|accuracy\/top-k|euclidean|^sce|smoothl1-/u;

function holds({ block, field }: Layer, { location }: Failure): boolean {
  const { start } = location.range;
  return location.block === block && field.range.start <= start && start < field.range.end;
}

function otherEnds(net: Net, layer: Layer, failure: Failure): readonly RelatedLocation[] {
  if (joins.has(failure.check)) return parting(net, layer, slotOf(layer, failure));
  if (outgrown.has(failure.check)) return shrinking(net, layer);
  if (!failure.check.includes('smoothl1')) return producers(net, layer);
  return producers(net, layer).filter((_, index) => index === 0 || index === slotOf(layer, failure));
}

function slotOf(layer: Layer, { location }: Failure): number {
  const slot = layer.message
    .list('bottom')
    .findIndex((entry) => isSameLocation(layerLocation(layer, entry), location));
  return Math.max(slot, 1);
}

/** The producer of each bottom, with the shape. */
function producers(net: Net, layer: Layer): readonly RelatedLocation[] {
  return layer.inputs.flatMap(({ shape }, slot) => {
    const producer = blobGraphOf(net).producer(layer, slot);
    return producer ? [made(producer.layer, producer.index, shape)] : [];
  });
}

function made(layer: Layer, top: number, shape: Shape) {
  const name = layer.facts.tops[top] ?? '';
  const [param] = layer.context.params.list('param_str');
  const classes = param && integerOf(String(param.value), 'num_classes');
  if (classes !== undefined) {
    return {
      location: layerLocation(layer, param),
      message: `\`${name}\` (${formatShape(shape)}) is produced by \`${layer.name}\`, with \`num_classes\` ${classes} here.`,
    };
  }
  return {
    location: topLocation(layer, name),
    message: `\`${name}\` (${formatShape(shape)}) is produced here by \`${layer.name}\`.`,
  };
}

/** A sentence about the most common causes, if one applies: different rounding of the same size, or lost positions. */
function whyApart(net: Net, layer: Layer, slot: number): string {
  const { differing = [], odd, inSize } = divergenceOf(net, layer, slot) ?? {};
  const [one, other] = differing;
  if (one && other && roundsUp(one) !== roundsUp(other) && areNeighbors(one, other)) {
    const [up, down] = roundsUp(one) ? [one, other] : [other, one];
    return ` \`${up.name}\` rounds up and \`${down.name}\` rounds down.`;
  }
  return odd && inSize && deviation(odd) !== 0 ? ` \`${odd.name}\` ${lost(deviation(odd))}.` : '';
}

/** `loses 2 positions`. */
function lost(positions: number): string {
  const count = Math.abs(positions);
  return `${positions < 0 ? 'loses' : 'adds'} ${count} position${count === 1 ? '' : 's'}`;
}

function roundsUp({ type, context }: Layer): boolean {
  return type === 'Pooling' && roundingOf(context) === 'CEIL';
}

/** Whether two layers have inputs of the same size and outputs whose sizes differ by at most 1. */
function areNeighbors(one: Layer, other: Layer): boolean {
  const sizes = (layer: Layer) => [layer.inputs[0]?.shape, layer.outputs[0]?.shape].map(sizeOf);
  const [[from, a], [start, b]] = [sizes(one), sizes(other)];
  if (!from || !start || shapesDiffer(from, start) || !a || !b || !hasRank(a) || !hasRank(b)) return false;
  return a.every((dim, axis) => Math.abs(Number(dim) - Number(b[axis])) <= 1);
}

/** Where the paths to two bottoms branch, which layers on them decide the size, and which layer is the odd one. */
function parting(net: Net, layer: Layer, slot: number): readonly RelatedLocation[] {
  const found = divergenceOf(net, layer, slot);
  if (!found) return producers(net, layer).filter((_, index) => index === 0 || index === slot);
  const bottoms = [0, slot].map((index) => layer.inputs[index]?.name ?? '');
  const steps = found.paths.flatMap((path, index) =>
    path.map((producer) => ({
      location: layerLocation(producer),
      message: `For \`${bottoms[index]}\`: ${sizeMade(producer)}${producer === found.odd ? ` ${oddNote(producer, found)}` : ''}`,
    })),
  );
  return [...startNotes(found, bottoms), ...steps];
}

function startNotes({ starts }: Divergence, bottoms: readonly string[]): readonly RelatedLocation[] {
  return starts.map(({ layer, index }, place) => {
    const top = layer.facts.tops[index] ?? '';
    const shape = layer.outputs[index]?.shape;
    const where = `\`${top}\`${top === layer.name ? '' : ` of \`${layer.name}\``}${shape ? ` (${formatShape(shape)})` : ''}`;
    const message =
      starts.length === 1
        ? `The paths branch after ${where}.`
        : `The path to \`${bottoms[place]}\` starts at ${where}.`;
    return { location: topLocation(layer, top), message };
  });
}

function oddNote(layer: Layer, { inSize }: Divergence): string {
  const positions = inSize ? deviation(layer) : 0;
  const why = positions === 0 ? '' : `: it ${lost(positions)}`;
  return `The ${inSize ? 'sizes' : 'channels'} diverge here${why}.`;
}

/** `` `pool1` produces 1×3×13×13 from 1×3×27×27 here ``. */
function sizeMade(layer: Layer): string {
  const [input, output] = [layer.inputs[0]?.shape, layer.outputs[0]?.shape];
  const steps = new Set(output && layer.definition?.explain?.(layer.context, [output]));
  const step = steps.size > 0 ? `: ${[...steps].join('; ')}` : '';
  return `\`${layer.name}\` produces ${output ? formatShape(output) : '?'} from ${input ? formatShape(input) : '?'} here${step}.`;
}

/** The nearest layers above that reduce the size of the input, in the order of the file. */
function shrinking(net: Net, layer: Layer): readonly RelatedLocation[] {
  const smaller = blobGraphOf(net)
    .path(layer, 0)
    .filter((producer) => producer.inputs.length > 0 && changesSize(producer));
  return smaller
    .slice(0, 6)
    .toReversed()
    .map((producer) => ({ location: layerLocation(producer), message: sizeMade(producer) }));
}
