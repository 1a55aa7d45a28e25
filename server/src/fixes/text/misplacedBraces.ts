import { insertion, removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { indentAt, lineStart, styleOf } from '../../edit/style.ts';
import { findLayer } from '../../layers/registry.ts';
import { messageOf } from '../../schema/unknown.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { fieldsOf, nodeAt } from '../../syntax/parse.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { fieldPathOf, onlyMessage, type PathSegment } from '../helpers/fieldPath.ts';
import { offer } from '../helpers/offer.ts';

/** A field in the wrong message because of a missing or surplus brace. */
export const misplacedBraces: Fixer = {
  checks: ['text/unknown-field', 'text/non-repeated-duplicate'],
  doc: 'Inserts the missing brace, or the line with it, before the field, or removes a surplus brace.',
  fixes(context) {
    const segment = fieldPathOf(context).at(-1);
    if (!context.path || !segment) return [];
    const ways = braceCloses(context) ? [closedEarly, openBefore] : [closeBefore, openedTwice];
    return bestFirst(
      context,
      ways.flatMap((way) => way(context, segment)),
    );
  },
};

/** Whether a later brace closes nothing. */
function braceCloses({ document, range }: FixContext): boolean {
  return document
    .textErrors()
    .some(
      (error) =>
        error.check === 'text/expected-identifier' &&
        error.range.start > range.start &&
        document.text[error.range.start] === '}',
    );
}

/** The message that ends before the field has such a field, so its closing brace is surplus. */
function closedEarly({ document, path, ...place }: FixContext, { field, siblings }: PathSegment): Fix[] {
  if (!path) return [];
  const all =
    path.fields.length === 1
      ? [...fieldsOf(document.tree)]
      : siblings.map((one) => ({ block: path.block, field: one }));
  const before = all[all.findIndex((one) => one.field === field) - 1];
  const close = before && onlyMessage(before.field)?.close;
  if (!close) return [];
  const range = document.rangeOf({ block: before.block, range: close });
  const inner = fieldPathOf({ ...place, document, path: nodeAt(document.tree, range.start - 1) });
  const holder = inner.findLast((one) => one.field === before.field)?.known;
  const takes = holder && messageOf(holder, document.schema)?.fields;
  if (!takes?.has(field.name.text)) return [];
  return offer(`Remove the \`}\` before \`${field.name.text}\``, [removeField(document.text, range)]);
}

/** Whether a brace around the range is never closed, so that later braces close the wrong messages. */
function braceOpens({ document, path, range }: FixContext): boolean {
  const start = path?.start ?? 0;
  return document
    .textErrors()
    .some(
      (error) =>
        error.check === 'text/expected-identifier' &&
        error.range.start >= start &&
        error.range.start < range.start &&
        /[{<]/u.test(document.text.charAt(error.range.start)),
    );
}

/** The enclosing message is not closed: it ends before the field, which it does not have. */
function closeBefore(context: FixContext, segment: PathSegment): Fix[] {
  const { document, path } = context;
  const { text } = document;
  const outer = path?.fields.at(-2);
  const message = outer && onlyMessage(outer);
  const before = segment.siblings[segment.siblings.indexOf(segment.field) - 1];
  if (!path || !message || !before || !(message.close === undefined || braceOpens(context))) return [];
  const { start } = path;
  const [open, end] = [start + message.open.start, start + before.range.end];
  const mark = text[open] === '<' ? '>' : '}';
  const alone = text.slice(open, end).includes('\n');
  const newText = alone ? `${styleOf(text).eol}${indentAt(text, open)}${mark}` : ` ${mark}`;
  return offer(`Insert the missing \`${mark}\` before \`${segment.field.name.text}\``, [
    insertion(end, newText),
  ]);
}

/** `pooling_param {` twice. */
function openedTwice({ document: { text }, path }: FixContext, { field }: PathSegment): Fix[] {
  const message = onlyMessage(field);
  if (!path || !message || path.fields.at(-2)?.name.text !== field.name.text) return [];
  const { start } = path;
  const range = { start: start + field.range.start, end: start + message.open.end };
  return offer(`Remove the second \`${field.name.text} {\``, [removeField(text, range)]);
}

/** The line that opens the field's message is missing, and its brace closes nothing. */
function openBefore(context: FixContext, segment: PathSegment): Fix[] {
  const { document, path } = context;
  const { text, schema } = document;
  const name = segment.field.name.text;
  const outside = path?.fields.length === 1;
  const type = segment.siblings.find((field) => field.name.text === 'type')?.value;
  const own = type?.kind === 'scalar' ? findLayer(type.text, document.dialect)?.paramField : undefined;
  const takers = [...segment.holder.fields.values()]
    .filter((field) => messageOf(field, schema)?.fields.has(name))
    .map((field) => field.name)
    .toSorted((one, other) => Number(other === own) - Number(one === own));
  const targets = outside ? ['layer'] : takers.slice(0, 4);
  const at = outside ? firstOfLayer(context) : (path?.start ?? 0) + segment.field.range.start;
  const head = lineStart(text, at);
  if (text.slice(head, at).trim() !== '') return [];
  return targets.flatMap((target) =>
    offer(`Insert \`${target} {\` before \`${wordAt(text, at)}\``, [
      insertion(at, `${target} {${styleOf(text).eol}${text.slice(head, at)}`),
    ]),
  );
}

function wordAt(text: string, offset: number): string {
  return /^\w+/u.exec(text.slice(offset, offset + 60))?.[0] ?? '';
}

/** The start of the layer fields at the top level: the last `name` among them. */
function firstOfLayer({ document: { tree, schema }, range }: FixContext): number {
  const known = (field: FieldNode) => schema.message('LayerParameter')?.fields.has(field.name.text);
  let first = range.start;
  for (const {
    field,
    range: { start },
  } of [...fieldsOf(tree)].toReversed()) {
    if (start >= first) continue;
    if (!known(field)) break;
    first = start;
    if (field.name.text === 'name') break;
  }
  return first;
}
