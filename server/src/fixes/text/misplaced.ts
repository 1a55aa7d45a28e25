import { draft, inlineDraft } from '../../edit/draft.ts';
import { addField, insertion, messageBody, removeFields, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { findLayer } from '../../layers/registry.ts';
import type { MessageDescriptor } from '../../schema/descriptor.ts';
import { messageOf } from '../../schema/unknown.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import type { TextEdit } from '../../text/edit.ts';
import { shift } from '../../text/range.ts';
import type { Fixer, Place } from '../fixer.ts';
import { firstPreferred, offer } from '../helpers/offer.ts';
import { draftOf, onlyMessage, type Step, stepsOf } from '../helpers/steps.ts';

/** A field that its message does not have. */
export const misplaced: Fixer = {
  checks: ['text/unknown-field'],
  doc: 'Moves the field into the right message, renames the enclosing message, or removes the field.',
  fixes(place) {
    const steps = stepsOf(place);
    const step = steps.at(-1);
    if (!place.path || !step || step.known) return [];
    const moves = [
      ...renameHolder(place, steps),
      ...moveIn(place, steps),
      ...moveOut(place, steps),
      ...moveBeside(place, steps),
    ];
    return [...firstPreferred(moves), ...remove(place, step)];
  },
};

/** `pooling_param` with convolution parameters in a Convolution. */
function renameHolder(place: Place, steps: readonly Step[]): Fix[] {
  const holder = steps.at(-2);
  const layer = steps.at(-3);
  const wanted = holder && layer && paramOf(place, holder);
  if (!holder || !wanted || wanted === holder.field.name.text) return [];
  const right = descriptorOf(place, holder, wanted);
  const taken = holder.siblings.some(({ name }) => name.text === wanted);
  const fits = onlyMessage(holder.field)?.fields.every(({ name }) => right?.fields.has(name.text));
  if (taken || !fits) return [];
  const range = shift(holder.field.name.range, place.path?.start ?? 0);
  return offer(`Rename \`${holder.field.name.text}\` to \`${wanted}\``, [{ range, newText: wanted }]);
}

/** The parameter field of the enclosing layer's type. */
function paramOf({ document }: Place, { siblings }: Step): string | undefined {
  const type = siblings.find(({ name }) => name.text === 'type')?.value;
  if (type?.kind !== 'scalar') return undefined;
  const message = document
    .source()
    .upgraded.layers.find(({ field }) => field.value && holds(field, siblings));
  return findLayer(message?.message.text('type') ?? type.text, document.dialect)?.paramField;
}

function holds(field: FieldNode, siblings: readonly FieldNode[]): boolean {
  return onlyMessage(field)?.fields === siblings;
}

function descriptorOf({ document }: Place, { holder }: Step, name: string): MessageDescriptor | undefined {
  const known = holder.fields.get(name);
  return known && messageOf(known, document.schema);
}

/** Moves the field into an existing message next to it, or into a new one. */
function moveIn(place: Place, steps: readonly Step[]): Fix[] {
  const step = steps.at(-1);
  if (!step) return [];
  const name = step.field.name.text;
  const targets = [...step.holder.fields.keys()].filter((child) =>
    descriptorOf(place, step, child)?.fields.has(name),
  );
  const repeated = (child: string) =>
    descriptorOf(place, step, child)?.fields.get(name)?.label === 'repeated';
  const present = step.siblings.filter(
    (one) => targets.includes(one.name.text) && (repeated(one.name.text) || hasRoom(one, step.field)),
  );
  if (present.length > 0) return present.slice(0, 2).flatMap((target) => into(place, step, target));
  const own = paramOf(place, step);
  // `include` is more common than `exclude`.
  const usual = [own, 'param', 'include'];
  const made = targets.filter((target) => usual.includes(target) || targets.length === 1);
  return made.slice(0, 1).flatMap((target) => intoNew(place, step, target));
}

/** Whether a message does not have the field yet. */
function hasRoom(target: FieldNode, { name }: FieldNode): boolean {
  return onlyMessage(target)?.fields.every((one) => one.name.text !== name.text) ?? false;
}

/** Moves the field, and its siblings that are unknown here. */
function into(place: Place, step: Step, target: FieldNode): Fix[] {
  const node = onlyMessage(target);
  const start = place.path?.start ?? 0;
  const body = node && messageBody(node, start);
  const descriptor = descriptorOf(place, step, target.name.text);
  if (!body || !descriptor) return [];
  const fields = lost(step, descriptor).filter((one) => one === step.field || hasRoom(target, one));
  const drafts = fields
    .map((field) => draftOf(place.document.text, field, start))
    .filter((one) => one !== undefined);
  if (drafts.length !== fields.length) return [];
  const { text } = place.document;
  const added = drafts.map((one) => addField(text, body, one));
  const title = `Move ${listed(fields)} into \`${target.name.text}\``;
  const [first] = node.fields;
  const inFront =
    fields.length === 1 && first && first.name.text === step.field.name.text
      ? [insertion(start + first.range.start, `${inlineDraft(drafts[0] ?? draft('', ''))} `)]
      : [];
  return [
    ...offer(title, [joined(added), ...removals(place, fields)]),
    ...(inFront.length > 0 ? offer(`${title}, at its start`, [...inFront, ...removals(place, fields)]) : []),
  ];
}

function intoNew(place: Place, step: Step, target: string): Fix[] {
  const start = place.path?.start ?? 0;
  const { text } = place.document;
  const descriptor = descriptorOf(place, step, target);
  if (!descriptor) return [];
  const fields = lost(step, descriptor);
  const [first] = fields;
  const drafts = fields.map((field) => draftOf(text, field, start)).filter((one) => one !== undefined);
  if (!first || drafts.length !== fields.length) return [];
  const edit = replaceField(text, shift(first.range, start), draft(target, drafts));
  return offer(`Move ${listed(fields)} into ${article(target)} \`${target}\``, [
    edit,
    ...removals(place, fields.slice(1)),
  ]);
}

/** The field and its siblings that the enclosing message lacks and the target has; the first of each name. */
function lost({ siblings, holder, field }: Step, target: MessageDescriptor): FieldNode[] {
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
function moveOut(place: Place, steps: readonly Step[]): Fix[] {
  const step = steps.at(-1);
  const start = place.path?.start ?? 0;
  const { text } = place.document;
  if (!step) return [];
  const name = step.field.name.text;
  const outer = steps.slice(0, -1).findLast(({ holder, body }) => body && holder.fields.has(name));
  const inner = outer && onlyMessage(outer.field);
  const single = outer?.holder.fields.get(name)?.label !== 'repeated';
  if (!outer?.body || !inner || (single && outer.siblings.some((one) => one.name.text === name))) return [];
  const moved = draftOf(text, step.field, start);
  const target = steps[steps.indexOf(outer) - 1]?.field.name.text ?? '';
  const edit = moved && addField(text, outer.body, moved, shift(outer.field.range, start));
  return offer(`Move \`${name}\` out to \`${target}\``, [edit, ...removals(place, [step.field])]);
}

/** Moves the field into a sibling of the enclosing message. */
function moveBeside(place: Place, steps: readonly Step[]): Fix[] {
  const [outer, step] = [steps.at(-2), steps.at(-1)];
  if (!outer || !step) return [];
  const start = place.path?.start ?? 0;
  const { text } = place.document;
  const target = outer.siblings.find(
    (one) =>
      one !== outer.field &&
      descriptorOf(place, outer, one.name.text)?.fields.has(step.field.name.text) &&
      hasRoom(one, step.field),
  );
  const node = target && onlyMessage(target);
  const body = node && messageBody(node, start);
  const moved = draftOf(text, step.field, start);
  if (!target) return besideAnew(place, outer, step);
  if (!body || !moved) return [];
  const edits = [addField(text, body, moved), ...removals(place, [step.field])];
  return offer(`Move \`${step.field.name.text}\` into \`${target.name.text}\``, edits);
}

/** Moves the fields into a new `param`, before the parameters that contain them. */
function besideAnew(place: Place, outer: Step, step: Step): Fix[] {
  const start = place.path?.start ?? 0;
  const { text } = place.document;
  const descriptor = descriptorOf(place, outer, 'param');
  const fields = descriptor ? lost(step, descriptor) : [];
  const drafts = fields.map((field) => draftOf(text, field, start)).filter((one) => one !== undefined);
  if (!fields.includes(step.field) || drafts.length !== fields.length || !outer.body) return [];
  const own = outer.siblings.indexOf(outer.field);
  const behind = outer.siblings[own - 1];
  const edit = behind && addField(text, outer.body, draft('param', drafts), shift(behind.range, start));
  return offer(`Move ${listed(fields)} into a \`param\``, [edit, ...removals(place, fields)]);
}

function removals({ document, path }: Place, fields: readonly FieldNode[]): TextEdit[] {
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

function remove(place: Place, { field }: Step): Fix[] {
  return offer(`Remove \`${field.name.text}\``, removals(place, [field]));
}
