import { onceFor } from '../../memo/onceFor.ts';
import { type BlobGraph, blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { Head } from './classifiers.ts';
import { valuesOf } from './places.ts';
import { sourcesOf } from './walk.ts';

/** The names of fields with a number of classes. */
export const classFields = ['num_classes', 'num_class', 'classes'] as const;

/** The number of classes that the parameters of a layer state, or their default. */
function classesOf({ message, definition }: Layer): number {
  const [stated] = valuesOf(message, classFields);
  const param = definition?.paramField === undefined ? undefined : message.message(definition.paramField);
  const name = classFields.find((field) => param?.descriptor.fields.has(field));
  return Number(stated?.value ?? (param && name ? param.int(name) : 0));
}

/** The heads of detectors that score classes: SSD and its variants, and YOLO. */
export function detectors(net: Net, graph: BlobGraph): Head[] {
  const objectness = objectnessLayers(net);
  return net.layers.flatMap((layer) => {
    const classes = classesOf(layer);
    if (classes < 1 || objectness.has(layer)) return [];
    return isSsd(layer) ? ssdHeads(graph, layer, classes) : yoloHeads(graph, layer, classes);
  });
}

function isSsd({ type }: Layer): boolean {
  return type === 'MultiBoxLoss' || type === 'DetectionOutput';
}

/** The losses of the first stage of RefineDet, which decides only whether an anchor has an object. */
export const objectnessLayers = onceFor((net: Net): ReadonlySet<Layer> => {
  const graph = blobGraphOf(net);
  const losses = net.layers.filter(isSsd);
  const scores = losses.flatMap((layer) =>
    sourcesOf(graph, graph.producer(layer, layer.type === 'MultiBoxLoss' ? 4 : 3)),
  );
  const sources = new Set(scores.map(({ layer }) => layer));
  return new Set(
    losses.filter((loss) =>
      sourcesOf(graph, graph.producer(loss, 1)).some(({ layer }) => sources.has(layer)),
    ),
  );
});

function ssdHeads(graph: BlobGraph, layer: Layer, classes: number): Head[] {
  const scores = sourcesOf(graph, graph.producer(layer, 1));
  const param = layer.message.message(
    layer.type === 'MultiBoxLoss' ? 'multibox_loss_param' : 'detection_output_param',
  );
  const boxes = param.bool('share_location') ? [] : sourcesOf(graph, graph.producer(layer, 0));
  const sources = [...scores, ...boxes];
  return scores.length > 0 && sources.every(({ outputs }) => Number(outputs.value) % classes === 0)
    ? [{ classes, sources, perClass: ({ outputs }) => Number(outputs.value) / classes }]
    : [];
}

/** The values of a box besides its classes, by the types that have them. */
const boxValues: ReadonlyMap<string, number> = new Map([
  ['RegionLoss', 5],
  ['Yolov3', 5],
  ['GaussianYolov3', 9],
  ['YoloDetectionOutput', 5],
  ['Yolov3DetectionOutput', 5],
]);

/** Whether the top of a layer has the detections of YOLO. */
export function isYoloOutput({ type }: Layer): boolean {
  return boxValues.has(type) && type.endsWith('DetectionOutput');
}

function yoloHeads(graph: BlobGraph, layer: Layer, classes: number): Head[] {
  const cells = cellsOf(layer);
  const values = boxValues.get(layer.type);
  if (cells === undefined && values === undefined) return [];
  const bottoms = layer.type === 'Yolov3DetectionOutput' ? layer.inputs : layer.inputs.slice(0, 1);
  const sources = bottoms.flatMap((_, index) => sourcesOf(graph, graph.producer(layer, index)));
  const perClass = (outputs: unknown) => cells ?? Number(outputs) / (classes + (values ?? 0));
  return sources.length > 0 && sources.every(({ outputs }) => Number.isInteger(perClass(outputs.value)))
    ? [{ classes, sources, perClass: ({ outputs }) => perClass(outputs.value) }]
    : [];
}

/** The number of class scores of each class in YOLO v1, whose boxes of one cell share them. */
function cellsOf({ type, message }: Layer): number | undefined {
  return type === 'DetectionLoss' ? message.message('detection_loss_param').int('side') ** 2 : undefined;
}
