import { Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Sides } from '../../server/src/features/compare/types.ts';
import { type ComparedNets, fileName } from './comparisonUri.ts';
import { repositoryOf } from './git.ts';
import { request } from './messages.ts';

/** The text of the net that a net is compared with, or the reason why there is none. */
export type OtherText =
  | {
      readonly text: string;
      /** The URI that decides its workspace context. */
      readonly uri: string;
      readonly isOlder: boolean;
      /** The names of both nets. */
      readonly labels: Sides<string>;
      /** The files with the layers of both nets, where they are files. */
      readonly files: Partial<Sides<Uri>>;
    }
  | { readonly problem: string };

/** Reads the net that a net is compared with. */
export async function readOther(
  client: BaseLanguageClient,
  { net, other }: ComparedNets,
): Promise<OtherText> {
  const own = Uri.parse(net);
  const name = fileName(net);
  const older = { uri: net, isOlder: true, files: { after: own } };
  switch (other.kind) {
    case 'file': {
      const uri = Uri.parse(other.uri);
      const text = await shownText(uri);
      const labels = { before: workspace.asRelativePath(own), after: workspace.asRelativePath(uri) };
      return { text, uri: other.uri, isOlder: false, labels, files: { before: own, after: uri } };
    }
    case 'saved':
      return { ...older, text: await savedText(own), labels: { before: `${name} (saved)`, after: name } };
    case 'head': {
      const repository = await repositoryOf(own);
      if (!repository) return { problem: `${name} is not in a git repository that is open in the editor.` };
      const text = await repository.show('HEAD', own.fsPath).catch(() => undefined);
      if (text === undefined) return { problem: `Git HEAD has no ${name}.` };
      return { ...older, text, labels: { before: `${name} (HEAD)`, after: name } };
    }
    case 'deploy': {
      const answer = await request(client, 'caffePrototxt/deploy', {
        textDocument: { uri: net },
        shapes: other.shapes,
      });
      if (answer?.text === undefined) return { problem: answer?.problem ?? `${name} is not a net.` };
      const labels = { before: name, after: `deployment net of ${name}` };
      return { text: answer.text, uri: net, isOlder: false, labels, files: { before: own } };
    }
  }
}

/** The text of a file as the editor has it, otherwise as it is on disk. */
async function shownText(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : savedText(uri);
}

async function savedText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}
