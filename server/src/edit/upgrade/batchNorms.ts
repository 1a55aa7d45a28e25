import type { Document } from '../../document/document.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { MessageNode } from '../../syntax/nodes.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { addField, fieldRange, messageBody, replaceField } from '../fields.ts';
import { newField } from '../newField.ts';
import { keepComments } from './comments.ts';

/**
 * Sets nonzero rates in the three `param`s of a BatchNorm to 0, as Caffe does when it reads a file (upgrade_proto.cpp,
 * UpgradeNetBatchNorm): these blobs are not learned.
 */
export function upgradeBatchNorms(document: Document): TextEdit[] {
  if (document.root !== 'NetParameter') return [];
  const edits = document.netInput().upgraded.layers.flatMap((layer) => {
    const node = layer.field.value;
    const current = layer.field.name.text === 'layer' && layer.message.text('type') === 'BatchNorm';
    const specs = current && node?.kind === 'message' ? node.fields.flatMap(specOf) : [];
    return specs.length === 3 ? specs.filter(learns).flatMap((spec) => stop(document.tree, layer, spec)) : [];
  });
  return keepComments(document.text, edits);
}

function specOf({ name, value }: MessageNode['fields'][number]): MessageNode[] {
  return name.text === 'param' && value?.kind === 'message' && value.close ? [value] : [];
}

function learns(spec: MessageNode): boolean {
  const rate = fieldOf(spec, 'lr_mult')?.value;
  return rate?.kind !== 'scalar' || Number.parseFloat(rate.text) !== 0;
}

function fieldOf({ fields }: MessageNode, wanted: string) {
  return fields.find(({ name }) => name.text === wanted);
}

function stop(tree: SyntaxTree, layer: LayerSyntax, spec: MessageNode): TextEdit[] {
  const { text } = tree;
  const zeros = ['lr_mult', 'decay_mult'].map((rate) => ({
    field: fieldOf(spec, rate),
    zero: newField(rate, 0),
  }));
  const body = messageBody(spec, tree.startOf(layer.block));
  return zeros.flatMap(({ field, zero }) => {
    if (field) return [replaceField(text, fieldRange(tree, layer, { field }), zero)];
    return body ? [addField(text, body, zero)] : [];
  });
}
