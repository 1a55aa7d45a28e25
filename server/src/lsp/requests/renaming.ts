import * as lsp from 'vscode-languageserver';
import type { Document } from '../../document/document.ts';
import { linkedRanges } from '../../features/navigation/linked.ts';
import { rename, renameableAt } from '../../features/navigation/rename.ts';
import { renameElsewhere, type SharedName, sharedNameAt } from '../../features/navigation/renameElsewhere.ts';
import { type TextEdits, toEdits, toFilesEdit } from '../convert/edits.ts';
import { lineOf, toRange } from '../convert/features.ts';
import { hasPosition, renames } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import type { Text } from '../texts.ts';
import { currentText } from './solverNets.ts';

/** Answers requests that change names. */
export function answerRenaming(handlers: Handlers, session: Session): void {
  handlers.onRequest(lsp.PrepareRenameRequest.method, hasPosition, ({ textDocument, position }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const found = renameableAt(document, text.offsetAt(position), session.stateOf(document));
      return found ? { range: toRange(found.range, text), placeholder: found.name } : null;
    }),
  );

  handlers.onRequest(lsp.RenameRequest.method, renames, async (params, token) => {
    const { textDocument, position, newName } = params;
    const others = await session.reply(textDocument.uri, token, (document, text) =>
      renamedElsewhere(session, document, text.offsetAt(position), newName),
    );
    if (!Array.isArray(others)) return others;
    return session.reply(textDocument.uri, token, (document, text) => {
      const found = rename(document, text.offsetAt(position), session.stateOf(document), newName);
      if (!found) return null;
      if ('problem' in found) return refused({ ...found, file: undefined });
      const refusal = others.find((each) => 'problem' in each);
      if (refusal) return refused(refusal);
      if (found.warning !== undefined) session.warn(found.warning);
      const edits = [
        toEdits(found.edits, text),
        ...others.flatMap((each) => ('edits' in each ? each.edits : [])),
      ];
      return toFilesEdit(edits, session.capabilities);
    });
  });

  handlers.onRequest(lsp.LinkedEditingRangeRequest.method, hasPosition, ({ textDocument, position }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const ranges = linkedRanges(document, text.offsetAt(position), session.stateOf(document));
      if (ranges.length < 2) return null;
      // A name may contain anything but quotes.
      return { ranges: ranges.map((range) => toRange(range, text)), wordPattern: '[^"\'\\\\\\r\\n]*' };
    }),
  );
}

/** The edits of another net, or why it does not allow a renaming. */
type OtherRenaming = { readonly edits: TextEdits } | Refusal;

interface Refusal {
  readonly problem: string;
  /** The name of the file, if it is not the document itself. */
  readonly file: string | undefined;
}

/** Renames in the nets that solvers build together with a net. */
async function renamedElsewhere(
  session: Session,
  document: Document,
  offset: number,
  name: string,
): Promise<OtherRenaming[]> {
  const shared = sharedNameAt(document, offset, session.stateOf(document));
  if (!shared || name === shared.name) return [];
  const renamed: OtherRenaming[] = [];
  for (const file of await session.contexts.joinedWith(document.uri)) {
    const text = await currentText(file, session);
    const found = text && (await renamedIn(session, text, shared, name));
    if (found) renamed.push(found);
  }
  return renamed;
}

async function renamedIn(
  session: Session,
  text: Text,
  shared: SharedName,
  name: string,
): Promise<OtherRenaming | undefined> {
  const other = await session.others.open(text, session.settingsOf(text.uri).analysis);
  const found = renameElsewhere(other, shared, name);
  if (!found) return undefined;
  if ('problem' in found) return { problem: found.problem, file: text.uri.replace(/^.*\//u, '') };
  return { edits: toEdits(found.edits, text) };
}

function refused({ problem, file }: Refusal): lsp.ResponseError<void> {
  const where = file === undefined ? '' : `${file}, which is trained together with this net: `;
  return new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, lineOf(`${where}${problem}`));
}
