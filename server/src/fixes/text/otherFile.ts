import { insertion, removeFields } from '../../edit/fields.ts';
import { lineStart, lineStop } from '../../edit/style.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';

/** Solver fields in a net, or net fields in a solver. */
export const otherFile: Fixer = {
  checks: ['text/unknown-field'],
  doc: 'Comments out the fields that belong in the solver or net file, or removes them.',
  fixes(context) {
    const { document, path } = context;
    const other = others.find(({ root }) => root === document.root);
    const own = path?.fields.length === 1 ? path.fields[0] : undefined;
    if (!path || !other || !own) return [];
    const all = foreignFields(context, other.message);
    if (!all.some(({ start }) => start === path.start + own.range.start)) return [];
    const single = all.length === 1;
    const what = single ? `\`${own.name.text}\`` : `the ${all.length} ${other.words} fields`;
    const title = `Comment out ${what}`;
    const removals = single ? [] : removeFields(document.text, all);
    return [
      ...offer(title, comments(context, all), { preferred: true }),
      ...offer(`Remove ${what}`, removals),
    ];
  },
};

const others = [
  { root: 'NetParameter', message: 'SolverParameter', words: 'solver' },
  { root: 'SolverParameter', message: 'NetParameter', words: 'net' },
] as const;

/** Some fields also belong to layers: without a field that no layer has, they probably come from a layer. */
function foreignFields({ document: { schema, root, tree } }: FixContext, message: string): Range[] {
  const has = (holder: string, name: string) => schema.message(holder)?.fields.has(name) === true;
  const fields = [...fieldsOf(tree)].filter(
    ({ field: { name } }) => has(message, name.text) && !has(root ?? '', name.text),
  );
  const sure = fields.some(({ field }) => root !== 'NetParameter' || !has('LayerParameter', field.name.text));
  return sure ? fields.map(({ range }) => range) : [];
}

/** Inserts `#` before each line; impossible if one of the lines has other text. */
function comments({ document: { text } }: FixContext, fields: readonly Range[]): (TextEdit | undefined)[] {
  return fields.flatMap(({ start, end }) => {
    const before = text.slice(lineStart(text, start), start);
    const after = text.slice(end, lineStop(text, end));
    if (before.trim() !== '' || !/^[\s;,]*(?:#.*)?$/u.test(after)) return [undefined];
    const lines = [...text.slice(start, end).matchAll(/\n/gu)].map(({ index }) => start + index + 1);
    return [start, ...lines].map((line) => insertion(line, '# '));
  });
}
