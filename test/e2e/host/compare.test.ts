import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { hintTexts, open, positionOf, until } from './editor.ts';

suite('Comparisons of nets', () => {
  let document: vscode.TextDocument;

  suiteSetup(async () => {
    document = await open('lenet.prototxt');
    await vscode.window.showTextDocument(document);
    await until(
      () => hintTexts(document),
      (hints) => hints.length > 0,
    );
  });

  function comparisons(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'caffe-comparison');
  }

  /** Runs a command on the net; returns the comparison that it opens, once its text matches. */
  async function opened(command: string, text: RegExp, ...given: readonly vscode.Uri[]) {
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand(command, ...given);
    const found = await until(
      () => comparisons().find((each) => text.test(each.getText())),
      (comparison) => comparison !== undefined,
    );
    assert.ok(found);
    return found;
  }

  async function replace(old: string, by: string): Promise<void> {
    const start = positionOf(document, old);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(start, start.translate(0, old.length)), by);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  test('the saved version is compared, and the comparison follows edits', async () => {
    const comparison = await opened('caffePrototxt.compareWithSaved', /The nets are equal/u);
    assert.equal(comparison.languageId, 'caffe-comparison');
    await replace('num_output: 20', 'num_output: 24');
    await until(
      () => comparison.getText(),
      (text) => /^~ conv1 {2}Convolution {2}num_output: 20 → 24$/mu.test(text),
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      comparison.uri,
    );
    const link = links.find(({ range }) => comparison.getText(range) === 'conv1');
    const line = document.getText().split('\n').indexOf('  name: "conv1"');
    assert.equal(link?.target?.fragment, `L${line},1`);
    await replace('num_output: 24', 'num_output: 20');
    await until(
      () => comparison.getText(),
      (text) => text.includes('The nets are equal'),
    );
  });

  test('the version in git is compared', async () => {
    const folder = vscode.Uri.joinPath(document.uri, '../versions');
    const file = vscode.Uri.joinPath(folder, 'net.prototxt');
    await vscode.workspace.fs.copy(document.uri, file);
    commit(folder.fsPath);
    await openRepository(folder);
    const text = document.getText().replace('num_output: 50', 'num_output: 60');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('caffePrototxt.compareWithHead');
    await until(
      () => comparisons().map((each) => each.getText()),
      (texts) =>
        texts.some((each) =>
          /^- net\.prototxt \(HEAD\)\n\+ net\.prototxt\n[\s\S]*num_output: 50 → 60$/mu.test(each),
        ),
    );
  });

  test('a net is compared with another file', async () => {
    const other = vscode.Uri.joinPath(document.uri, '..', 'branches.prototxt');
    const comparison = await opened('caffePrototxt.compareWithFile', /branches\.prototxt$/mu, other);
    assert.match(comparison.getText(), /^- lenet\.prototxt\n\+ branches\.prototxt\n[\s\S]*^- conv2 /mu);
  });

  test('a training net is compared with its deployment net', async () => {
    const training = await open('old_train.prototxt');
    await vscode.window.showTextDocument(training, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('caffePrototxt.compareWithDeploy');
    await until(
      () => comparisons().map((each) => each.getText()),
      (texts) =>
        texts.some((text) =>
          /^\+ deployment net of old_train\.prototxt$[\s\S]*^- \S+ +SoftmaxWithLoss[\s\S]*^\+ \S+ +Softmax/mu.test(
            text,
          ),
        ),
    );
  });
});

/** Creates a git repository in a folder and commits its files. */
function commit(folder: string): void {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    [...author, 'commit', '--quiet', '-m', 'First'],
  ])
    execFileSync('git', args, { cwd: folder });
}

/** Enables git, which the settings of the tests disable, and opens a repository. */
async function openRepository(folder: vscode.Uri): Promise<void> {
  const settings = vscode.workspace.getConfiguration('git');
  await settings.update('enabled', true, vscode.ConfigurationTarget.Global);
  const git = await vscode.extensions.getExtension('vscode.git')?.activate();
  await until(
    () => git.enabled,
    (enabled) => enabled,
  );
  assert.ok(await git.getAPI(1).openRepository(folder));
}
