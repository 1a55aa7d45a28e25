import type { Document } from '../../document/document.ts';
import { layerAt, layerExtent } from '../../document/layers.ts';
import { insertion } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { fileStart, indentAt, lineStart } from '../../edit/style.ts';
import { nodeAt } from '../../syntax/parse.ts';
import { lineEnd } from '../../text/edit.ts';
import type { Diagnostic } from '../types.ts';

/** Fixes that suppress a diagnostic by a comment: for its field, its layer or the file. */
export function suppressionFixes(document: Document, { code, range }: Diagnostic): Fix[] {
  const { text } = document;
  const layer = layerAt(document, range.start)?.layer;
  const layerStart = layer && layerExtent(document.tree, layer).start;
  const field = ownLineField(document, range.start);
  const head = insertion(fileStart(text), `# caffe-ignore-file: ${code}${lineEnd(text)}`);
  return [
    ...(field !== undefined && field !== layerStart
      ? [{ title: `Ignore \`${code}\` here`, edits: [commentAbove(text, field, code)] }]
      : []),
    ...(layerStart !== undefined && startsLine(text, layerStart)
      ? [{ title: `Ignore \`${code}\` in this layer`, edits: [commentAbove(text, layerStart, code)] }]
      : []),
    { title: `Ignore \`${code}\` in this file`, edits: [head] },
  ];
}

/** The start of the innermost field around an offset that is the first on its line. */
function ownLineField({ tree, text }: Document, offset: number): number | undefined {
  const path = nodeAt(tree, offset);
  const starts = path?.fields.map(({ range }) => path.start + range.start) ?? [];
  return starts.findLast((start) => startsLine(text, start));
}

function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

function commentAbove(text: string, offset: number, code: string) {
  return insertion(
    lineStart(text, offset),
    `${indentAt(text, offset)}# caffe-ignore: ${code}${lineEnd(text)}`,
  );
}
