import { statedRoot } from '../../document/directives.ts';
import type { Document } from '../../document/document.ts';
import type { MessageDescriptor } from '../../schema/descriptor.ts';
import type { RootName } from '../../schema/root.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { Range } from '../../text/range.ts';

/** The top-level fields with a value and their ranges in the file, without the one at an offset. */
export function finishedFields({ tree }: Document, offset: number): Finished[] {
  return [...fieldsOf(tree)]
    .filter(({ field, range }) => field.value && !isWritten({ range }, offset))
    .map(({ field, range }) => ({ field, range }));
}

/** A field with a value, and its range in the file. */
interface Finished {
  readonly field: FieldNode;
  readonly range: Range;
}

/** Whether an offset is in a field. */
export function isWritten({ range }: Pick<FieldNode, 'range'>, offset: number): boolean {
  return range.start === offset || (range.start < offset && offset < range.end);
}

/** The possible messages of a file: both net and solver if its finished fields fit both. */
export function rootsOf(
  { root, schema, directives }: Document,
  finished: readonly FieldNode[],
): MessageDescriptor[] {
  const known = root ? [root] : [];
  const others = (['NetParameter', 'SolverParameter'] as const).filter((name) => name !== root);
  const messagesOf = (names: readonly RootName[]) => names.flatMap((name) => schema.message(name) ?? []);
  if (statedRoot(directives)) return messagesOf(known);
  const fitting = messagesOf([...known, ...others]).filter(({ fields }) =>
    finished.every(({ name }) => fields.has(name.text)),
  );
  return fitting.length > 0 ? fitting : messagesOf(known);
}
