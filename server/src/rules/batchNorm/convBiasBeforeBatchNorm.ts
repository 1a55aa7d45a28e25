import type { Document } from '../../document/document.ts';
import { fieldRange, removeField, removeFields, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { hasRank } from '../../shape/shape.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Rule } from '../rule.ts';

/** Layers that can add a bias to each channel. */
const summing = ['Convolution', 'InnerProduct'];

export const convBiasBeforeBatchNorm: Rule = {
  code: 'conv-bias-before-batch-norm',
  severity: 'hint',
  doc: {
    what: 'A Convolution or InnerProduct layer adds a bias that the following BatchNorm layer subtracts.',
    why: 'BatchNorm subtracts the mean of every channel, including any constant added to the channel. The bias has no effect, and costs memory and time. The `bias_term` of the Scale layer after the BatchNorm learns the shift instead.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv" type: "Convolution" bottom: "data" top: "conv"
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "msra" } }
}
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "conv" }
layer { name: "scale" type: "Scale" bottom: "conv" top: "conv" scale_param { bias_term: true } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv" type: "Convolution" bottom: "data" top: "conv"
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "msra" } bias_term: false }
}
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "conv" }
layer { name: "scale" type: "Scale" bottom: "conv" top: "conv" scale_param { bias_term: true } }
`,
    fix: 'Set `bias_term: false`, unless the net loads a model that has the bias.',
  },
  types: summing,
  *layer(layer, near, document) {
    if (!hasBias(layer)) return;
    const consumers = near.consumers();
    const [norm] = consumers;
    if (!norm || consumers.length > 1 || norm.index !== 0 || !takesMeanAway(norm.layer)) return;
    yield {
      message: `The bias of \`${layer.name}\` has no effect: \`${norm.layer.name}\` subtracts it together with the mean of each channel.`,
      location: layerLocation(layer, layer.message.list('type')[0]),
      layer: layer.name,
      related: [{ location: layerLocation(norm.layer), message: 'The BatchNorm layer.' }],
      fixes: () => withoutBias(layer, document, near.trains),
    };
  },
};

/** Whether a layer adds a bias along axis 1, the channels that BatchNorm normalizes. */
function hasBias({ params, inputs, context }: Layer): boolean {
  if (!params.some(({ role }) => role === 'bias')) return false;
  const axis = context.params.int('axis');
  const shape = inputs[0]?.shape;
  return axis === 1 || (axis < 0 && shape !== undefined && hasRank(shape) && axis + shape.length === 1);
}

/** A BatchNorm with `use_global_stats` subtracts a fixed mean, which does not follow the bias. */
function takesMeanAway({ type, context }: Layer): boolean {
  return type === 'BatchNorm' && !context.params.bool('use_global_stats');
}

/**
 * Also removes what belongs to the bias: its `param`, which Caffe would reject, and its filler. Not preferred for a
 * deployment net, which loads a model that may have the bias.
 */
function withoutBias(layer: Layer, { text, tree }: Document, preferred: boolean): Fix[] {
  const spare = layer.message.list('param').slice(1);
  // In V1 syntax the rates are separate repeated fields.
  if (spare.length > 0 && layer.field.name.text !== 'layer') return [];
  const term = withoutTerm(tree, layer);
  const gone = removeFields(
    text,
    spare.map((entry) => fieldRange(tree, layer, entry)),
  );
  return term.length === 0
    ? []
    : [{ title: `Remove the bias of \`${layer.name}\``, edits: [...term, ...gone], preferred }];
}

/** Sets `bias_term: false`; replaces the `bias_filler` if `bias_term` is not set. */
function withoutTerm(tree: SyntaxTree, layer: Layer): readonly TextEdit[] {
  const { text } = tree;
  const { params } = layer.context;
  const [filler] = params.list('bias_filler');
  const term = newField('bias_term', false);
  if (filler && !params.has('bias_term')) return [replaceField(text, fieldRange(tree, layer, filler), term)];
  const set = setParam(tree, layer, layer.definition?.paramField ?? '', term);
  if (!set) return [];
  return filler ? [set, removeField(text, fieldRange(tree, layer, filler))] : [set];
}
