import type { Document } from '../../document/document.ts';
import { layerExtent } from '../../document/layers.ts';
import type { Port } from '../../net/blobGraph.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { removeField, valueRange } from '../fields.ts';
import { quoted } from '../newField.ts';
import { indentAt, type Style, styleOf } from '../style.ts';
import { headLines } from './heads.ts';
import { type DeployInput, inputLines } from './inputs.ts';
import type { DeployOptions } from './options.ts';
import type { Plan } from './plan.ts';
import { throughChoice } from './ports.ts';
import { removeLayers, removeWithNotes } from './removal.ts';
import { placesOf, stripLayer } from './strip.ts';

/** The text of the planned net. */
export function writeDeploy(
  document: Document,
  plan: Plan,
  inputs: readonly DeployInput[],
  { batch, dropDropout = false, keepTraining = false }: DeployOptions,
): string {
  const { text, tree } = document;
  const style = styleOf(text);
  const extent = (layer: LayerSyntax) => layerExtent(tree, layer);
  const dropped = new Set(dropDropout ? [...plan.kept].filter(({ type }) => type === 'Dropout') : []);
  const replaced = [...inputEdits(document, inputs, batch, style), ...headEdits(tree, plan, dropped, style)];
  const sources = new Set(inputs.map(({ port }) => port.layer).filter(({ type }) => type !== 'Input'));
  const replacedAt = new Set(replaced.map(({ range }) => range.start));
  const kept = [...plan.kept].filter(
    (layer) => !dropped.has(layer) && !sources.has(layer) && !replacedAt.has(extent(layer).start),
  );
  const stay = new Set(
    [...kept.map(extent), ...replaced.map(({ range }) => range)].map(({ start }) => start),
  );
  const gone = document
    .netInput()
    .upgraded.layers.map(extent)
    .filter(({ start }) => !stay.has(start));
  return applyEdits(text, [
    ...replaced,
    ...removeLayers(text, gone),
    ...removeWithNotes(text, netFields(document, keepTraining)),
    ...shapeComments(document, plan, inputs),
    ...kept.flatMap((layer) => layerEdits(tree, layer, keepTraining)),
    ...kept.flatMap((layer) => wireEdits(tree, layer, plan, dropped)),
  ]);
}

/** Net fields that configure building or training. */
function netFields({ tree }: Document, keepTraining: boolean): Range[] {
  const names = keepTraining ? ['state'] : ['state', 'force_backward', 'debug_info'];
  return [...fieldsOf(tree)].filter(({ field }) => names.includes(field.name.text)).map(({ range }) => range);
}

/** Comments with the shapes of data layers, which the Input layers now declare. */
function shapeComments(
  { text, directives }: Document,
  plan: Plan,
  inputs: readonly DeployInput[],
): TextEdit[] {
  const made = new Set([...plan.kept].flatMap(({ message }) => message.texts('top')));
  return [...directives.shapes]
    .filter(([name]) => !made.has(name) || inputs.some((input) => input.name === name))
    .map(([, { range }]) => removeField(text, { start: text.lastIndexOf('#', range.start), end: range.end }));
}

/** Input layers instead of data layers; an equal Input layer stays. */
function inputEdits(
  document: Document,
  inputs: readonly DeployInput[],
  batch: number | undefined,
  style: Style,
): TextEdit[] {
  const sources = [...new Set(inputs.map(({ port }) => port.layer))];
  return sources.flatMap((layer) => {
    const own = inputs.filter(({ port }) => port.layer === layer);
    const same = layer.type === 'Input' && batch === undefined && own.length === layer.message.count('top');
    if (same) return [];
    const lines = own.flatMap((input) => inputLines(input, style.unit));
    return [inPlaceOf(document.tree, firstLike(document, layer), lines, style)];
  });
}

/** The first of the layers that produce the same blobs, one for each phase. */
function firstLike(document: Document, layer: Layer): LayerSyntax {
  const tops = layer.message.texts('top').join();
  const { layers } = document.netInput().upgraded;
  return (
    layers.find(({ message }) => !message.has('bottom') && message.texts('top').join() === tops) ?? layer
  );
}

/** The prediction layers instead of the losses. */
function headEdits(tree: SyntaxTree, plan: Plan, dropped: ReadonlySet<Layer>, style: Style): TextEdit[] {
  const taken = new Set([...plan.kept].flatMap(({ name, message }) => [name, ...message.texts('top')]));
  const names = new Map([...dropped].map(({ message }) => [message.text('top'), message.text('bottom')]));
  return plan.heads.map((head) => {
    const bottom = names.get(head.bottom) ?? head.bottom;
    return inPlaceOf(tree, head.loss, headLines(tree, { ...head, bottom }, taken, style), style);
  });
}

function inPlaceOf(tree: SyntaxTree, layer: LayerSyntax, lines: readonly string[], { eol }: Style): TextEdit {
  const { text } = tree;
  const range = layerExtent(tree, layer);
  return { range, newText: lines.join(eol + indentAt(text, range.start)) };
}

function layerEdits(tree: SyntaxTree, layer: Layer, keepTraining: boolean): TextEdit[] {
  const { text } = tree;
  const { removed, rewritten } = stripLayer(layer, keepTraining);
  return [
    ...removeWithNotes(text, placesOf(tree, layer, removed)),
    ...rewritten.map(({ field, value }) => ({
      range: tree.rangeOf({ block: layer.block, range: field.value?.range ?? field.range }),
      newText: value,
    })),
  ];
}

/** Consumers of a removed Dropout read its bottom; proposals get their new name in producers and consumers. */
function wireEdits(
  tree: SyntaxTree,
  layer: Layer,
  { graph, net, renamed }: Plan,
  dropped: ReadonlySet<Layer>,
): TextEdit[] {
  if (net.layers[layer.index] !== layer || layer.automatic) return [];
  const nameOf = (port: Port) =>
    renamed.find((one) => one.port.layer === port.layer && one.port.index === port.index)?.name ??
    port.layer.facts.tops[port.index];
  const write = (entry: Entry, port: Port | undefined): TextEdit[] => {
    const name = port && nameOf(port);
    if (name === undefined || name === entry.value) return [];
    return [{ range: valueRange(tree, layer, entry), newText: quoted(name) }];
  };
  const bottoms = layer.message.list('bottom').flatMap((entry, index) => {
    let producer = graph.producer(layer, index);
    while (producer && dropped.has(producer.layer)) producer = graph.producer(producer.layer, 0);
    return write(entry, producer && throughChoice(producer, graph));
  });
  return [...bottoms, ...layer.message.list('top').flatMap((entry, index) => write(entry, { layer, index }))];
}
