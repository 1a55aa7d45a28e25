import { fieldRange, removeField } from '../../edit/fields.ts';
import { entryLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { bvlc } from '../../schema/dialect.ts';
import { isBvlcLayer } from '../helpers/bvlcLayer.ts';
import type { Rule } from '../rule.ts';

/** The messages that BVLC's layers read besides the one named after their type. */
const alsoRead: Readonly<Record<string, readonly string[]>> = {
  Data: ['transform_param'],
  ImageData: ['transform_param', 'data_param'],
  MemoryData: ['transform_param'],
  WindowData: ['transform_param', 'data_param'],
  HDF5Data: ['transform_param'],
  SoftmaxWithLoss: ['softmax_param', 'loss_param'],
  InfogainLoss: ['softmax_param', 'loss_param', 'infogain_loss_param'],
  SigmoidCrossEntropyLoss: ['sigmoid_param', 'loss_param'],
  LRN: ['lrn_param'],
  Scale: ['bias_param'],
};

export const paramOfAnotherType: Rule = {
  code: 'param-of-another-type',
  severity: 'warning',
  doc: {
    what: 'A layer has the parameters of a different layer type, which it does not read.',
    why: 'Any layer can have any `…_param`; Caffe reads only those of its type and silently ignores the others. A `pooling_param` in a Convolution, or a `convolution_param` in an InnerProduct, has no effect.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "act" type: "ReLU" bottom: "data" top: "act" dropout_param { dropout_ratio: 0.5 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "act" type: "ReLU" bottom: "data" top: "act" }
`,
    fix: 'Remove the message, use the one of the layer type, or change the type.',
  },
  *layer(layer, _near, document) {
    const own = layer.definition?.paramField;
    for (const [name, [entry]] of layer.message.entries) {
      if (name === own || !isParam(name) || alsoReads(layer, name) || !entry || !isBvlcLayer(layer)) continue;
      yield {
        message: `${layer.type} does not read \`${name}\`${own && !layer.message.has(own) ? `; use \`${own}\`` : ''}.`,
        location: entryLocation(entry, layer.block),
        layer: layer.name,
        tags: ['unnecessary'],
        fixes: () => [
          {
            title: `Remove \`${name}\``,
            edits: [removeField(document.text, fieldRange(document.tree, layer, entry))],
            preferred: true,
          },
        ],
      };
    }
  },
};

function alsoReads({ type }: Layer, name: string): boolean {
  return Object.hasOwn(alsoRead, type) && alsoRead[type]?.includes(name) === true;
}

const bvlcFields = bvlc.schema.message('LayerParameter')?.fields;

function isParam(name: string): boolean {
  return name.endsWith('_param') && bvlcFields?.has(name) === true;
}
