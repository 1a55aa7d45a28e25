import type { Document } from '../../document/document.ts';
import type { FieldDescriptor, MessageDescriptor } from '../../schema/descriptor.ts';
import { fieldMarkdown } from '../hover/fieldHover.ts';
import type { CompletionItem } from '../types.ts';
import type { FieldCursor } from './cursor.ts';
import { filterText } from './filter.ts';
import { afterField, type Habits, messageName } from './habits.ts';
import { definitionOf, isLayer, valuesOf } from './layer.ts';
import { usualOrder } from './order.ts';
import { hasKnownValues } from './values.ts';

/**
 * The fields that can be added to a message: first those that the author writes there in other layers, then the
 * parameters of the layer's type.
 */
export function completeField(document: Document, cursor: FieldCursor, habits: Habits): CompletionItem[] {
  const { messages, present, range } = cursor;
  const written = new Set(present.map(({ name }) => name.text));
  const own = definitionOf(document, present)?.paramField;
  const names = messages.flatMap(({ fields }) => [...fields.keys()]);
  const message = messageName(cursor.name ?? '', valuesOf(present, 'type')[0]);
  const usual = scores(habits, message, cursor.before);
  const style: Style = { alone: cursor.alone, followed: isFollowed(document, range.end) };
  return messages
    .flatMap((message) => [...message.fields.values()].map((field) => ({ field, message })))
    .filter(
      ({ field, message }, index) => names.indexOf(field.name) === index && mayStand(field, message, written),
    )
    .flatMap(({ field, message }, index) => {
      const filter = filterText(field.name, cursor.begun, names);
      if (filter === undefined) return [];
      return {
        label: field.name,
        kind: 'field' as const,
        detail: fieldDetail(field),
        documentation: () => fieldMarkdown(field, message, document.schema),
        range,
        filter,
        snippet: snippet(field, style),
        order: `${usualOrder(usual.get(field.name))} ${rank(field, message, own)} ${String(index).padStart(4, '0')}`,
        deprecated: field.deprecated,
        next: !style.followed && hasKnownValues(message, field) ? ('values' as const) : undefined,
      };
    });
}

/** How often each field was written after the one before the cursor, or at least in such a message. */
function scores(habits: Habits, message: string, before = ''): ReadonlyMap<string, number> {
  const anywhere = [...habits.in(afterField(message, '*'))].map(
    ([name, count]) => [name, count / 100] as const,
  );
  const total = new Map<string, number>(anywhere);
  for (const [name, count] of habits.in(afterField(message, before)))
    total.set(name, (total.get(name) ?? 0) + count);
  return total;
}

/** Whether a field can be added; Caffe does not accept `layer` and `layers` in one net, and prefers `layer`. */
function mayStand(
  { name, label, type }: FieldDescriptor,
  { fields }: MessageDescriptor,
  written: ReadonlySet<string>,
): boolean {
  if (type.name === 'LayerParameter') return !written.has('layers');
  if (type.name === 'V1LayerParameter') return written.has('layers') || !fields.has('layer');
  return label === 'repeated' || !written.has(name);
}

/** The most common fields, in this order. */
const common: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    NetParameter: ['layer', 'name', 'layers'],
    SolverParameter: [
      ...[
        'net',
        'base_lr',
        'lr_policy',
        'gamma',
        'power',
        'stepsize',
        'momentum',
        'weight_decay',
        'max_iter',
      ],
      ...['display', 'test_iter', 'test_interval', 'snapshot', 'snapshot_prefix', 'solver_mode', 'type'],
    ],
  }),
);
const ofLayers = ['name', 'type', 'bottom', 'top', 'param', 'include', 'exclude', 'loss_weight'];
const seldom = ['force_backward', 'state', 'debug_info', 'phase', 'blobs', 'propagate_down'];

/** The sort key of a field; fields of equal rank keep the order of their declarations. */
function rank(
  { name, deprecated }: FieldDescriptor,
  message: MessageDescriptor,
  own: string | undefined,
): string {
  const place = (isLayer(message) ? ofLayers : (common.get(message.name) ?? [])).indexOf(name);
  if (name === own) return '0';
  if (place >= 0) return `1${String(place).padStart(2, '0')}`;
  if (deprecated) return '5';
  if (seldom.includes(name)) return '3';
  return own !== undefined && name.endsWith('_param') ? '4' : '2';
}

function fieldDetail({ label, type, default: value, declaresDefault }: FieldDescriptor): string {
  const shown = declaresDefault ? ` = ${value}` : '';
  return `${label === 'optional' ? '' : `${label} `}${type.name.replace(/^.*\./u, '')}${shown}`;
}

interface Style {
  /** Whether the field is the only text on its line. */
  readonly alone: boolean;
  /** Whether a colon or brace follows. */
  readonly followed: boolean;
}

function isFollowed({ text }: Document, end: number): boolean {
  return /^(?:[ \t]*:|\s*[{<])/u.test(text.slice(end, end + 200));
}

/** Messages with one or two short fields, which are usually written on one line. */
const short = ['BlobShape', 'FillerParameter', 'NetState', 'NetStateRule', 'ParamSpec'];

function snippet({ name, type }: FieldDescriptor, { alone, followed }: Style): string {
  if (followed) return name;
  if (type.kind === 'message') {
    return alone && !short.includes(type.name) ? `${name} {\n\t$0\n}` : `${name} { $0 }`;
  }
  return type.name === 'string' ? `${name}: "$1"$0` : `${name}: $0`;
}
