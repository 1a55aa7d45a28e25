import * as lsp from 'vscode-languageserver';
import type { Document } from '../../document/document.ts';
import { formatRange } from '../../edit/format/format.ts';
import { formatDocument } from '../../edit/format/formatDocument.ts';
import type { FormatOptions } from '../../edit/format/options.ts';
import { nodeAt } from '../../syntax/parse.ts';
import { type Range, shift } from '../../text/range.ts';
import { fromRange, toTextEdit } from '../convert/features.ts';
import { formats, formatsRange, formatsTyped } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';

/** Answers the requests for the layout of a file, a range, and a message whose closing brace was typed. */
export function answerFormatting(handlers: Handlers, session: Session): void {
  const laidOut = (uri: string, { tabSize, insertSpaces }: Indentation): FormatOptions => ({
    ...session.settingsOf(uri).format,
    indent: insertSpaces ? ' '.repeat(Math.min(tabSize, widestIndent)) : '\t',
  });

  handlers.onRequest(lsp.DocumentFormattingRequest.method, formats, ({ textDocument, options }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      formatDocument(document, laidOut(textDocument.uri, options)).map((edit) => toTextEdit(edit, text)),
    ),
  );

  handlers.onRequest(
    lsp.DocumentRangeFormattingRequest.method,
    formatsRange,
    ({ textDocument, range, options }, token) =>
      session.reply(textDocument.uri, token, ({ tree }, text) =>
        formatRange(tree, fromRange(range, text), laidOut(textDocument.uri, options)).map((edit) =>
          toTextEdit(edit, text),
        ),
      ),
  );

  handlers.onRequest(
    lsp.DocumentOnTypeFormattingRequest.method,
    formatsTyped,
    ({ textDocument, position, options }, token) =>
      session.reply(textDocument.uri, token, (document, text) => {
        const closed = closedAt(document, text.offsetAt(position));
        const edits = closed ? formatRange(document.tree, closed, laidOut(textDocument.uri, options)) : [];
        return edits.map((edit) => toTextEdit(edit, text));
      }),
  );
}

type Indentation = Pick<lsp.FormattingOptions, 'tabSize' | 'insertSpaces'>;

/** In columns. */
const widestIndent = 16;

/** The field whose message was closed with the brace before an offset. */
function closedAt({ tree, text }: Document, offset: number): Range | undefined {
  if (text[offset - 1] !== '}') return undefined;
  const path = nodeAt(tree, offset - 1);
  const field = path?.fields.findLast(
    ({ value }) => value?.kind === 'message' && value.close?.end === offset - path.start,
  );
  return path && field && shift(field.range, path.start);
}
