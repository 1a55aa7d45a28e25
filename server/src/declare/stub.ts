import { findNodeAtLocation, type ModificationOptions, modify } from 'jsonc-parser';
import { lineEnd, type TextEdit } from '../text/edit.ts';
import { DeclarationDiagnostics } from './diagnostics.ts';
import { parseJson, withoutMark } from './json.ts';

/** The numbers of bottoms and tops of a layer. */
interface Example {
  readonly bottoms: number;
  readonly tops: number;
}

/**
 * Edits that add a declaration to the text of a `caffe-prototxt.json`, to be completed by hand: with the numbers of
 * bottoms and tops of the example, and each top like a bottom. Existing comments and order are kept. An empty text
 * becomes a complete file. None if the type is already declared or the text is not such a file.
 */
export function declareStub(text: string, type: string, example: Example): readonly TextEdit[] {
  const diagnostics = new DeclarationDiagnostics();
  const root = parseJson(text, diagnostics);
  if (diagnostics.list.length > 0) return [];
  if (!root)
    return [{ range: { start: text.length, end: text.length }, newText: newFile(text, type, example) }];
  const layers = findNodeAtLocation(root, ['layers']);
  const isFile = root.type === 'object' && (layers?.type ?? 'object') === 'object';
  if (!isFile || findNodeAtLocation(root, ['layers', type])) return [];
  return modify(withoutMark(text), ['layers', type], stubOf(example), optionsFor(text)).map(
    ({ offset, length, content }) => ({
      range: { start: offset, end: offset + length },
      newText: content,
    }),
  );
}

/** A complete file, to append after existing comments. */
function newFile(text: string, type: string, example: Example): string {
  const eol = lineEnd(text);
  const [file] = modify('', ['layers', type], stubOf(example), optionsFor(text));
  const lead = text === '' || text.endsWith('\n') ? '' : eol;
  return `${lead}${file?.content ?? ''}${eol}`;
}

function stubOf({ bottoms, tops }: Example): object {
  const shape = (index: number) => (bottoms === 0 ? '?' : `bottom[${Math.min(index, bottoms - 1)}]`);
  return { doc: '', bottoms, tops, shapes: Array.from({ length: tops }, (_, index) => shape(index)) };
}

/** New names are first, before the comments of other entries. */
function optionsFor(text: string): ModificationOptions {
  return {
    formattingOptions: { insertSpaces: !/^\t/m.test(text), tabSize: 2, eol: lineEnd(text) },
    getInsertionIndex: ([first]) => (first === '$schema' ? 1 : 0),
  };
}
