import { unlessStopped } from '../layers/context.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Layer, Net } from '../net/net.ts';
import { add, type Dim, isKnown, multiply } from '../shape/dim.ts';
import { countOf } from '../shape/shape.ts';

/** The size of a value in bytes: Caffe is built for 32-bit floats. */
export const bytesPerValue = 4;

/**
 * Caffe's "Memory required for data" in bytes: all tops, in-place tops and those of inserted Split layers each time
 * (net.cpp, Init).
 */
export function memoryRequired({ layers }: Pick<Net, 'layers'>): Dim {
  const counts = layers.flatMap(({ outputs }) => outputs.map(({ shape }) => countOf(shape)));
  return multiply(counts.reduce(add, 0), bytesPerValue);
}

/** A blob that is stored once: an in-place top and the tops of a Split layer are the memory of the bottom. */
interface StoredBlob {
  count: Dim;
  /** The index of the layer that writes it first, and of the last that reads or writes it. */
  readonly first: number;
  last: number;
}

/** The blobs of the activations, each once. */
function storedBlobs(layers: readonly Layer[]): readonly StoredBlob[] {
  const stored: StoredBlob[] = [];
  const named = new Map<string, StoredBlob>();
  for (const [index, layer] of layers.entries()) {
    const bottoms = layer.bottoms.map((bottom) => named.get(bottom));
    for (const blob of bottoms) if (blob) blob.last = index;
    for (const [at, { shape }] of layer.outputs.entries()) {
      const name = layer.tops[at];
      const shared = layer.definition?.sharesData ? bottoms[0] : undefined;
      const isInPlace = name !== undefined && layer.bottoms[at] === name;
      const blob = shared ?? (isInPlace ? bottoms[at] : undefined) ?? { count: 0, first: index, last: index };
      if (blob.first === index) stored.push(blob);
      if (!shared) blob.count = countOf(shape);
      if (name !== undefined) named.set(name, blob);
    }
  }
  return stored;
}

/** Memory in bytes, for the whole batch. Unknown where shapes are. */
export interface Memory {
  /** The activations, each blob once: what Caffe allocates for a forward pass. */
  readonly activations: Dim;
  /** Activations and their gradients: what Caffe allocates to train. */
  readonly training: Dim;
  /** The most that must exist at the same time in a forward pass, if the memory of blobs is used again. */
  readonly reused: Dim;
  /** The column buffers of all convolutions: each layer has its own, for one item. */
  readonly buffers: Dim;
  /** Caffe's "Memory required for data". */
  readonly required: Dim;
}

/** The memory of the data of a net, without parameters. */
export function memoryOf(net: Net): Memory {
  const stored = storedBlobs(net.layers);
  const activations = bytes(stored.map(({ count }) => count).reduce(add, 0));
  return {
    activations,
    training: multiply(activations, 2),
    reused: bytes(mostAtOnce(stored, net.layers.length)),
    buffers: bytes(net.layers.map(bufferOf).reduce(add, 0)),
    required: memoryRequired(net),
  };
}

function bytes(count: Dim): Dim {
  return multiply(count, bytesPerValue);
}

/** The size of the tops of a layer in bytes; 0 for those that are the memory of a bottom. */
export const ownBytes = onceFor(({ tops, bottoms, outputs, definition }: Layer): Dim => {
  if (definition?.sharesData) return 0;
  const own = outputs.filter((_, index) => tops[index] === undefined || tops[index] !== bottoms[index]);
  return bytes(own.map(({ shape }) => countOf(shape)).reduce(add, 0));
});

/** The largest sum of blobs that are in use while one layer runs. */
function mostAtOnce(stored: readonly StoredBlob[], layerCount: number): Dim {
  const changes = new Array<number>(layerCount + 1).fill(0);
  for (const { count, first, last } of stored) {
    if (!isKnown(count)) return count;
    changes[first] = (changes[first] ?? 0) + count;
    changes[last + 1] = (changes[last + 1] ?? 0) - count;
  }
  let [now, most] = [0, 0];
  for (const change of changes) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
}

const bufferOf = onceFor(({ definition, context, outputs }: Layer): Dim => {
  const tops = outputs.map(({ shape }) => shape);
  return unlessStopped(() => definition?.buffer?.(context, tops)) ?? 0;
});

/** The number of copies of the parameters that a solver keeps besides the gradients, by its `type`. */
const histories = { SGD: 1, Nesterov: 1, AdaGrad: 1, RMSProp: 1, AdaDelta: 2, Adam: 2 };

/** The memory in bytes of the history that a solver keeps; undefined for a type that Caffe does not have. */
export function historyBytes(type: string, params: Dim): Dim | undefined {
  const copies = new Map(Object.entries(histories)).get(type);
  return copies === undefined ? undefined : multiply(params, copies * bytesPerValue);
}

export type MemoryBySolver = Readonly<Record<keyof typeof histories, Dim>>;

/**
 * All memory to train in bytes, by the type of the solver: activations and their gradients, column buffers, the
 * parameters, their gradients, and the history that the solver keeps for each (PreSolve in solvers/*.cpp).
 */
export function memoryToTrain({ training, buffers }: Memory, params: Dim): MemoryBySolver {
  const fixed = add(training, buffers);
  const entries = Object.entries(histories).map(([type, copies]) => [
    type,
    add(fixed, multiply(params, (2 + copies) * bytesPerValue)),
  ]);
  return Object.fromEntries(entries) as MemoryBySolver;
}
