import type { Document } from '../../document/document.ts';
import { builtNets } from '../../document/layers.ts';
import { type BlobGraph, blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { valueRange } from '../fields.ts';
import { boxHeads, classifiers, type Head, outputHead } from './classifiers.ts';
import { classFields, detectors, isYoloOutput, objectnessLayers } from './detectors.ts';
import { type ClassPlace, ClassPlaces, valuesOf } from './places.ts';
import { followersOf, pooledOf } from './walk.ts';

export type { ClassPlace };

/** The heads of a net with the same number of classes. */
export interface ClassCount {
  readonly classes: number;
  /** The layers that compute the scores. */
  readonly layers: readonly string[];
  /** Whether one of the classes is the background. */
  readonly hasBackground: boolean;
  /** Whether no layer of the net states that the outputs are scores. */
  readonly isAssumed: boolean;
  /** All numbers that depend on it, in the order of the file. */
  readonly places: readonly ClassPlace[];
}

/** The numbers of classes of a net; the one with the most places first. */
export function classCounts(document: Document): ClassCount[] {
  if (document.root !== 'NetParameter' || document.textErrors().length > 0) return [];
  const counts = new Map<number, Collected>();
  const nets = builtNets(document);
  const heads = nets.map((net) => headsOf(net));
  const isAssumed = heads.every((found) => found.length === 0);
  for (const [index, net] of nets.entries())
    collect(document, net, (isAssumed ? outputHead(net, blobGraphOf(net)) : heads[index]) ?? [], counts);
  for (const net of nets) collectStated(document, net, counts);
  return [...counts]
    .map(([classes, { places, layers, hasBackground }]) => ({
      classes,
      layers: [...layers],
      hasBackground,
      isAssumed,
      places: places.list(),
    }))
    .filter(({ places }) => places.length > 0)
    .sort((one, other) => other.places.length - one.places.length);
}

/** The edits that change a number of classes, each with its place. */
export function changeClasses(
  { classes, places }: ClassCount,
  to: number,
): (TextEdit & { place: ClassPlace })[] {
  return places.map((place) => ({
    range: place.range,
    newText: String(place.value + place.perClass * (to - classes)),
    place,
  }));
}

interface Collected {
  readonly places: ClassPlaces;
  readonly layers: Set<string>;
  hasBackground: boolean;
}

function headsOf(net: Net): Head[] {
  const graph = blobGraphOf(net);
  return [...detectors(net, graph), ...classifiers(net, graph)];
}

function collect(document: Document, net: Net, heads: readonly Head[], counts: Map<number, Collected>): void {
  const graph = blobGraphOf(net);
  for (const head of heads) {
    const boxes = boxHeads(net, graph, head);
    const own = counts.get(head.classes) ?? {
      places: new ClassPlaces(document.tree),
      layers: new Set<string>(),
      hasBackground: false,
    };
    counts.set(head.classes, own);
    if (boxes.length > 0) own.hasBackground = true;
    for (const { layer } of head.sources) own.layers.add(layer.name);
    for (const each of [head, ...boxes]) addHead(graph, each, own.places);
  }
}

function collectStated(document: Document, net: Net, counts: Map<number, Collected>): void {
  const objectness = objectnessLayers(net);
  for (const layer of net.layers) {
    if (evaluatesYolo(net, layer)) addEvaluated(layer, counts);
    else if (!objectness.has(layer)) addStated(document, layer, counts);
  }
}

/** Whether a layer evaluates the detections of YOLO. */
function evaluatesYolo(net: Net, layer: Layer): boolean {
  const producer = layer.type === 'DetectionEvaluate' ? blobGraphOf(net).producer(layer, 0) : undefined;
  return producer !== undefined && isYoloOutput(producer.layer);
}

/** Adds the number of classes of an evaluation, which counts the background. YOLO does not. */
function addEvaluated(layer: Layer, counts: Map<number, Collected>): void {
  for (const entry of valuesOf(layer.message, ['num_classes']))
    counts.get(Number(entry.value) - 1)?.places.add(layer, 'num_classes', entry, 1);
}

/** Adds the outputs of a head, and the layers that follow with sizes of their own. */
function addHead(graph: BlobGraph, { classes, sources, perClass }: Head, places: ClassPlaces): void {
  for (const source of sources) {
    const { layer, outputs, cells } = source;
    const own = perClass(source);
    places.add(layer, 'num_output', outputs, own);
    addGroup(layer, Number(outputs.value), own, places);
    for (const follower of followersOf(graph, layer)) addFollower(follower, classes, own / cells, places);
  }
}

/** A layer with a group for each output keeps them. */
function addGroup(layer: Layer, outputs: number, perClass: number, places: ClassPlaces): void {
  const [group] = valuesOf(layer.message, ['group']);
  if (group?.value === outputs) places.add(layer, 'group', group, perClass);
}

/** Sizes of one score for each class, or of as many as the head has for each class. */
function addFollower(layer: Layer, classes: number, perClass: number, places: ClassPlaces): void {
  const isSize = (value: unknown) => value === classes || value === classes * perClass;
  const growth = (value: unknown) => (value === classes ? 1 : perClass);
  const pooled = pooledOf(layer)?.outputs;
  if (pooled && isSize(pooled.value)) places.add(layer, 'output_dim', pooled, growth(pooled.value));
  if (layer.type === 'Reshape') {
    for (const dim of layer.message.message('reshape_param').message('shape').list('dim')) {
      const value = Number(dim.value);
      if (isSize(value)) places.add(layer, 'dim', dim, growth(value));
    }
  }
  const [outputs] = layer.type === 'Deconvolution' ? valuesOf(layer.message, ['num_output']) : [];
  if (!outputs || !isSize(outputs.value)) return;
  places.add(layer, 'num_output', outputs, growth(outputs.value));
  addGroup(layer, Number(outputs.value), growth(outputs.value), places);
}

/** Adds the fields of a layer that state a number of classes. */
function addStated({ tree }: Document, layer: Layer, counts: Map<number, Collected>): void {
  for (const name of classFields) {
    for (const entry of valuesOf(layer.message, [name])) {
      const own = counts.get(Number(entry.value));
      own?.places.add(layer, name, entry, 1);
      if (own && name === 'num_classes' && !layer.type.startsWith('Yolo')) own.hasBackground = true;
    }
  }
  for (const { value, range } of pythonClasses(tree, layer)) {
    const place = { layer: layer.name, field: 'param_str', range, value, perClass: 1, isLearned: false };
    counts.get(value)?.places.addRange(place);
  }
}

/** The values of `num_classes` in the parameters of a Python layer, which are text. */
function pythonClasses(tree: SyntaxTree, layer: Layer): { value: number; range: Range }[] {
  if (layer.type !== 'Python') return [];
  return layer.message
    .message('python_param')
    .list('param_str')
    .flatMap((entry) => {
      const { start, end } = valueRange(tree, layer, entry);
      const matches = tree.text.slice(start, end).matchAll(/num_classes\\?['"]?\s*[:=]\s*(\d+)/gu);
      return [...matches].map(({ 0: all, 1: number = '', index }) => {
        const from = start + index + all.length - number.length;
        return { value: Number(number), range: { start: from, end: from + number.length } };
      });
    });
}
