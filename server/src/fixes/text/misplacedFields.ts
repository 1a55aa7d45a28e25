import { addField, insertion, messageBody, removeFields, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, printInline } from '../../edit/newField.ts';
import { findLayer } from '../../layers/registry.ts';
import type { FieldDescriptor, MessageDescriptor } from '../../schema/descriptor.ts';
import { messageOf } from '../../schema/unknown.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import type { TextEdit } from '../../text/edit.ts';
import { shift } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { draftOf, fieldPathOf, onlyMessage, type PathSegment } from '../helpers/fieldPath.ts';
import { firstPreferred, offer } from '../helpers/offer.ts';

/** A field that its message does not have. */
export const misplacedFields: Fixer = {
  checks: ['text/unknown-field'],
  doc: 'Moves the field into the right message, renames the enclosing message, or removes the field.',
  fixes(context) {
    const segments = fieldPathOf(context);
    const segment = segments.at(-1);
    if (!context.path || !segment || segment.known) return [];
    const moves = [
      ...renameHolder(context, segments),
      ...moveIn(context, segments),
      ...moveOut(context, segments),
      ...moveBeside(context, segments),
    ];
    return [...firstPreferred(moves), ...remove(context, segment)];
  },
};

/** `pooling_param` with convolution parameters in a Convolution. */
function renameHolder(context: FixContext, segments: readonly PathSegment[]): Fix[] {
  const holder = segments.at(-2);
  const layer = segments.at(-3);
  const wanted = holder && layer && paramOf(context, holder);
  if (!holder || !wanted || wanted === holder.field.name.text) return [];
  const right = descriptorOf(context, holder, wanted);
  const taken = holder.siblings.some(({ name }) => name.text === wanted);
  const fits = onlyMessage(holder.field)?.fields.every(({ name }) => right?.fields.has(name.text));
  if (taken || !fits) return [];
  const range = shift(holder.field.name.range, context.path?.start ?? 0);
  return offer(`Rename \`${holder.field.name.text}\` to \`${wanted}\``, [{ range, newText: wanted }]);
}

/** The parameter field of the enclosing layer's type. */
function paramOf({ document }: FixContext, { siblings }: PathSegment): string | undefined {
  const type = siblings.find(({ name }) => name.text === 'type')?.value;
  if (type?.kind !== 'scalar') return undefined;
  const message = document
    .netInput()
    .upgraded.layers.find(({ field }) => field.value && holds(field, siblings));
  return findLayer(message?.message.text('type') ?? type.text, document.dialect)?.paramField;
}

function holds(field: FieldNode, siblings: readonly FieldNode[]): boolean {
  return onlyMessage(field)?.fields === siblings;
}

function descriptorOf(
  { document }: FixContext,
  { holder }: PathSegment,
  name: string,
): MessageDescriptor | undefined {
  const known = holder.fields.get(name);
  return known && messageOf(known, document.schema);
}

/** Moves the field into an existing message next to it, or into a new one. */
function moveIn(context: FixContext, segments: readonly PathSegment[]): Fix[] {
  const segment = segments.at(-1);
  if (!segment) return [];
  const name = segment.field.name.text;
  const targets = [...segment.holder.fields.keys()].filter((child) =>
    accepts(context, descriptorOf(context, segment, child)?.fields.get(name), segment.field),
  );
  const repeated = (child: string) =>
    descriptorOf(context, segment, child)?.fields.get(name)?.label === 'repeated';
  const present = segment.siblings.filter(
    (one) => targets.includes(one.name.text) && (repeated(one.name.text) || hasRoom(one, segment.field)),
  );
  if (present.length > 0) return present.slice(0, 2).flatMap((target) => into(context, segment, target));
  const own = paramOf(context, segment);
  // `include` is more common than `exclude`.
  const usual = [own, 'param', 'include'];
  const made = targets.filter((target) => usual.includes(target) || targets.length === 1);
  return made.slice(0, 1).flatMap((target) => intoNew(context, segment, target));
}

/** Whether a field is the one that a message declares, by its name and by the fields inside it. */
function accepts(
  { document: { schema } }: FixContext,
  known: FieldDescriptor | undefined,
  field: FieldNode,
): boolean {
  const inner = known && messageOf(known, schema);
  const written = onlyMessage(field)?.fields ?? [];
  return known !== undefined && written.every(({ name }) => inner?.fields.has(name.text));
}

/** Whether a message does not have the field yet. */
function hasRoom(target: FieldNode, { name }: FieldNode): boolean {
  return onlyMessage(target)?.fields.every((one) => one.name.text !== name.text) ?? false;
}

/** Moves the field, and its siblings that are unknown here. */
function into(context: FixContext, segment: PathSegment, target: FieldNode): Fix[] {
  const node = onlyMessage(target);
  const start = context.path?.start ?? 0;
  const body = node && messageBody(node, start);
  const descriptor = descriptorOf(context, segment, target.name.text);
  if (!body || !descriptor) return [];
  const fields = lost(segment, descriptor).filter((one) => one === segment.field || hasRoom(target, one));
  const drafts = fields
    .map((field) => draftOf(context.document.text, field, start))
    .filter((one) => one !== undefined);
  if (drafts.length !== fields.length) return [];
  const { text } = context.document;
  const added = drafts.map((one) => addField(text, body, one));
  const title = `Move ${listed(fields)} into \`${target.name.text}\``;
  const [first] = node.fields;
  const inFront =
    fields.length === 1 && first && first.name.text === segment.field.name.text
      ? [insertion(start + first.range.start, `${printInline(drafts[0] ?? newField('', ''))} `)]
      : [];
  return [
    ...offer(title, [joined(added), ...removals(context, fields)]),
    ...(inFront.length > 0
      ? offer(`${title}, at its start`, [...inFront, ...removals(context, fields)])
      : []),
  ];
}

function intoNew(context: FixContext, segment: PathSegment, target: string): Fix[] {
  const start = context.path?.start ?? 0;
  const { text } = context.document;
  const descriptor = descriptorOf(context, segment, target);
  if (!descriptor) return [];
  const fields = lost(segment, descriptor);
  const [first] = fields;
  const drafts = fields.map((field) => draftOf(text, field, start)).filter((one) => one !== undefined);
  if (!first || drafts.length !== fields.length) return [];
  const edit = replaceField(text, shift(first.range, start), newField(target, drafts));
  return offer(`Move ${listed(fields)} into ${article(target)} \`${target}\``, [
    edit,
    ...removals(context, fields.slice(1)),
  ]);
}

/** The field and its siblings that the enclosing message lacks and the target has; the first of each name. */
function lost({ siblings, holder, field }: PathSegment, target: MessageDescriptor): FieldNode[] {
  const names = new Set<string>();
  return siblings.filter((one) => {
    const name = one.name.text;
    if (holder.fields.has(name) || !target.fields.has(name)) return false;
    const repeated = target.fields.get(name)?.label === 'repeated';
    if (names.has(name) && !repeated) return one === field;
    names.add(name);
    return true;
  });
}

/** Moves the field out of the enclosing message, after it. */
function moveOut(context: FixContext, segments: readonly PathSegment[]): Fix[] {
  const segment = segments.at(-1);
  const start = context.path?.start ?? 0;
  const { text } = context.document;
  if (!segment) return [];
  const name = segment.field.name.text;
  const outer = segments.slice(0, -1).findLast(({ holder, body }) => body && holder.fields.has(name));
  const inner = outer && onlyMessage(outer.field);
  const single = outer?.holder.fields.get(name)?.label !== 'repeated';
  if (!outer?.body || !inner || (single && outer.siblings.some((one) => one.name.text === name))) return [];
  const moved = draftOf(text, segment.field, start);
  const target = segments[segments.indexOf(outer) - 1]?.field.name.text ?? '';
  const edit = moved && addField(text, outer.body, moved, shift(outer.field.range, start));
  return offer(`Move \`${name}\` out to \`${target}\``, [edit, ...removals(context, [segment.field])]);
}

/** Moves the field into a sibling of the enclosing message. */
function moveBeside(context: FixContext, segments: readonly PathSegment[]): Fix[] {
  const [outer, segment] = [segments.at(-2), segments.at(-1)];
  if (!outer || !segment) return [];
  const start = context.path?.start ?? 0;
  const { text } = context.document;
  const target = outer.siblings.find(
    (one) =>
      one !== outer.field &&
      descriptorOf(context, outer, one.name.text)?.fields.has(segment.field.name.text) &&
      hasRoom(one, segment.field),
  );
  const node = target && onlyMessage(target);
  const body = node && messageBody(node, start);
  const moved = draftOf(text, segment.field, start);
  if (!target) return besideAnew(context, outer, segment);
  if (!body || !moved) return [];
  const edits = [addField(text, body, moved), ...removals(context, [segment.field])];
  return offer(`Move \`${segment.field.name.text}\` into \`${target.name.text}\``, edits);
}

/** Moves the fields into a new `param`, before the parameters that contain them. */
function besideAnew(context: FixContext, outer: PathSegment, segment: PathSegment): Fix[] {
  const start = context.path?.start ?? 0;
  const { text } = context.document;
  const descriptor = descriptorOf(context, outer, 'param');
  const fields = descriptor ? lost(segment, descriptor) : [];
  const drafts = fields.map((field) => draftOf(text, field, start)).filter((one) => one !== undefined);
  if (!fields.includes(segment.field) || drafts.length !== fields.length || !outer.body) return [];
  const own = outer.siblings.indexOf(outer.field);
  const after = outer.siblings[own - 1];
  const edit = after && addField(text, outer.body, newField('param', drafts), shift(after.range, start));
  return offer(`Move ${listed(fields)} into a \`param\``, [edit, ...removals(context, fields)]);
}

function removals({ document, path }: FixContext, fields: readonly FieldNode[]): TextEdit[] {
  const start = path?.start ?? 0;
  return removeFields(
    document.text,
    fields.map(({ range }) => shift(range, start)),
  );
}

/** Merges insertions at one offset into one edit. */
function joined(edits: readonly TextEdit[]): TextEdit | undefined {
  const [first] = edits;
  return first && { range: first.range, newText: edits.map(({ newText }) => newText).join('') };
}

function article(name: string): string {
  return /^[aeiou]/u.test(name) ? 'an' : 'a';
}

function listed(fields: readonly FieldNode[]): string {
  const names = [...new Set(fields.map(({ name }) => `\`${name.text}\``))];
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function remove(context: FixContext, { field }: PathSegment): Fix[] {
  return offer(`Remove \`${field.name.text}\``, removals(context, [field]));
}
