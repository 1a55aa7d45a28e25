import type { WorkspaceEdit } from 'vscode-languageserver';
import { declareStub } from '../../declare/stub.ts';
import type { DeclareTask } from '../../features/types.ts';
import { toTextEdit } from '../convert/features.ts';
import type { Session } from '../session.ts';

/** The edit that adds a layer to the declarations of a document; undefined if it is impossible. */
export function declareLayerEdit(
  session: Session,
  uri: string,
  { name, ...example }: DeclareTask,
): WorkspaceEdit | undefined {
  const declarations = session.contexts.declarationsOf(uri);
  if (!declarations || (declarations.text === undefined && !session.capabilities.createsFiles))
    return undefined;
  const { file, text: written = '' } = declarations;
  const text = session.texts.create({ uri: session.uriOf(file), version: 0, text: written });
  const edits = declareStub(written, name, example).map((edit) => toTextEdit(edit, text));
  if (edits.length === 0) return undefined;
  if (declarations.text !== undefined) return { changes: { [text.uri]: edits } };
  const textDocument = { uri: text.uri, version: null };
  return {
    documentChanges: [
      { kind: 'create', uri: text.uri },
      { textDocument, edits },
    ],
  };
}
