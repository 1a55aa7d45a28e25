import { type Disposable, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { request } from './messages.ts';

const scheme = 'caffe-prototxt-page';

/** What the code of a problem leads to when it is clicked on; the manifest has the editor show it as a preview. */
export const codeLink = `${scheme}:/{code}.md`;

/** The pages of checks and rules as documents. */
export function pages(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const code = path.replace(/^\/|\.md$/gu, '');
      return (await request(client, 'caffePrototxt/explain', { code })) ?? `There is no rule \`${code}\`.`;
    },
  });
}
