import type { Document } from '../../document/document.ts';
import { findLayer } from '../../layers/registry.ts';
import type { FieldDescriptor } from '../../schema/descriptor.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { fieldMarkdown } from '../fieldHover.ts';
import type { CompletionItem } from '../types.ts';
import type { FieldCursor } from './cursor.ts';

/** The fields that a message may still get; in a layer, those of its type before those of others. */
export function completeField(document: Document, cursor: FieldCursor): CompletionItem[] {
  const { message, present, range } = cursor;
  const written = present
    .filter(({ name, value }) => value && !isAt(name.text, cursor, document))
    .map(({ name }) => name.text);
  const own = ownParam(document, present);
  return [...message.fields.values()]
    .filter((field) => field.label === 'repeated' || !written.includes(field.name))
    .map((field) => ({
      label: field.name,
      kind: 'field' as const,
      detail: fieldDetail(field),
      documentation: fieldMarkdown(field, message, document.schema),
      range,
      snippet: snippet(field, isFollowed(document, range.end)),
      order: `${rank(field, own)}${field.name}`,
      deprecated: field.deprecated,
    }));
}

/** Whether a field of this name is the one that is being written. */
function isAt(name: string, { range }: FieldCursor, { text }: Document): boolean {
  return text.slice(range.start, range.end) === name;
}

/** The field that holds the parameters of the layer's type. */
function ownParam({ dialect }: Document, present: readonly FieldNode[]): string | undefined {
  const type = present.find(({ name }) => name.text === 'type')?.value;
  return type?.kind === 'scalar' ? findLayer(type.text, dialect)?.paramField : undefined;
}

const everyLayer = ['name', 'type', 'bottom', 'top', 'param', 'include', 'exclude', 'loss_weight'];

function rank(field: FieldDescriptor, own: string | undefined): number {
  if (field.name === own) return 0;
  if (field.deprecated) return 9;
  if (everyLayer.includes(field.name)) return 1;
  return own !== undefined && field.name.endsWith('_param') ? 5 : 3;
}

function fieldDetail({ label, type, default: value, declaresDefault }: FieldDescriptor): string {
  const shown = declaresDefault ? ` = ${value}` : '';
  return `${label === 'optional' ? '' : `${label} `}${type.name.replace(/^.*\./u, '')}${shown}`;
}

/** Whether colon or brace stand there already. */
function isFollowed({ text }: Document, end: number): boolean {
  return /^[ \t]*[:{<]/u.test(text.slice(end, end + 20));
}

function snippet({ name, type }: FieldDescriptor, followed: boolean): string {
  if (followed) return name;
  if (type.kind === 'message') return `${name} { $0 }`;
  return type.name === 'string' ? `${name}: "$1"$0` : `${name}: $0`;
}
