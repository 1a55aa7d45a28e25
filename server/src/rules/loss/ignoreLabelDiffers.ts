import { newField } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import { type BlobGraph, blobGraphOf } from '../../net/blobGraph.ts';
import { layerLocation } from '../../net/failure.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import { isBvlcLayer } from '../helpers/bvlcLayer.ts';
import type { Rule } from '../rule.ts';

const types = ['Accuracy'];

export const ignoreLabelDiffers: Rule = {
  code: 'ignore-label-differs',
  severity: 'warning',
  doc: {
    what: 'A loss layer ignores a label that an Accuracy layer with the same labels does not ignore.',
    why: 'Positions without a label usually have a number outside the range of classes, such as 255, which the loss ignores. Without `ignore_label`, Accuracy reads the score of that class. There is no such class, so it reads an unrelated value, possibly outside the blob; only debug builds of Caffe check it.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 2 dim: 5 dim: 8 dim: 8 } shape { dim: 2 dim: 1 dim: 8 dim: 8 } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "data" bottom: "label" top: "loss" loss_param { ignore_label: 255 } }
layer { name: "accuracy" type: "Accuracy" bottom: "data" bottom: "label" top: "accuracy" accuracy_param { axis: 1 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 2 dim: 5 dim: 8 dim: 8 } shape { dim: 2 dim: 1 dim: 8 dim: 8 } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "data" bottom: "label" top: "loss" loss_param { ignore_label: 255 } }
layer { name: "accuracy" type: "Accuracy" bottom: "data" bottom: "label" top: "accuracy" accuracy_param { axis: 1 ignore_label: 255 } }
`,
    fix: 'Set the same `ignore_label` in the Accuracy layer.',
  },
  types,
  *net(net, document) {
    for (const layer of layersOf(net, types)) {
      if (layer.context.params.has('ignore_label') || !isBvlcLayer(layer)) continue;
      const loss = lossOf(layer, blobGraphOf(net));
      if (!loss) continue;
      const ignored = loss.message.message('loss_param').int('ignore_label');
      yield {
        message: `\`${loss.name}\` ignores the label ${ignored}, but \`${layer.name}\` ${consequence(layer, ignored)}.`,
        location: layerLocation(layer),
        layer: layer.name,
        related: [{ location: layerLocation(loss), message: 'The loss layer.' }],
        needsWhole: true,
        fixes: () => {
          const edit = setParam(document.tree, layer, 'accuracy_param', newField('ignore_label', ignored));
          return edit ? [{ title: `Set \`ignore_label: ${ignored}\``, edits: [edit], preferred: true }] : [];
        },
      };
    }
  },
};

/** A loss layer with the same labels that ignores one of them. */
function lossOf(accuracy: Layer, graph: BlobGraph): Layer | undefined {
  const labels = graph.producer(accuracy, 1);
  if (!labels) return undefined;
  const consumers = graph.consumers(labels.layer, labels.index);
  return consumers.find(({ layer, index }) => index === 1 && ignoresLabel(layer))?.layer;
}

function ignoresLabel({ type, message }: Layer): boolean {
  return type === 'SoftmaxWithLoss' && message.message('loss_param').has('ignore_label');
}

function consequence({ inputs, context }: Layer, label: number): string {
  const shape = inputs[0]?.shape;
  const classes = shape && hasRank(shape) ? shape.at(context.params.int('axis')) : undefined;
  const within = classes !== undefined && isKnown(classes) && label >= 0 && label < classes;
  return within ? 'counts it' : 'reads the score of that class, which does not exist';
}
