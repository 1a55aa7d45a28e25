import type { Document } from '../document/document.ts';
import { layerAt } from '../document/layers.ts';
import { type Arity, categoryOf, type LayerDefinition } from '../layers/definition.ts';
import { findLayer } from '../layers/registry.ts';
import type { Layer } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import type { FieldDescriptor, MessageDescriptor } from '../schema/descriptor.ts';
import { formatShape } from '../shape/shape.ts';
import type { FieldNode, MessageNode } from '../syntax/nodes.ts';
import { nodeAt } from '../syntax/parse.ts';
import { valuesOf } from './completion/layer.ts';
import { fieldMarkdown } from './hover/fieldHover.ts';
import { code, documentation, joined, type Markdown, md, paragraphs } from './markdown.ts';

/** What a layer or one of its messages takes. */
export interface Signature {
  readonly label: string;
  readonly documentation: Markdown;
  readonly parameters: readonly SignaturePart[];
  /** The index of the parameter at the cursor, or of the first one that is missing. */
  readonly active: number;
}

/** A field in the label of a signature. */
export interface SignaturePart {
  /** Its place in the label. */
  readonly start: number;
  readonly end: number;
  readonly documentation: Markdown;
}

/**
 * For a cursor in a layer, its bottoms, its tops and the message of its parameters; for one in such a message, its
 * fields.
 */
export function signatureAt(document: Document, offset: number, state: NetState): Signature | undefined {
  const inside = insideAt(document, offset);
  if (!inside) return undefined;
  const isLayer = inside.depth === 1;
  return isLayer ? layerSignature(document, inside, offset, state) : messageSignature(document, inside);
}

/** The innermost message around an offset in a layer. */
interface Inside {
  readonly name: string;
  readonly message: MessageDescriptor;
  readonly fields: readonly FieldNode[];
  /** The field at the offset. */
  readonly at: FieldNode | undefined;
  readonly depth: number;
}

function insideAt(document: Document, offset: number): Inside | undefined {
  const path = nodeAt(document.tree, offset);
  const [layer] = path?.fields ?? [];
  let message = document.root === 'NetParameter' ? document.schema.message('NetParameter') : undefined;
  if (!path || !layer || !['layer', 'layers'].includes(layer.name.text) || isInComment(document, offset))
    return undefined;
  let inside: Inside | undefined;
  for (const [depth, field] of path.fields.entries()) {
    const node = messageAround(field, offset - path.start);
    const type = message?.fields.get(field.name.text)?.type;
    message = type?.kind === 'message' ? document.schema.message(type.name) : undefined;
    if (!node || !message) break;
    const at = path.fields[depth + 1];
    inside = { name: field.name.text, message, fields: node.fields, at, depth: depth + 1 };
  }
  return inside;
}

function isInComment({ text }: Document, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^(?:[^#"']|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')*#/u.test(line);
}

function messageAround({ value }: FieldNode, offset: number): MessageNode | undefined {
  const nodes = value?.kind === 'list' ? value.items : [value];
  return nodes.find(
    (node): node is MessageNode =>
      node?.kind === 'message' && node.open.end <= offset && offset <= (node.close?.start ?? node.range.end),
  );
}

function layerSignature(
  document: Document,
  inside: Inside,
  offset: number,
  state: NetState,
): Signature | undefined {
  const { message, fields } = inside;
  const [type = ''] = valuesOf(fields, 'type');
  const found = layerAt(document, offset, state)?.layer;
  const definition = found?.definition ?? findLayer(type, document.dialect);
  if (!definition) return undefined;
  const names = ['bottom', 'top', definition.paramField ?? '', 'param', 'include', 'exclude', 'loss_weight'];
  const parts = names.flatMap((name) => {
    const field = message.fields.get(name);
    if (!field || (name === 'bottom' && categoryOf(definition) === 'data')) return [];
    const text = `${name}${countText(name, definition, found)}`;
    const blobs = blobsText(name, found);
    return [{ name, text, documentation: paragraphs(fieldMarkdown(field, message, document.schema), blobs) }];
  });
  return signature(definition.type, parts, inside, documentation(definition.doc));
}

/** How many bottoms or tops a layer has: `: 1 or more`; empty for other fields. */
function countText(name: string, definition: LayerDefinition, layer: Layer | undefined): string {
  if (!layer || (name !== 'bottom' && name !== 'top')) return '';
  if (name === 'top' && definition.equalTops) return ': as many as bottoms';
  const count = arityText(
    name === 'bottom' ? definition.bottoms(layer.context) : definition.tops(layer.context),
  );
  return count === '' ? '' : `: ${count}`;
}

function arityText({ exact, min, max }: Arity): string {
  if (exact !== undefined) return String(exact);
  if (min !== undefined && max !== undefined) return min === max ? String(min) : `${min} to ${max}`;
  if (min !== undefined && min > 0) return `${min} or more`;
  return max === undefined ? '' : `up to ${max}`;
}

/** The blobs that a layer already has, with their shapes. */
function blobsText(name: string, layer: Layer | undefined): Markdown {
  const blobs = name === 'bottom' ? layer?.inputs : name === 'top' ? layer?.outputs : undefined;
  return joined(
    (blobs ?? []).map((blob) => md`${code(blob.name)} ${formatShape(blob.shape)}`),
    ', ',
  );
}

function messageSignature(document: Document, inside: Inside): Signature | undefined {
  const { message, name } = inside;
  const fields = [...message.fields.values()].filter(({ deprecated }) => !deprecated);
  const parts = fields.map((field) => ({
    name: field.name,
    text: fieldText(field),
    documentation: fieldMarkdown(field, message, document.schema),
  }));
  return signature(name, parts, inside, documentation(''));
}

/** `kernel_size…` for a repeated field, `bias_term = true` for one with a default. */
function fieldText({ name, label, default: value, declaresDefault }: FieldDescriptor): string {
  if (declaresDefault && value !== undefined) return `${name} = ${value}`;
  return `${name}${label === 'repeated' ? '…' : ''}`;
}

interface Part {
  readonly name: string;
  readonly text: string;
  readonly documentation: Markdown;
}

function signature(
  title: string,
  parts: readonly Part[],
  { fields, at }: Inside,
  doc: Markdown,
): Signature | undefined {
  if (parts.length === 0) return undefined;
  let label = `${title} { `;
  const parameters = parts.map(({ text, documentation: partDoc }, index) => {
    if (index > 0) label += ', ';
    const start = label.length;
    label += text;
    return { start, end: label.length, documentation: partDoc };
  });
  return { label: `${label} }`, documentation: doc, parameters, active: activeOf(parts, fields, at) };
}

function activeOf(parts: readonly Part[], fields: readonly FieldNode[], at: FieldNode | undefined): number {
  const current = parts.findIndex(({ name }) => name === at?.name.text);
  if (current >= 0) return current;
  const written = new Set(fields.filter(({ value }) => value).map(({ name }) => name.text));
  return Math.max(
    0,
    parts.findIndex(({ name }) => !written.has(name)),
  );
}
