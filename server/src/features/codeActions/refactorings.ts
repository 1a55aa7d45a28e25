import type { Document } from '../../document/document.ts';
import { allNets, layerAt, layerExtent, sameLayerIn } from '../../document/layers.ts';
import { deploy, hasDropout, isForTraining } from '../../edit/deploy/index.ts';
import type { DeployOptions } from '../../edit/deploy/options.ts';
import { isLoss, isSource } from '../../edit/deploy/roles.ts';
import { inAllLayers, toDepthwise, toGrouped } from '../../edit/depthwise.ts';
import { valueRange } from '../../edit/fields.ts';
import { insertAfter, insertions } from '../../edit/insertAfter.ts';
import { renameForFineTuning } from '../../edit/renameForFineTuning.ts';
import { spliceOut } from '../../edit/spliceOut.ts';
import { isOld, upgradeFile } from '../../edit/upgrade/index.ts';
import { hasOldInputs, upgradeInputs } from '../../edit/upgrade/inputs.ts';
import { oldLayers } from '../../edit/upgrade/layers.ts';
import { layersToInputs } from '../../edit/upgrade/toInputs.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer } from '../../net/net.ts';
import { hasCurrentSyntax } from '../../schema/dialect.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { overlaps, type Range } from '../../text/range.ts';
import type { CodeAction } from '../types.ts';
import { layerArrangements, selectionArrangements, selectsSeveral } from './arrangements.ts';
import { classActions } from './classes.ts';
import { newProblem } from './newProblem.ts';
import { repeatedActions } from './repeated.ts';

/**
 * The refactorings at a range: of a layer, of the inputs of the net, and of the whole file on its first line. None if
 * the file has text errors. Those of a whole layer are at its first word and its name, or anywhere in it if the user
 * requests refactorings: a light bulb on every line would distract.
 */
export function refactorings(document: Document, range: Range, isRequested = false): CodeAction[] {
  if (document.root !== 'NetParameter' || document.textErrors().length > 0) return [];
  const layer = layerAt(document, range.start)?.layer;
  const place = isRequested && layer ? headOf(document, layer) : range;
  const top = !document.text.slice(0, range.start).includes('\n');
  return [
    ...ofLayer(document, layer),
    ...insertion(document, place, layer),
    ...removal(document, place, layer),
    ...ofName(document, range, layer),
    ...ofInputs(document, range, layer),
    ...classActions(document, range),
    ...repeatedActions(document, range),
    ...(top || atName(document, range, 'layers') ? ofSyntax(document) : []),
    ...(top || isEnd(document.tree, layer, range) ? ofDeployment(document) : []),
    ...(selectsSeveral(document, range)
      ? selectionArrangements(document, range)
      : arrangements(document, place, layer)),
  ];
}

/** The deployment net in the format of the protocol. */
export function deployAnswer(document: Document, options: DeployOptions) {
  const made = deploy(document, options);
  const common = { hasDropout: hasDropout(document) };
  return 'text' in made ? { ...made, ...common, unknown: [] } : { ...made, ...common, notes: [] };
}

function action(title: string, edits: readonly TextEdit[]): CodeAction[] {
  return edits.length > 0 ? [{ title, kind: 'refactor', diagnostic: undefined, edits }] : [];
}

function ofLayer(document: Document, layer: Layer | undefined): CodeAction[] {
  if (!layer) return [];
  return [
    ...both(document, layer, toGrouped, 'to Convolution with one group per channel'),
    ...both(document, layer, toDepthwise, 'to DepthwiseConvolution'),
  ];
}

function arrangements(document: Document, range: Range, layer: Layer | undefined): CodeAction[] {
  return layer && isAtHead(document, range, layer) ? layerArrangements(document, layer) : [];
}

/** The layers that can be inserted after a layer, at its first word and its name. */
function insertion(document: Document, range: Range, layer: Layer | undefined): CodeAction[] {
  if (!layer || !isAtHead(document, range, layer)) return [];
  return insertions.flatMap((each) => {
    const edits = insertAfter(document, layer, each);
    // Only pooling changes shapes, which other layers may not accept.
    const isWrong =
      each === 'Pooling' && edits.length > 0 && newProblem(document, edits, 'error') !== undefined;
    return isWrong ? [] : action(`Insert ${each} after \`${layer.name}\``, edits);
  });
}

/** The first word of a layer. */
function headOf({ tree }: Document, layer: Layer): Range {
  const { start } = layerExtent(tree, layer);
  return { start, end: start + layer.field.name.text.length };
}

/** Whether a range is at the first word or the name of a layer. */
function isAtHead(document: Document, range: Range, layer: Layer): boolean {
  const { tree } = document;
  const [name] = layer.message.list('name');
  return (
    overlaps(range, headOf(document, layer)) ||
    (name !== undefined && overlaps(range, valueRange(tree, layer, name)))
  );
}

/** The removal of a layer between two others, at its first word and its name. */
function removal(document: Document, range: Range, layer: Layer | undefined): CodeAction[] {
  const { bottoms = [], tops = [] } = layer?.facts ?? {};
  if (!layer || bottoms.length !== 1 || tops.length !== 1 || !isSpliced(document, layer)) return [];
  if (!isAtHead(document, range, layer)) return [];
  return action(
    `Remove \`${layer.name}\` and connect its consumers to \`${bottoms[0]}\``,
    spliceOut(document, layer),
  );
}

/** Whether a layer has consumers, so that it is between others. */
function isSpliced(document: Document, layer: Layer): boolean {
  return allNets(document).some((net) => {
    const own = sameLayerIn(net, layer);
    return own !== undefined && blobGraphOf(net).consumers(own).length > 0;
  });
}

/** Caffe copies weights by layer name, so a layer that is trained from scratch needs a different name. */
function ofName(document: Document, range: Range, layer: Layer | undefined): CodeAction[] {
  const [name] = layer?.message.list('name') ?? [];
  if (
    !layer ||
    !name ||
    layer.params.length === 0 ||
    !overlaps(range, valueRange(document.tree, layer, name))
  )
    return [];
  return action(`Rename \`${layer.name}\` to train it from scratch`, renameForFineTuning(document, layer));
}

/** The change of one layer, and of all layers of the file that allow it. */
function both(document: Document, layer: Layer, change: typeof toGrouped, how: string): CodeAction[] {
  const own = change(document, layer);
  if (own.length === 0) return [];
  const all = inAllLayers(document, change);
  const others = all.length > own.length ? action(`Convert all depthwise layers ${how}`, all) : [];
  return [...action(`Convert \`${layer.name}\` ${how}`, own), ...others];
}

function ofInputs(document: Document, range: Range, layer: Layer | undefined): CodeAction[] {
  const fields = ['input', 'input_dim', 'input_shape'];
  if (hasOldInputs(document) && fields.some((name) => atField(document, range, name)))
    return oldLayers(document).length > 0
      ? ofSyntax(document)
      : action('Convert the inputs to Input layers', upgradeInputs(document));
  if (layer?.type !== 'Input' || layer.field.name.text !== 'layer') return [];
  return action('Convert the Input layers to `input` and `input_shape`', layersToInputs(document));
}

function ofSyntax(document: Document): CodeAction[] {
  return isOld(document) ? action('Upgrade the file to current syntax', upgradeFile(document)) : [];
}

function ofDeployment(document: Document): CodeAction[] {
  if (!hasCurrentSyntax(document.dialect) || !isForTraining(document)) return [];
  const title = 'Generate deploy.prototxt…';
  return [{ title, kind: 'refactor', diagnostic: undefined, edits: [], task: { kind: 'deploy' } }];
}

/** Whether the range is in the keyword of a layer that deployment replaces: a data layer or a loss. */
function isEnd(tree: SyntaxTree, layer: Layer | undefined, range: Range): boolean {
  if (!layer || (!isSource(layer) && !isLoss(layer)) || layer.type === 'Input') return false;
  const { start } = layerExtent(tree, layer);
  return overlaps(range, { start, end: start + layer.field.name.range.end - layer.field.name.range.start });
}

function atField(document: Document, range: Range, name: string): boolean {
  return fieldRanges(document, name).some((field) => overlaps(range, field));
}

function atName(document: Document, range: Range, name: string): boolean {
  return fieldRanges(document, name).some(({ start }) =>
    overlaps(range, { start, end: start + name.length }),
  );
}

/** The ranges of the top-level fields with a name. */
function fieldRanges({ tree }: Document, name: string): Range[] {
  return [...fieldsOf(tree)].filter(({ field }) => field.name.text === name).map(({ range }) => range);
}
