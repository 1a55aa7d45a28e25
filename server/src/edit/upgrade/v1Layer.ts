import type { Document } from '../../document/document.ts';
import { isRegistered } from '../../layers/registry.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import { currentType } from '../../net/upgrade/upgradeV1.ts';
import { forkNames } from '../../schema/data/forkNames.ts';
import { type Dialect, dialectOf } from '../../schema/dialect.ts';
import { type Entry, Message } from '../../schema/message.ts';
import type { FieldNode, MessageNode } from '../../syntax/nodes.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { addField, fieldRange, layerBody, messageBody, removeFields, replaceField } from '../fields.ts';
import { type NewField, newField, printInline, quoted } from '../newField.ts';
import { removeParams } from '../params.ts';
import { indentAt, styleOf } from '../style.ts';
import { literalOf, typeLiteral } from './literal.ts';
import { isOldSpec, paramSpecs } from './paramSpecs.ts';

/**
 * Converts a `layers { … }` to the `layer { … }` to which Caffe upgrades it (upgrade_proto.cpp, UpgradeV1LayerParameter
 * and UpgradeNetDataTransformation). Current fields in it stay. Also converts a `layer { … }` with V1 fields.
 */
export function upgradeV1Layer(
  { dialect, tree }: Document,
  layer: LayerSyntax,
  node: MessageNode,
): TextEdit[] {
  const { block, field } = layer;
  return [
    ...(field.name.text === 'layer'
      ? []
      : [{ range: tree.rangeOf({ block, range: field.name.range }), newText: 'layer' }]),
    ...typeEdit(tree, layer, node, dialect),
    ...specEdits(tree, layer, node),
    ...transformEdits(tree, layer, node),
  ];
}

/** A type that is not a V1 value is a fork's, or a current name: exact, in V1's capitals, or unquoted. */
function typeEdit(tree: SyntaxTree, layer: LayerSyntax, node: MessageNode, dialect: Dialect): TextEdit[] {
  const value = node.fields.find(({ name }) => name.text === 'type')?.value;
  if (value?.kind !== 'scalar') return [];
  const newText = typeLiteral(layer) ?? quoted(guessedType(value.text, dialect));
  const range = tree.rangeOf({ block: layer.block, range: value.range });
  return value.literal === 'string' && value.text === unquoted(newText) ? [] : [{ range, newText }];
}

/**
 * The type of a `layers { … }` without a current name in any fork; undefined if it has one. A string is already a
 * current name, with or without a known layer.
 */
export function unknownV1Type(layer: LayerSyntax, node: MessageNode, dialect: Dialect): string | undefined {
  const value = node.fields.find(({ name }) => name.text === 'type')?.value;
  if (value?.kind !== 'scalar' || value.literal === 'string') return undefined;
  const literal = typeLiteral(layer);
  const type = literal === undefined ? guessedType(value.text, dialect) : unquoted(literal);
  return type === '' || isRegistered(type, dialectOf(forkNames)) ? undefined : value.text;
}

function guessedType(written: string, dialect: Dialect): string {
  if (!/^[A-Z0-9_]+$/u.test(written) || isRegistered(written, dialect)) return written;
  const own = currentType(written, dialect);
  return own === written ? currentType(written, dialectOf(forkNames)) : own;
}

function unquoted(text: string): string {
  return text.slice(1, -1);
}

function specEdits(tree: SyntaxTree, layer: LayerSyntax, node: MessageNode): TextEdit[] {
  const { text } = tree;
  const specs = paramSpecs(tree, layer);
  const old = node.fields
    .filter(isOldSpec)
    .map((field) => ({ field, range: fieldRange(tree, layer, { field }) }));
  const gone = old.filter(({ field }) => !specs.has(field));
  return [
    ...old.flatMap(({ field, range }) => {
      const fields = specs.get(field);
      return fields ? [{ range, newText: printBelow(text, range.start, fields) }] : [];
    }),
    ...removeFields(
      text,
      gone.map(({ range }) => range),
    ),
  ];
}

/** Fields on one line each, the first at the position of a replaced field. */
function printBelow(text: string, at: number, fields: readonly NewField[]): string {
  return fields.map(printInline).join(`${styleOf(text).eol}${indentAt(text, at)}`);
}

/** Moves fields into `transform_param` as the upgrade does. */
function transformEdits(tree: SyntaxTree, layer: LayerSyntax, node: MessageNode): TextEdit[] {
  const { text } = tree;
  const [whole] = layer.message.list('transform_param');
  const own = node.fields.find(({ name }) => name.text === 'transform_param');
  const moved = movedEntries(whole, own);
  const [first] = moved;
  const from = node.fields.find(
    ({ value }) => value?.kind === 'message' && first && value.fields.includes(first[1].field),
  );
  if (!first || from?.value?.kind !== 'message') return [];
  const source = { value: '', node: from.value, field: from };
  const entries = moved.map(([, entry]) => entry);
  const fields = moved.map(([name, entry]) => newField(name, literalOf(tree, layer, entry)));
  if (own) return [...removeParams(tree, layer, source, entries), ...intoTransform(tree, layer, own, fields)];
  const transform = newField('transform_param', fields);
  if (from.value.fields.length === new Set(entries.map(({ field }) => field)).size) {
    return [replaceField(text, fieldRange(tree, layer, source), transform)];
  }
  const body = messageBody(node, tree.startOf(layer.block)) ?? layerBody(tree, layer);
  const added = body && addField(text, body, transform, fieldRange(tree, layer, source));
  return [...removeParams(tree, layer, source, entries), ...(added ? [added] : [])];
}

function movedEntries(whole: Entry | undefined, own: FieldNode | undefined): (readonly [string, Entry])[] {
  if (!(whole?.value instanceof Message)) return [];
  const stay = own?.value?.kind === 'message' ? own.value.fields : [];
  return [...whole.value.entries]
    .flatMap(([name, list]) => list.map((entry) => [name, entry] as const))
    .filter(([, { field }]) => !stay.includes(field));
}

/** If both have a field, the value of the old one wins. */
function intoTransform(
  tree: SyntaxTree,
  layer: LayerSyntax,
  own: FieldNode,
  drafts: readonly NewField[],
): TextEdit[] {
  const { text } = tree;
  if (own.value?.kind !== 'message') return [];
  const { fields } = own.value;
  const body = messageBody(own.value, tree.startOf(layer.block));
  return drafts.flatMap((field) => {
    const written = fields.find(({ name }) => name.text === field.name);
    if (written) return [replaceField(text, fieldRange(tree, layer, { field: written }), field)];
    return body ? [addField(text, body, field)] : [];
  });
}
