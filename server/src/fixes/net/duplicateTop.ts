import { layerExtent } from '../../document/layers.ts';
import { addBlob, removeBlob, writeBlob } from '../../edit/blobs.ts';
import { addField, fieldRange, layerBody, replaceField, valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { removeLayer } from '../../edit/layers.ts';
import { freeBlobName } from '../../edit/names.ts';
import { type NewField, newField } from '../../edit/newField.ts';
import { removeParams } from '../../edit/params.ts';
import { renameTop } from '../../edit/renameTop.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Layer } from '../../net/net.ts';
import { type Phase, phases } from '../../net/states/state.ts';
import type { Entry } from '../../schema/message.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { layerIndexAt } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { topsFor } from '../helpers/suggestBlobs.ts';

/** A blob that two layers produce. */
export const duplicateTop: Fixer = {
  checks: ['net/duplicate-top', 'net/inplace-after-branch', 'net/split-name-collision'],
  doc: 'Renames the top, here and where it is read; runs the layer in place, restricts two data layers to one phase each, or removes the repeated layer or top.',
  fixes(context) {
    const top = topAt(context);
    if (!top) return [];
    const ways = [removeDuplicate, removeBottom, renameFirst, removeTop, eachItsPhase, inPlace, rename];
    return bestFirst(
      context,
      ways.flatMap((way) => way(context, top)),
    ).slice(0, 5);
  },
};

interface Top {
  readonly layer: Layer;
  readonly entry: Entry;
  readonly slot: number;
  readonly blob: string;
  /** The producer above; undefined if it is the layer itself. */
  readonly first: LayerSyntax | undefined;
}

function topAt({ net, layer, range, document: { tree } }: FixContext): Top | undefined {
  const entries = layer?.message.list('top') ?? [];
  const start = (entry: Entry) => layer && valueRange(tree, layer, entry).start;
  const slot = entries.findIndex((entry) => start(entry) === range.start);
  const entry = entries[slot];
  if (!net || !layer || !entry) return undefined;
  const blob = String(entry.value);
  const above = net.layers.slice(0, net.layers.indexOf(layer)).filter(({ automatic }) => !automatic);
  return {
    layer,
    entry,
    slot,
    blob,
    first: above.find(({ message }) => message.texts('top').includes(blob)),
  };
}

/** A copy of another layer. */
function removeDuplicate({ document, net }: FixContext, { layer }: Top): Fix[] {
  const { text } = document;
  const written = (one: LayerSyntax) =>
    text
      .slice(layerExtent(document.tree, one).start, layerExtent(document.tree, one).end)
      .replaceAll(/\s+/gu, ' ');
  const duplicate = net?.layers.some(
    (one) => !one.automatic && one !== layer && written(one) === written(layer),
  );
  return duplicate ? offer(`Remove the second \`${layer.name}\``, [removeLayer(document.tree, layer)]) : [];
}

/** A copied bottom of an in-place layer. */
function removeBottom({ document: { tree } }: FixContext, { layer, blob }: Top): Fix[] {
  const again = layer.message.list('bottom').filter(({ value }) => value === blob)[1];
  return again ? offer(`Remove the second bottom \`${blob}\``, [removeBlob(tree, layer, again)]) : [];
}

/** Renames the first of two equal tops to a blob that is read below and has no producer. */
function renameFirst({ document }: FixContext, { layer, slot, blob }: Top): Fix[] {
  const { layers } = document.netInput().upgraded;
  const entries = layer.message.list('top');
  const first = entries.findIndex(({ value }) => value === blob);
  const entry = entries[first];
  if (!entry || first >= slot) return [];
  return topsFor(layers, layerIndexAt(document.tree, layers, layerExtent(document.tree, layer).start))
    .slice(0, 2)
    .flatMap((name) =>
      offer(`Rename the first top to \`${name}\``, [writeBlob(document.tree, layer, entry, name)]),
    );
}

/** One layer has two equal tops. */
function removeTop({ document: { tree } }: FixContext, { layer, entry, slot, blob }: Top): Fix[] {
  const again = layer.message.texts('top').indexOf(blob) < slot;
  return again ? offer(`Remove the second top \`${blob}\``, [removeBlob(tree, layer, entry)]) : [];
}

/** Source layers that produce the same blob are usually one for training and one for testing. */
function eachItsPhase({ document, net }: FixContext, { layer, first }: Top): Fix[] {
  if (!first || !net || layer.inputs.length > 0 || first.message.count('bottom') > 0) return [];
  const known = [first, layer].map(phaseOf);
  const [one, other] = known[0]
    ? [known[0], opposite(known[0])]
    : [opposite(known[1] ?? 'TEST'), known[1] ?? 'TEST'];
  if (one === other) return [];
  const edits = [...keepTo(document.tree, first, one), ...keepTo(document.tree, layer, other)];
  return offer(
    `Restrict \`${first.message.text('name')}\` to ${one} and \`${layer.name}\` to ${other}`,
    edits,
  );
}

function opposite(phase: Phase): Phase {
  return phase === 'TRAIN' ? 'TEST' : 'TRAIN';
}

/** The phase of a layer's `include`, or a misplaced `phase` next to it. */
function phaseOf({ message }: LayerSyntax): Phase | undefined {
  const rule = message.message('include');
  const holder = rule.has('phase') ? rule : message;
  return phases.find((phase) => holder.has('phase') && holder.text('phase') === phase);
}

function keepTo(tree: SyntaxTree, layer: LayerSyntax, phase: Phase): (TextEdit | undefined)[] {
  const { text } = tree;
  const { message } = layer;
  const rule: NewField = newField('include', [newField('phase', phase)]);
  const [include] = message.list('include');
  const misplaced = removeParams(tree, layer, undefined, message.list('phase'));
  if (include) {
    if (message.message('include').has('phase')) return [];
    return [replaceField(text, fieldRange(tree, layer, include), rule), ...misplaced];
  }
  const body = layerBody(tree, layer);
  const [stray] = message.list('phase');
  if (stray) return [replaceField(text, fieldRange(tree, layer, stray), rule)];
  const [top] = message.list('top').slice(-1);
  return [body && addField(text, body, rule, top && fieldRange(tree, layer, top))];
}

/** The layer reads the blob that it produces, at the same index. */
function inPlace({ document: { tree } }: FixContext, { layer, slot, blob, first }: Top): Fix[] {
  if (!first || layer.message.texts('bottom')[slot] === blob) return [];
  const bottom = layer.message.list('bottom')[slot];
  const edit = bottom ? writeBlob(tree, layer, bottom, blob) : addBlob(tree, layer, 'bottom', blob);
  return offer(`Run \`${layer.name}\` in place on \`${blob}\``, [edit]);
}

/** Renames the top, also in the layers below that read it. */
function rename({ document }: FixContext, { layer, slot, blob, entry }: Top): Fix[] {
  const { layers } = document.netInput().upgraded;
  const index = layerIndexAt(document.tree, layers, layerExtent(document.tree, layer).start);
  const read = layers.slice(index + 1).flatMap(({ message }) => message.texts('bottom'));
  const wanted = layer.name === '' || layer.name === blob ? `${blob}_2` : layer.name;
  const name = freeBlobName(document, wanted);
  const alone = read.includes(wanted) && name === wanted;
  const edits = alone
    ? [writeBlob(document.tree, layer, entry, name)]
    : renameTop(document, layer, slot, name);
  return offer(`Rename the top to \`${name}\``, edits);
}
