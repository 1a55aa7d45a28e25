import { Disposable, DocumentLink, type Event, EventEmitter, languages, Range, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Sides } from '../../server/src/features/compare/types.ts';
import type { ComparisonAnswer } from '../../server/src/lsp/protocol.ts';
import { linkTo, showBeside } from './beside.ts';
import { type ComparedNets, comparedNets, comparisonScheme, comparisonUri } from './comparisonUri.ts';
import { repositoryOf } from './git.ts';
import { request } from './messages.ts';
import { readOther } from './otherNet.ts';

/** Shows comparisons of nets; they update with the nets. */
export interface ComparisonView extends Disposable {
  show(nets: ComparedNets): Promise<void>;
}

/** A comparison that is shown, and the files with its layers. */
interface Shown {
  readonly lines: ComparisonAnswer['lines'];
  readonly files: Partial<Sides<Uri>>;
}

/** Registers the provider of the documents that show comparisons. */
export function createComparisonView(
  client: BaseLanguageClient,
  summaryChanges: Event<string>,
): ComparisonView {
  const changed = new EventEmitter<Uri>();
  const shown = new Map<string, Shown>();
  const provider = workspace.registerTextDocumentContentProvider(comparisonScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => {
      const { text, ...answer } = await compare(client, comparedNets(uri));
      shown.set(uri.toString(), answer);
      return text;
    },
  });
  const links = languages.registerDocumentLinkProvider(
    { scheme: comparisonScheme },
    { provideDocumentLinks: ({ uri }) => layerLinks(shown.get(uri.toString())) },
  );
  const update = (isAffected: (nets: ComparedNets) => boolean) => {
    for (const { uri } of workspace.textDocuments)
      if (uri.scheme === comparisonScheme && isAffected(comparedNets(uri))) changed.fire(uri);
  };
  const repositories = new RepositoryChanges(() => update(({ other }) => other.kind === 'head'));
  const listeners = Disposable.from(
    summaryChanges((uri) => update(({ net, other }) => net === uri || isFile(other, uri))),
    workspace.onDidSaveTextDocument(({ uri }) =>
      update(({ net, other }) => other.kind === 'saved' && net === uri.toString()),
    ),
    workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri.toString())),
  );
  return {
    show: async (nets) => {
      if (nets.other.kind === 'head') await repositories.follow(Uri.parse(nets.net));
      await showBeside(comparisonUri(nets), 'caffe-comparison');
    },
    dispose: () => Disposable.from(provider, links, listeners, repositories, changed).dispose(),
  };
}

function isFile(other: ComparedNets['other'], uri: string): boolean {
  return other.kind === 'file' && other.uri === uri;
}

/** Calls a function when a followed repository changes, as after a commit. */
class RepositoryChanges implements Disposable {
  private readonly changed: () => void;
  private readonly followed = new Map<object, Disposable>();

  constructor(changed: () => void) {
    this.changed = changed;
  }

  async follow(file: Uri): Promise<void> {
    const repository = await repositoryOf(file);
    if (repository && !this.followed.has(repository))
      this.followed.set(repository, repository.state.onDidChange(this.changed));
  }

  dispose(): void {
    for (const listener of this.followed.values()) listener.dispose();
  }
}

/** The comparison as a text, with its lines. */
async function compare(
  client: BaseLanguageClient,
  nets: ComparedNets,
): Promise<Shown & { readonly text: string }> {
  const nothing = (text: string) => ({ text: `${text}\n`, lines: [], files: {} });
  if (!client.isRunning()) return nothing('The language server is not running.');
  try {
    // The server only answers about documents that are open.
    await workspace.openTextDocument(Uri.parse(nets.net));
    const other = await readOther(client, nets);
    if ('problem' in other) return nothing(other.problem);
    const { text, uri, isOlder, labels, files } = other;
    const answer = await request(client, 'caffePrototxt/compare', {
      textDocument: { uri: nets.net },
      other: { uri, text },
      isOtherOlder: isOlder,
      labels,
    });
    if (!answer) return nothing('This file is not a net.');
    if (answer.problem !== undefined) return nothing(answer.problem);
    return { text: textOf(answer), lines: answer.lines, files };
  } catch (error) {
    return nothing(`The nets cannot be compared: ${error instanceof Error ? error.message : error}`);
  }
}

function textOf({ lines }: ComparisonAnswer): string {
  return lines.map((parts) => `${parts.map(({ text }) => text).join('')}\n`).join('');
}

/** Links from the names of layers to the layers. */
function layerLinks({ lines, files }: Shown = { lines: [], files: {} }): DocumentLink[] {
  return lines.flatMap((parts, line) => {
    let end = 0;
    return parts.flatMap(({ text, layer }) => {
      const start = end;
      end += text.length;
      const file = layer && files[layer.side];
      if (!file) return [];
      return [new DocumentLink(new Range(line, start, line, end), linkTo(file, layer.range.start))];
    });
  });
}
