import { valueNodes } from '../../schema/message.ts';
import type { Block, FieldNode } from '../../syntax/nodes.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { Finding, Rule } from '../rule.ts';

/** The fields that Caffe keeps of a net with V0 layers, and of a layer in it besides the inner one. */
const kept = new Set(['name', 'layers', 'input', 'input_dim', 'force_backward']);
const keptOfLayer = new Set(['layer', 'bottom', 'top']);

export const v0FieldLost: Rule = {
  code: 'v0-field-lost',
  severity: 'warning',
  doc: {
    what: 'A net with V0 layers has fields of later syntax, which Caffe drops.',
    why: 'If one of the `layers` contains a `layer { … }`, Caffe upgrades the whole file from V0 syntax, and copies only what V0 has: of the net its name, `layers`, `input` and `input_dim`, and of each entry its blobs and its inner layer. `include` beside the inner layer, a current `layer { … }` or an `input_shape` is dropped without a message.',
    example: `# caffe-ignore-file: deprecated-layers
# shape: data 8x1x28x28
layers { layer { name: "data" type: "data" source: "train_db" batchsize: 8 } top: "data" }
layers { layer { name: "relu" type: "relu" } bottom: "data" top: "relu" include { phase: TEST } }
`,
    fixed: `# shape: data 8x1x28x28
layer { name: "data" type: "Data" top: "data" data_param { source: "train_db" batch_size: 8 } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" include { phase: TEST } }
`,
    fix: 'Upgrade the file to current syntax, and add the dropped fields there.',
  },
  *file(document) {
    if (
      document.root !== 'NetParameter' ||
      !document.netInput().upgraded.isOld ||
      document.memo.filter(document.tree.blocks, hasV0).length === 0
    )
      return;
    for (const { field, block } of fieldsOf(document.tree)) {
      if (!kept.has(field.name.text)) yield lost(field, block);
      else if (field.name.text === 'layers') yield* ofLayer(field, block);
    }
  },
};

function hasV0({ fields }: Block): boolean {
  return fields.some(isV0);
}

function isV0(field: FieldNode): boolean {
  return field.name.text === 'layers' && messages(field).some(({ fields }) => fields.some(isInner));
}

function isInner({ name }: FieldNode): boolean {
  return name.text === 'layer';
}

function messages({ value }: FieldNode) {
  return (value ? valueNodes(value) : []).filter((node) => node.kind === 'message');
}

function* ofLayer(field: FieldNode, block: Block): Generator<Finding> {
  for (const { fields } of messages(field))
    for (const own of fields) if (!keptOfLayer.has(own.name.text)) yield lost(own, block);
}

function lost({ name }: FieldNode, block: Block): Finding {
  return {
    message: `Caffe drops \`${name.text}\` here: the net has V0 layers, the syntax of 2013, which has no such field.`,
    location: { block, range: name.range },
  };
}
