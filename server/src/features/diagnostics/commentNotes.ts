import { type Directive, directiveNames } from '../../document/directives.ts';
import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { indentAt, lineStart } from '../../edit/style.ts';
import { unknownDialect } from '../../schema/dialectName.ts';
import { nearest } from '../../schema/nearest.ts';
import { lineEnd } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import type { Diagnostic } from '../types.ts';
import { replacementFix } from './replacementFix.ts';

/** Warnings about comments that configure the tool, but have no effect. */
export function commentNotes(document: Document): Diagnostic[] {
  return [
    ...nameNotes(document),
    ...dialectNotes(document),
    ...stateNotes(document),
    ...shapeNotes(document),
    ...hiddenNotes(document),
    ...repeatedNotes(document),
  ];
}

function note(code: string, message: string, range: Range, fixes?: () => readonly Fix[]): Diagnostic {
  return { severity: 'warning', code, message, range, layer: null, states: [], ...(fixes && { fixes }) };
}

/** Misspelled names of comments. */
function nameNotes({ text, directives }: Document): Diagnostic[] {
  return directives.otherNames.flatMap(({ value, range }) => {
    const meant = nearest(value.trim(), directiveNames);
    if (!meant) return [];
    const message = `This comment has no effect. Did you mean \`# ${meant}:\`?`;
    return [note('comment/name', message, range, () => replacementFix(text, range, meant, 'comment/name'))];
  });
}

/** The first unknown fork of the dialect, or of a mix. */
function dialectNotes({ text, directives }: Document): Diagnostic[] {
  const { dialect } = directives;
  const wrong = dialect && unknownDialect(dialect.value);
  if (!wrong) return [];
  const start = dialect.range.start + wrong.start;
  const range = { start, end: start + wrong.name.length };
  return [
    note('comment/dialect', wrong.message, range, () =>
      replacementFix(text, range, wrong.guess, 'comment/dialect'),
    ),
  ];
}

function stateNotes({ directives: { states } }: Document): Diagnostic[] {
  return states.flatMap(({ state, value, range }) => {
    const message = `\`${value}\` is not a state. Expected a phase, then optionally the level and stages: \`TEST level=1 deploy\`.`;
    return state ? [] : [note('comment/state', message, range)];
  });
}

/** Shapes of blobs that the net does not have, and comments that begin like one for a blob of the net. */
function shapeNotes(document: Document): Diagnostic[] {
  const { text, root, directives } = document;
  const { shapes, otherShapes } = directives;
  if (root !== 'NetParameter' || shapes.size + otherShapes.length === 0) return [];
  const { layers } = document.netInput().upgraded;
  const blobs = new Set(layers.flatMap(({ facts }) => [...facts.tops, ...facts.bottoms]));
  const ofOthers = [...shapes].flatMap(([blob, { name }]) => {
    if (blobs.has(blob)) return [];
    const guess = nearest(blob, blobs);
    const help = guess ? ` Did you mean \`${guess}\`?` : '';
    return [
      note('comment/shape', `The net has no blob \`${blob}\`.${help}`, name, () =>
        replacementFix(text, name, guess, 'comment/shape'),
      ),
    ];
  });
  const malformed = otherShapes.flatMap(({ name, rest }) => {
    if (!blobs.has(name.value)) return [];
    const message = `A shape is a size for each axis, such as \`# shape: ${name.value} 1x3x224x224\`.`;
    return [note('comment/shape', message, rest.value === '' ? name.range : rest.range)];
  });
  return [...ofOthers, ...malformed];
}

function hiddenNotes({ text, directives }: Document): Diagnostic[] {
  return directives.hidden.map((comment) =>
    note(
      'comment/after-text',
      'This comment has no effect after other text. Move it to its own line.',
      comment.range,
      () => [moveUp(text, comment)],
    ),
  );
}

function moveUp(text: string, { value, range }: Directive): Fix {
  const line = lineStart(text, range.start);
  const space = /[ \t]*$/u.exec(text.slice(line, range.start))?.[0].length ?? 0;
  const edits = [
    { range: { start: line, end: line }, newText: `${indentAt(text, range.start)}${value}${lineEnd(text)}` },
    { range: { start: range.start - space, end: range.end }, newText: '' },
  ];
  return { title: 'Move the comment to its own line', edits, preferred: true };
}

function repeatedNotes({ directives: { repeated } }: Document): Diagnostic[] {
  const message = 'This comment has no effect: only the first one of its kind in the file has.';
  return repeated.map(({ range }) => note('comment/repeated', message, range));
}
