import type { Document } from '../../document/document.ts';
import { draft } from '../../edit/draft.ts';
import { fieldRange, removeField, removeFields, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { setParam } from '../../edit/params.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import { hasRank } from '../../shape/shape.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Rule } from '../rule.ts';

/** Layers that add a bias to each channel. */
const summing = ['Convolution', 'InnerProduct'];

/** A bias that the next layer takes away again. */
export const convBiasBeforeBatchNorm: Rule = {
  code: 'conv-bias-before-batch-norm',
  severity: 'hint',
  doc: {
    what: 'A convolution or an inner product adds a bias that the BatchNorm behind it subtracts again.',
    why: 'BatchNorm subtracts the mean of every channel, and with it any constant that was added to the channel. The bias learns nothing, and costs memory and time. The `bias_term` of the Scale layer behind the BatchNorm does what it was meant to do.',
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
    fix: 'Set `bias_term: false` in the convolution, unless a model that has the bias is to be loaded.',
  },
  types: summing,
  *layer(layer, near, document) {
    if (!hasBias(layer)) return;
    const readers = near.readers();
    const [norm] = readers;
    if (!norm || readers.length > 1 || norm.index !== 0 || !takesMeanAway(norm.layer)) return;
    yield {
      message: `\`${norm.layer.name}\` subtracts the mean of every channel, and with it the bias of \`${layer.name}\`.`,
      place: layerPlace(layer, layer.message.list('type')[0]),
      layer: layer.name,
      related: [{ place: layerPlace(norm.layer), message: 'The BatchNorm.' }],
      fixes: () => withoutBias(layer, document, near.trains),
    };
  },
};

/** A bias of the channels that BatchNorm knows, those of axis 1. */
function hasBias({ params, inputs, context }: Layer): boolean {
  if (!params.some(({ role }) => role === 'bias')) return false;
  const axis = context.params.int('axis');
  const shape = inputs[0]?.shape;
  return axis === 1 || (axis < 0 && shape !== undefined && hasRank(shape) && axis + shape.length === 1);
}

/** Statistics that are kept as they are do not follow the bias. */
function takesMeanAway({ type, context }: Layer): boolean {
  return type === 'BatchNorm' && !context.params.bool('use_global_stats');
}

/**
 * With what belonged to the bias: its `param`, which Caffe would refuse, and its filler. A net that does not learn gets its
 * weights from a model, which may have the bias.
 */
function withoutBias(layer: Layer, { text, tree }: Document, preferred: boolean): Fix[] {
  const spare = layer.message.list('param').slice(1);
  // In the old syntax the rates stand in lists of their own.
  if (spare.length > 0 && layer.field.name.text !== 'layer') return [];
  const term = withoutTerm(tree, layer);
  const gone = removeFields(
    text,
    spare.map((entry) => fieldRange(tree, layer, entry)),
  );
  return term.length === 0
    ? []
    : [{ title: `Leave the bias of \`${layer.name}\` out`, edits: [...term, ...gone], preferred }];
}

/** `bias_term: false`, in the place of the filler where nothing is said of the bias yet. */
function withoutTerm(tree: SyntaxTree, layer: Layer): readonly TextEdit[] {
  const { text } = tree;
  const { params } = layer.context;
  const [filler] = params.list('bias_filler');
  const term = draft('bias_term', false);
  if (filler && !params.has('bias_term')) return [replaceField(text, fieldRange(tree, layer, filler), term)];
  const set = setParam(tree, layer, layer.definition?.paramField ?? '', term);
  if (!set) return [];
  return filler ? [set, removeField(text, fieldRange(tree, layer, filler))] : [set];
}
