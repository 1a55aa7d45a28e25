import { type Disposable, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { code, md } from '../../server/src/features/markdown.ts';
import { request } from './messages.ts';

const scheme = 'caffe-prototxt-page';

/** The link target of a diagnostic code; the manifest opens it as a Markdown preview. */
export const codeLink = `${scheme}:/{code}.md`;

/** Provides the pages of checks and rules as virtual documents. */
export function pages(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const name = path.replace(/^\/|\.md$/gu, '');
      const page = await request(client, 'caffePrototxt/explain', { code: name });
      return page ?? md`There is no check or rule ${code(name)}.`.text;
    },
  });
}
