import type { Document } from '../../document/document.ts';
import { addField, layerBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { type Gradients, gradientsOf } from '../../net/backward.ts';
import { type BlobGraph, blobGraphOf } from '../../net/blobGraph.ts';
import { layerLocation } from '../../net/failure.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer } from '../../net/net.ts';
import { isTrainingNet } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';
import { nonDifferentiable, nonDifferentiableTypes } from './nonDifferentiable.ts';

export const gradientToLabel: Rule = {
  code: 'gradient-to-label',
  severity: 'warning',
  doc: {
    what: 'A bottom that accepts no gradient, such as the labels of a loss, depends on layers that are trained.',
    why: 'Caffe builds the net, but stops in the first backward pass: "cannot backpropagate to label inputs". Either the bottoms are in the wrong order, or the layers before the label should not be trained by this loss, which `propagate_down` can express.',
    example: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "score" type: "InnerProduct" bottom: "a" top: "score"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer {
  name: "target" type: "InnerProduct" bottom: "b" top: "target"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "score" bottom: "target" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "score" type: "InnerProduct" bottom: "a" top: "score"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer {
  name: "target" type: "InnerProduct" bottom: "b" top: "target"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "score" bottom: "target" top: "loss" propagate_down: true propagate_down: false }
`,
    fix: 'Swap the bottoms if they are in the wrong order; otherwise set `propagate_down: false` for that bottom.',
  },
  types: nonDifferentiableTypes,
  *net(net, document) {
    if (!isTrainingNet(net)) return;
    const graph = blobGraphOf(net);
    let gradients: Gradients | undefined;
    for (const layer of layersOf(net, nonDifferentiableTypes)) {
      const end = nonDifferentiable(layer);
      if (!end || !mayBeAsked(layer, end.index, graph)) continue;
      gradients ??= gradientsOf(net);
      if (!gradients.get(layer)?.[end.index]) continue;
      const name = layer.inputs[end.index]?.name ?? '';
      yield {
        message: `Caffe stops in the first backward pass: \`${name}\` depends on layers that are trained, but ${layer.type} cannot propagate a gradient to ${end.what}.`,
        location: layerLocation(layer, layer.message.list('bottom')[end.index]),
        layer: layer.name,
        needsWhole: true,
        fixes: () => withoutGradient(layer, end.index, document),
      };
    }
  },
};

/** Whether a bottom can need a gradient, judged only by its producer: false for a data layer. */
function mayBeAsked(layer: Layer, bottom: number, graph: BlobGraph): boolean {
  if (layer.message.has('propagate_down')) return true;
  const producer = graph.producer(layer, bottom)?.layer;
  return producer !== undefined && (producer.bottoms.length > 0 || producer.params.length > 0);
}

function withoutGradient(layer: Layer, stop: number, { text, tree }: Document): Fix[] {
  const body = layerBody(tree, layer);
  if (!body || layer.message.has('propagate_down') || layer.field.name.text !== 'layer') return [];
  const edits = layer.bottoms.map((_, index) =>
    addField(text, body, newField('propagate_down', index !== stop)),
  );
  const [first] = edits;
  if (!first) return [];
  const joined = {
    range: first.range,
    newText: edits.map(({ newText }) => newText.trimEnd()).join('') + trailing(first.newText),
  };
  return [{ title: 'Stop the gradient with `propagate_down`', edits: [joined], preferred: true }];
}

function trailing(text: string): string {
  return text.slice(text.trimEnd().length);
}
