import type { BlobGraph, Port } from '../../net/blobGraph.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import { outputsOf } from './places.ts';

/** A layer whose outputs are scores. */
export interface Source {
  readonly layer: Layer;
  readonly outputs: Entry;
  /** The number of outputs that position-sensitive pooling combines into one. */
  readonly cells: number;
}

/** The number of layers that are examined around a head, which is close to its scores. */
const mostSteps = 100;

/** Types without weights that keep the order of the scores, or only move them. */
const passing: ReadonlySet<string> = new Set([
  'Bias',
  'BatchNorm',
  'Concat',
  'Crop',
  'Dropout',
  'Eltwise',
  'Flatten',
  'Interp',
  'LogSoftmax',
  'Permute',
  'Pooling',
  'Power',
  'PSROIPooling',
  'ReLU',
  'Reshape',
  'Scale',
  'Sigmoid',
  'Softmax',
  'Upsample',
]);

/** The layers that compute the scores at a top. */
export function sourcesOf(graph: BlobGraph, top: Port | undefined): Source[] {
  const found: Source[] = [];
  const seen = new Set<Layer>();
  const open = top ? [{ layer: top.layer, cells: 1 }] : [];
  for (let next = open.pop(); next && seen.size < mostSteps; next = open.pop()) {
    const { layer, cells } = next;
    if (seen.has(layer)) continue;
    seen.add(layer);
    const outputs = outputsOf(layer);
    if (outputs) found.push({ layer, outputs, cells });
    if (outputs ? !upsamples(layer, outputs) : !passing.has(layer.type)) continue;
    const pooled = pooledOf(layer);
    for (const producer of mainBottoms(graph, layer))
      open.push({ layer: producer.layer, cells: cells * (pooled?.cells ?? 1) });
  }
  return found;
}

/** The layers that only move the scores of a layer, or compute probabilities. */
export function followersOf(graph: BlobGraph, layer: Layer): Layer[] {
  const found = new Set<Layer>();
  const open = [layer];
  for (let next = open.pop(); next && found.size < mostSteps; next = open.pop()) {
    for (const { layer: consumer } of graph.consumers(next)) {
      const outputs = outputsOf(consumer);
      if (found.has(consumer) || !(outputs ? upsamples(consumer, outputs) : passing.has(consumer.type)))
        continue;
      found.add(consumer);
      open.push(consumer);
    }
  }
  return [...found];
}

/** The output of position-sensitive pooling, and how many inputs it combines. */
export function pooledOf({
  type,
  message,
}: Layer): { outputs: Entry | undefined; cells: number } | undefined {
  if (type !== 'PSROIPooling') return undefined;
  const param = message.message('psroi_pooling_param');
  return { outputs: param.list('output_dim').at(-1), cells: param.int('group_size') ** 2 };
}

/** Whether a layer enlarges each score map: it has as many outputs as inputs. */
function upsamples({ type, inputs }: Layer, outputs: Entry): boolean {
  const shape = inputs[0]?.shape;
  return type === 'Deconvolution' && Array.isArray(shape) && shape[1] === outputs.value;
}

/** The tops that a layer combines, or the one that it changes. */
function mainBottoms(graph: BlobGraph, layer: Layer): Port[] {
  const joins = layer.type === 'Concat' || layer.type === 'Eltwise';
  return layer.inputs
    .slice(0, joins ? undefined : 1)
    .flatMap((_, index) => graph.producer(layer, index) ?? []);
}
