import { commands, Disposable, type Uri, workspace } from 'vscode';

/** The context key with the paths of prototxt files that are not nets, such as solvers. */
const key = 'caffePrototxt.otherFiles';

/** Hides the buttons for nets in the title bar of files that are not nets. */
export class OtherFiles extends Disposable {
  private readonly paths = new Set<string>();

  constructor() {
    const closing = workspace.onDidCloseTextDocument(({ uri }) => this.set(uri, true));
    super(() => closing.dispose());
  }

  /** States whether a file is a net. */
  set({ fsPath }: Uri, isNet: boolean): void {
    if (isNet !== this.paths.has(fsPath)) return;
    if (isNet) this.paths.delete(fsPath);
    else this.paths.add(fsPath);
    // A URI differs between a remote extension and the window; the path does not.
    void commands.executeCommand('setContext', key, [...this.paths]);
  }
}
