import type { SymbolInformation } from 'vscode-languageserver';
import { lastOf } from '../text/letters.ts';
import { type Host, readText } from '../workspace/host.ts';
import { layerNames } from '../workspace/layerNames.ts';
import { lineOf, symbolKinds, toRange } from './convert/features.ts';
import type { Text, Texts, UriOf } from './texts.ts';

/** The limits of the index and of an answer. */
const [mostFiles, mostCharacters, mostFound] = [1000, 50_000_000, 500];

/** The layers of the nets of a workspace by name. Files are read when they are searched first, and after a change. */
export class NetIndex {
  private readonly texts: Texts;
  private readonly uriOf: UriOf;
  private files: Promise<ReadonlyMap<string, readonly SymbolInformation[]>> | undefined;

  constructor(texts: Texts, uriOf: UriOf) {
    this.texts = texts;
    this.uriOf = uriOf;
  }

  /** Forgets the files, because some have changed. */
  clear(): void {
    this.files = undefined;
  }

  /** The layers whose names contain the letters of a query in order; open documents as they are in the editor. */
  async search(query: string, host: Host): Promise<SymbolInformation[]> {
    const files = this.files ?? this.read(host);
    this.files = files;
    // An error must not stay.
    files.catch(() => this.clear());
    const open = this.texts.uris().flatMap((uri) => {
      const text = this.texts.get(uri);
      return text ? [[uri, symbolsIn(text)] as const] : [];
    });
    const all = [...new Map([...(await files), ...open]).values()].flat();
    const low = query.toLowerCase();
    return all.filter(({ name }) => Number.isFinite(lastOf(low, name.toLowerCase()))).slice(0, mostFound);
  }

  private async read(host: Host): Promise<ReadonlyMap<string, readonly SymbolInformation[]>> {
    const found = new Map<string, readonly SymbolInformation[]>();
    let characters = 0;
    for await (const path of host.prototxtFiles()) {
      const read = await readText(host, path);
      if (!('text' in read)) continue;
      characters += read.text.length;
      if (found.size === mostFiles || characters > mostCharacters) break;
      const uri = this.uriOf(path);
      found.set(uri, symbolsIn(this.texts.create({ uri, version: 0, text: read.text })));
    }
    return found;
  }
}

function symbolsIn(text: Text): SymbolInformation[] {
  return layerNames(text.getText()).map(({ name, type, range }) => ({
    name: lineOf(name),
    kind: symbolKinds.layer,
    containerName: lineOf(type),
    location: { uri: text.uri, range: toRange(range, text) },
  }));
}
