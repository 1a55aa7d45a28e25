import { valueNodes } from '../../schema/message.ts';
import type { Block, FieldNode } from '../../syntax/nodes.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { Finding, Rule } from '../rule.ts';

/** Of a net with V0 layers Caffe keeps these; and of a layer in it, these beside the inner one. */
const kept = new Set(['name', 'layers', 'input', 'input_dim', 'force_backward']);
const keptOfLayer = new Set(['layer', 'bottom', 'top']);

/** What the first upgrade leaves behind. */
export const v0FieldLost: Rule = {
  code: 'v0-field-lost',
  severity: 'warning',
  doc: {
    what: 'A net in the syntax of 2013 has fields of a later one, which Caffe drops.',
    why: 'Where one of the `layers` has a `layer { … }` inside, Caffe upgrades the whole file from there, and copies what that syntax had: of the net its name, `layers`, `input` and `input_dim`, and of each entry its blobs and its inner layer. `include` beside the inner layer, a `layer { … }` of today or an `input_shape` disappear without a word.',
    example: `# caffe-ignore-file: deprecated-layers
# shape: data 8x1x28x28
layers { layer { name: "data" type: "data" source: "train_db" batchsize: 8 } top: "data" }
layers { layer { name: "relu" type: "relu" } bottom: "data" top: "relu" include { phase: TEST } }
`,
    fixed: `# shape: data 8x1x28x28
layer { name: "data" type: "Data" top: "data" data_param { source: "train_db" batch_size: 8 } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" include { phase: TEST } }
`,
    fix: 'Bring the file into the syntax of today, and write there what was lost.',
  },
  *file(document) {
    if (
      document.root !== 'NetParameter' ||
      !document.source().upgraded.isOld ||
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
    message: `Caffe drops \`${name.text}\` here: the net has layers in the syntax of 2013, in which there is none.`,
    place: { block, range: name.range },
  };
}
