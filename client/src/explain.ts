import { commands, type Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { request } from './messages.ts';

const scheme = 'caffe-prototxt-page';

/** What the code of a problem leads to when it is clicked on. */
export const codeLink = 'command:caffePrototxt.explain?%5B%22{code}%22%5D';

/** Shows the page of a check or rule. */
export async function explain(code: string): Promise<void> {
  await commands.executeCommand('markdown.showPreview', Uri.from({ scheme, path: `/${code}.md` }));
}

/** The pages of checks and rules as documents. */
export function pages(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const code = path.replace(/^\/|\.md$/gu, '');
      return (await request(client, 'caffePrototxt/explain', { code })) ?? `There is no rule \`${code}\`.`;
    },
  });
}
