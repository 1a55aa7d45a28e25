import { removeField, removeFields } from '../../edit/fields.ts';
import { quoted } from '../../edit/newField.ts';
import { solverTypeOf } from '../../net/solver/solver.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import type { TextEdit } from '../../text/edit.ts';
import { shift } from '../../text/range.ts';

/** A deprecated field with the fields of its message, in a block that begins at `start`. */
interface Old {
  readonly field: FieldNode;
  readonly siblings: readonly FieldNode[];
  readonly text: string;
  readonly start: number;
}

interface Rewrite {
  /** The name of the replacement. */
  readonly replacement: string;
  /** None if the value cannot be converted. */
  edits(old: Old): readonly TextEdit[];
  /** Whether the value stays the same; true by default. */
  isSafe?(old: Old): boolean;
}

const rewrites: Readonly<Record<string, Rewrite>> = {
  'ConcatParameter.concat_dim': { replacement: 'axis', edits: (old) => renamed(old, 'axis') },
  'SliceParameter.slice_dim': { replacement: 'axis', edits: (old) => renamed(old, 'axis') },
  'LossParameter.normalize': { replacement: 'normalization', edits: normalization },
  'SolverParameter.solver_type': { replacement: 'type', edits: solverType, isSafe: agrees },
  'DummyDataParameter.num': { replacement: 'shape', edits: dummyShape },
  'DummyDataParameter.channels': { replacement: 'shape', edits: dummyShape },
  'DummyDataParameter.height': { replacement: 'shape', edits: dummyShape },
  'DummyDataParameter.width': { replacement: 'shape', edits: dummyShape },
};

/** The conversion of a deprecated field to its replacement, if there is one. */
export function findRewrite(message: string, field: string): Rewrite | undefined {
  const key = `${message}.${field}`;
  return Object.hasOwn(rewrites, key) ? rewrites[key] : undefined;
}

function renamed({ field, siblings, start }: Old, newText: string): TextEdit[] {
  if (siblings.some(({ name }) => name.text === newText)) return [];
  return [{ range: shift(field.name.range, start), newText }];
}

function written({ field }: Old): string {
  return field.value?.kind === 'scalar' ? field.value.text : '';
}

function replaced({ field, start }: Old, newText: string): TextEdit[] {
  return [{ range: shift(field.range, start), newText }];
}

/** `normalization` has precedence if both are present. */
function normalization(old: Old): TextEdit[] {
  const { field, siblings, start, text } = old;
  if (siblings.some(({ name }) => name.text === 'normalization'))
    return [removeField(text, shift(field.range, start))];
  return replaced(
    old,
    `normalization: ${/^(?:t|true|True|1)$/u.test(written(old)) ? 'VALID' : 'BATCH_SIZE'}`,
  );
}

/** Caffe rejects a file with both `type` and `solver_type`. */
function solverType(old: Old): TextEdit[] {
  const { field, siblings, start, text } = old;
  if (siblings.some(({ name }) => name.text === 'type'))
    return [removeField(text, shift(field.range, start))];
  const name = solverTypeOf(written(old));
  return name ? replaced(old, `type: ${quoted(name)}`) : [];
}

/** Whether a `type` beside `solver_type` is the same. */
function agrees(old: Old): boolean {
  const own = old.siblings.find(({ name }) => name.text === 'type')?.value;
  return own === undefined || (own?.kind === 'scalar' && own.text === solverTypeOf(written(old)));
}

const axes = ['num', 'channels', 'height', 'width'];

/** Converts `num`, `channels`, `height` and `width`, if each is present once, to one `shape`. */
function dummyShape(old: Old): TextEdit[] {
  const { siblings, start, text } = old;
  const lists = axes.map((axis) => siblings.filter(({ name }) => name.text === axis));
  const own = lists.flat();
  const scalars = own.every(({ value }) => value?.kind === 'scalar');
  const [first] = own;
  if (!first || !scalars || lists.some((list) => list.length !== 1)) return [];
  if (siblings.some(({ name }) => name.text === 'shape')) return [];
  const dims = own.map(({ value }) => `dim: ${value?.kind === 'scalar' ? value.text : ''}`);
  const earliest = own.reduce((a, b) => (a.range.start <= b.range.start ? a : b));
  const others = own.filter((field) => field !== earliest).map(({ range }) => shift(range, start));
  return [
    { range: shift(earliest.range, start), newText: `shape { ${dims.join(' ')} }` },
    ...removeFields(text, others),
  ];
}
