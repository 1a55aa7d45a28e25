import type * as lsp from 'vscode-languageserver';
import type { TextEdit } from '../../text/edit.ts';
import type { ClientCapabilities } from '../capabilities.ts';
import type { Text } from '../texts.ts';
import { toTextEdit } from './features.ts';

/** The edits of a text; the version is 0 if it is not open. */
export interface TextEdits {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly lsp.TextEdit[];
}

/** The edits of a text in lines and columns. */
export function toEdits(edits: readonly TextEdit[], text: Text): TextEdits {
  return { uri: text.uri, version: text.version, edits: edits.map((edit) => toTextEdit(edit, text)) };
}

/** The edits of several files, with the versions of open ones if the editor checks them. */
export function toFilesEdit(
  files: readonly TextEdits[],
  { editsVersions }: Pick<ClientCapabilities, 'editsVersions'>,
): lsp.WorkspaceEdit {
  if (!editsVersions)
    return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, [...edits]])) };
  return {
    documentChanges: files.map(({ uri, version, edits }) => ({
      textDocument: { uri, version: version > 0 ? version : null },
      edits: [...edits],
    })),
  };
}
