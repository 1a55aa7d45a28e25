import { type Dim, isKnown } from '../../shape/dim.ts';
import { type Dims, hasRank, type Shape, shapesDiffer } from '../../shape/shape.ts';
import { blobGraphOf, type Port } from '../blobGraph.ts';
import type { Layer, Net } from '../net.ts';

/** Why the shapes of two bottoms of a layer differ. */
export interface Divergence {
  /** The tops at which the paths start: a common one, otherwise the first of each path. */
  readonly starts: readonly Port[];
  /** For each path, the layers after its start that decide its size or its channels, in data flow order. */
  readonly paths: readonly [readonly Layer[], readonly Layer[]];
  /** The first layers of the paths that produce different sizes. */
  readonly differing: readonly Layer[];
  /** The layer that makes the paths differ; undefined if only the starts differ. */
  readonly odd: Layer | undefined;
  /** Whether height and width differ, or only the channels. */
  readonly inSize: boolean;
}

/** Where the paths to the first bottom of a layer and to another one branch; undefined if one has no producer. */
export function divergenceOf(net: Net, layer: Layer, slot: number): Divergence | undefined {
  const [one, other] = [portsTo(net, layer, 0), portsTo(net, layer, slot)];
  const onOther = new Map(other.map((port) => [port.layer, port.index]));
  const common = one.find((port) => onOther.get(port.layer) === port.index);
  const starts = common ? [common] : [one.at(-1), other.at(-1)].filter((port) => port !== undefined);
  if (starts.length === 0 || (!common && starts.length < 2)) return undefined;
  const after = (ports: readonly Port[], start: Port | undefined) => {
    const end = ports.findIndex((port) => start && isSame(port, start));
    // Without a common top, the layer of a start has no input to change.
    return ports
      .slice(0, end)
      .map((port) => port.layer)
      .toReversed();
  };
  const [first, second] = [after(one, starts[0]), after(other, starts.at(-1))];
  const ends = [layer.context.shape(0), layer.context.shape(slot)] as const;
  const channels = channelsDiffer(...ends);
  const paths = [deciding(first, channels), deciding(second, channels)] as const;
  const differing = common ? firstDifference(first, second) : [];
  const [a, b] = ends.map(sizeOf);
  const inSize = a !== undefined && b !== undefined && shapesDiffer(a, b);
  const odd = inSize
    ? oddInSize([first, second], differing, ends)
    : oddInChannels(net, [first, second], ends);
  return { starts, paths, differing, odd, inSize };
}

/** Output positions minus those that the stride alone gives, along the first axis where they differ; 0 if none does. */
export function deviation({ type, context, inputs, outputs }: Layer): number {
  const [input, output] = [sizeOf(inputs[0]?.shape), sizeOf(outputs[0]?.shape)];
  const widens = type === 'Deconvolution';
  if (!isWindow(type) || !input || !output) return 0;
  if (!hasRank(input) || !hasRank(output) || context.params.bool('global_pooling')) return 0;
  for (const [axis, length] of input.entries()) {
    const stride = strideOf(context.params, axis);
    const made = output[axis];
    if (!isKnown(length) || made === undefined || !isKnown(made)) continue;
    const asked = widens ? length * stride : Math.ceil(length / stride);
    if (made !== asked) return made - asked;
  }
  return 0;
}

/** Whether layers of a type slide a window, so that its padding affects the size of the top. */
export function isWindow(type: string): boolean {
  return /^(?:\w*Convolution\w*|Deconvolution|Im2col|Pooling)$/u.test(type);
}

/** The stride of a window along height (0) or width (1). */
export function strideOf(params: Layer['context']['params'], axis: number): number {
  const own = axis === 0 ? 'stride_h' : 'stride_w';
  if (params.has(own)) return Math.max(params.int(own), 1);
  const strides = params.descriptor.fields.get('stride')?.label === 'repeated' ? params.ints('stride') : [];
  const [first = params.has('stride') ? params.int('stride') : 1] = strides;
  return Math.max(strides[axis] ?? first, 1);
}

/** Height and width only: where paths join, these mostly must be equal. */
export function sizeOf(shape: Shape | undefined): Shape | undefined {
  return shape !== undefined && hasRank(shape) ? shape.slice(2) : shape;
}

export function changesSize(layer: Layer): boolean {
  const [input, output] = [sizeOf(layer.inputs[0]?.shape), sizeOf(layer.outputs[0]?.shape)];
  return input === undefined || output === undefined || shapesDiffer(input, output);
}

/** The tops on the path to a bottom, the nearest first, along the first bottom of each layer. */
function portsTo(net: Net, layer: Layer, slot: number): Port[] {
  const ports: Port[] = [];
  for (
    let port = blobGraphOf(net).producer(layer, slot);
    port;
    port = blobGraphOf(net).producer(port.layer, 0)
  ) {
    ports.push(port);
  }
  return ports;
}

function isSame(one: Port, other: Port): boolean {
  return one.layer === other.layer && one.index === other.index;
}

/** The layers that change the size and, if the channels differ, the last layer that decides the channels. */
function deciding(path: readonly Layer[], channels: boolean): Layer[] {
  const last = channels ? path.findLast(changesChannels) : undefined;
  return path.filter((layer) => layer === last || (layer.inputs.length > 0 && changesSize(layer)));
}

function channelsDiffer(one: Shape, other: Shape): boolean {
  const [a, b] = [one, other].map((shape) => (hasRank(shape) ? shape[1] : undefined));
  return a !== b && isKnown(a ?? 0) && isKnown(b ?? 0);
}

function changesChannels({ context, inputs, outputs }: Layer): boolean {
  const [input, output] = [inputs[0]?.shape, outputs[0]?.shape];
  if (context.params.has('num_output')) return true;
  return input !== undefined && output !== undefined && channelsDiffer(input, output);
}

/** The first layer of each path that changes the size differently from the other path. */
function firstDifference(one: readonly Layer[], other: readonly Layer[]): Layer[] {
  const [first, second] = [one.filter(changesSize), other.filter(changesSize)];
  let same = 0;
  while (first[same] && second[same] && !sizesDiffer(first[same], second[same])) same++;
  return [first[same], second[same]].filter((layer) => layer !== undefined);
}

function sizesDiffer(one: Layer | undefined, other: Layer | undefined): boolean {
  const [a, b] = [one, other].map((layer) => sizeOf(layer?.outputs[0]?.shape));
  return a !== undefined && b !== undefined && shapesDiffer(a, b);
}

type Paths = readonly [readonly Layer[], readonly Layer[]];

/**
 * The first layer on the path to the smaller bottom that loses positions, otherwise the first on the path to the larger
 * bottom that adds some, otherwise the first that changes the size.
 */
function oddInSize(
  paths: Paths,
  differing: readonly Layer[],
  [one, other]: readonly [Shape, Shape],
): Layer | undefined {
  const [a, b] = [sizeOf(one), sizeOf(other)];
  if (!a || !b || !hasRank(a) || !hasRank(b)) return undefined;
  const [smaller, larger] = isSmaller(a, b) ? paths : [paths[1], paths[0]];
  const since = (path: readonly Layer[]) => {
    const start = path.findIndex((layer) => differing.includes(layer));
    return path.slice(Math.max(start, 0)).filter(changesSize);
  };
  return (
    since(smaller).find((layer) => deviation(layer) < 0) ??
    since(larger).find((layer) => deviation(layer) > 0) ??
    differing[0]
  );
}

/** Of the two layers that decide the channels, the one whose `num_output` is less common in the net. */
function oddInChannels(net: Net, paths: Paths, [one, other]: readonly [Shape, Shape]): Layer | undefined {
  if (!channelsDiffer(one, other)) return undefined;
  const producers = paths
    .map((path) => path.findLast(changesChannels))
    .filter((layer) => layer !== undefined);
  return producers.toReversed().toSorted((x, y) => alike(net, x) - alike(net, y))[0];
}

function isSmaller(one: Dims, other: Dims): boolean {
  return one.some((dim, axis) => below(dim, other[axis] ?? dim));
}

function below(one: Dim, other: Dim): boolean {
  return isKnown(one) && isKnown(other) && one < other;
}

/** The number of layers with the same `num_output`. */
function alike({ layers }: Net, { context: { params } }: Layer): number {
  if (!params.has('num_output')) return layers.length;
  const outputs = params.int('num_output');
  return layers.filter(
    ({ context }) => context.params.has('num_output') && context.params.int('num_output') === outputs,
  ).length;
}
