import { createDocument, type Document, withContext } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import type { Host } from '../../../server/src/workspace/host.ts';
import {
  type LoadedContext,
  loadContext,
  type WorkspaceSettings,
} from '../../../server/src/workspace/loadContext.ts';
import { Solvers } from '../../../server/src/workspace/solvers.ts';
import { MemoryFiles } from '../../support/fileReader.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A workspace `/w` in memory, with the net in `/w/models`. */
export function memoryHost(files: Files): Host {
  const reader = new MemoryFiles(files);
  const folders = ['/w/models', '/w'];
  return {
    size: (path) => reader.size(path),
    read: (path, start, length) => reader.read(path, start, length),
    candidates: (name) => (name.startsWith('/') ? [name] : folders.map((folder) => `${folder}/${name}`)),
    configurations: () => folders.map((folder) => `${folder}/caffe-prototxt.json`),
    obstacle: async () => undefined,
    newConfiguration: () => '/w/caffe-prototxt.json',
    path: (file) => file,
    async *prototxtFiles() {
      yield* Object.keys(files).filter((file) => file.endsWith('.prototxt'));
    },
    async *entries(path) {
      const below = Object.keys(files).filter((file) => file.startsWith(folderPath(path)));
      const parts = below.map((file) => file.slice(folderPath(path).length).split('/'));
      const entries = new Map(parts.map(([name = '', ...rest]) => [name, rest.length > 0]));
      for (const [name, isFolder] of entries) yield { name, isFolder };
    },
    renamed: (name, place, moved) =>
      name.startsWith('/') ? moved(place) : moved(place).slice(place.length - name.length),
    below: (file, other) => file.slice(other.lastIndexOf('/') + 1),
  };
}

/** The path of a folder with a slash at its end. */
function folderPath(path: string): string {
  return `${path.replace(/\/\.?$/u, '')}/`;
}

/** Opens a net in a workspace with files. */
export async function openIn(
  files: Files,
  text: string,
  settings: Partial<WorkspaceSettings> = {},
): Promise<{ document: Document; loaded: LoadedContext }> {
  const alone = createDocument({
    uri: '/w/models/net.prototxt',
    version: 0,
    text,
    settings: defaultSettings,
  });
  const host = memoryHost(files);
  const solvers = new Solvers();
  await solvers.scan(host);
  const loaded = await loadContext(alone, { inputShapes: [], ...settings }, host, solvers);
  return { document: withContext(alone, loaded.context), loaded };
}
