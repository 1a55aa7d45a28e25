import type { Document } from '../../document/document.ts';
import { allNets, sameLayerIn } from '../../document/layers.ts';
import type { Fix } from '../../edit/fix.ts';
import { addLayerAfter, removeLayer } from '../../edit/layers.ts';
import { freeLayerName } from '../../edit/names.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { isRegistered } from '../../layers/registry.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import { hasRank } from '../../shape/shape.ts';
import { hasLoss } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

/** Layers whose tops are read by users or programs, even if no layer reads them. */
const shown = new Set([
  'Accuracy',
  'Softmax',
  'Sigmoid',
  'ArgMax',
  'Python',
  'Silence',
  'Reduction',
  'Parameter',
  'Input',
]);

export const unusedTop: Rule = {
  code: 'unused-top',
  severity: 'information',
  doc: {
    what: 'A net that is trained computes a blob that no layer reads and no loss depends on.',
    why: 'Caffe computes the layer in every iteration, and prints the whole blob as an output of the net whenever it displays the loss. Often a later bottom has the wrong name, or a branch is left over. A Silence layer can consume a top that is not needed.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "left" type: "ReLU" bottom: "data" top: "left" }
layer { name: "loss" type: "EuclideanLoss" bottom: "data" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "data" bottom: "label" top: "loss" }
`,
    fix: 'Remove the layer, read its top, or connect the top to a Silence layer.',
  },
  *layer(layer, near, document) {
    if (!near.trains || !layer.definition || layer.definition.loss) return;
    const tops = layer.message.list('top');
    const isUnread = (_: Entry, top: number) => near.consumers(top).length === 0 && !isScalar(layer, top);
    if (!tops.some(isUnread) || isShown(layer) || hasLoss(layer)) return;
    const unread = tops.filter(isUnread);
    const [first] = unread;
    // A layer with several tops may compute some that are not needed, and a data layer always has a label.
    if (!first || (unread.length < tops.length && (layer.inputs.length > 0 || needsAll(layer)))) return;
    yield {
      message: `No layer reads \`${first.value}\` in training; Caffe prints it as an output of the net.`,
      location: layerLocation(layer, first),
      layer: layer.name,
      tags: ['unnecessary'],
      needsWhole: true,
      fixes: () =>
        ways(
          layer,
          unread.map(({ value }) => String(value)),
          document,
        ),
    };
  },
};

/** Whether a layer computes values to be displayed; for layers of forks, judged by the name. */
function isShown({ type }: Layer): boolean {
  return shown.has(type) || /accuracy|eval/iu.test(type);
}

function needsAll({ definition, context }: Layer): boolean {
  return definition?.tops(context).exact !== undefined;
}

function isScalar({ outputs }: Layer, top: number): boolean {
  const shape = outputs[top]?.shape;
  return shape !== undefined && hasRank(shape) && shape.length === 0;
}

function ways(layer: Layer, blobs: readonly string[], document: Document): Fix[] {
  const elsewhere = allNets(document).some((net) => {
    const counterpart = sameLayerIn(net, layer);
    const count = counterpart?.message.count('top') ?? 0;
    return (
      counterpart &&
      Array.from({ length: count }).some((_, top) => blobGraphOf(net).consumers(counterpart, top).length > 0)
    );
  });
  const remove = { title: `Remove \`${layer.name}\``, edits: [removeLayer(document.tree, layer)] };
  return [...(elsewhere || layer.inputs.length === 0 ? [] : [remove]), ...silenced(layer, blobs, document)];
}

/** Adds a Silence layer for the TRAIN phase. */
function silenced(layer: Layer, blobs: readonly string[], document: Document): Fix[] {
  if (layer.field.name.text !== 'layer' || layer.message.has('exclude')) return [];
  if (!isRegistered('Silence', document.dialect)) return [];
  const silence = newField('layer', [
    newField('name', quoted(freeLayerName(document, `silence_${layer.name}`))),
    newField('type', quoted('Silence')),
    ...blobs.map((blob) => newField('bottom', quoted(blob))),
    newField('include', [newField('phase', 'TRAIN')]),
  ]);
  return [{ title: 'Add a Silence layer', edits: [addLayerAfter(document.tree, layer, silence)] }];
}
