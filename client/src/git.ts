import { type Event, extensions, type Uri } from 'vscode';

/** The parts of the interface of VS Code's git extension that are used. */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: Uri): Repository | null };
}

/** A git repository of the workspace. */
export interface Repository {
  /** The text of a file in a commit; fails if the commit does not have it. */
  show(ref: string, path: string): Promise<string>;
  readonly state: { readonly onDidChange: Event<void> };
}

/** The repository that contains a file; undefined if there is none, or no git. */
export async function repositoryOf(file: Uri): Promise<Repository | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    const git = await extension.activate();
    return git.getAPI(1).getRepository(file) ?? undefined;
  } catch {
    // The extension is disabled by a setting, or does not find git.
    return undefined;
  }
}
