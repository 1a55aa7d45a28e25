import * as lsp from 'vscode-languageserver';
import { createDocument } from '../../document/document.ts';
import { type Host, readText } from '../../workspace/host.ts';
import { type FileRenaming, mayName, renamedNames } from '../../workspace/renamedFiles.ts';
import { type TextEdits, toEdits, toFilesEdit } from '../convert/edits.ts';
import { renamesFiles } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import type { Text } from '../texts.ts';

/** The limits of the files that are searched for names. */
const [mostFiles, mostCharacters] = [5000, 50_000_000];

/** The files and folders whose renaming the editor announces. */
export const renamedFiles: lsp.FileOperationRegistrationOptions = {
  filters: [{ scheme: 'file', pattern: { glob: '**/*' } }],
};

/** Answers the announcement of renamed files with edits of the nets and solvers that name them. */
export function answerFileRenaming(handlers: Handlers, session: Session): void {
  handlers.onRequest(lsp.WillRenameFilesRequest.method, renamesFiles, async ({ files }, token) => {
    const edits = await editsOf(renamingsOf(files, session.contexts.host), session, token);
    return edits.length === 0 ? null : toFilesEdit(edits, session.capabilities);
  });

  handlers.onNotification(lsp.DidRenameFilesNotification.method, renamesFiles, async ({ files }) => {
    await session.filesChanged(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]));
    // A renamed folder may contain solvers.
    await session.findSolvers();
  });
}

function renamingsOf(files: readonly lsp.FileRename[], host: Host): FileRenaming[] {
  return files.flatMap(({ oldUri, newUri }) => {
    const [from, to] = [oldUri, newUri].map((uri) => host.path(uri));
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

async function editsOf(
  renamings: readonly FileRenaming[],
  session: Session,
  token: lsp.CancellationToken,
): Promise<TextEdits[]> {
  const found: TextEdits[] = [];
  if (renamings.length === 0) return found;
  for await (const text of textsOf(session)) {
    if (token.isCancellationRequested) return [];
    const written = text.getText();
    if (!mayName(written, renamings)) continue;
    const settings = session.settingsOf(text.uri).analysis;
    const document = createDocument({ uri: text.uri, version: text.version, text: written, settings });
    const edits = document.root ? await renamedNames(document, renamings, session.contexts.host) : [];
    if (edits.length > 0 && text.getText() === written) found.push(toEdits(edits, text));
  }
  return found;
}

/** The open documents, then the other files of the workspace. */
async function* textsOf(session: Session): AsyncGenerator<Text> {
  const { texts, uriOf } = session;
  const { host } = session.contexts;
  const open = new Set(texts.uris());
  for (const uri of open) {
    const text = texts.get(uri);
    if (text) yield text;
  }
  let [files, characters] = [0, 0];
  for await (const path of host.prototxtFiles()) {
    const uri = uriOf(path);
    const read = open.has(uri) ? undefined : await readText(host, path);
    if (!read || !('text' in read)) continue;
    files += 1;
    characters += read.text.length;
    if (files > mostFiles || characters > mostCharacters) return;
    yield texts.create({ uri, version: 0, text: read.text });
  }
}
