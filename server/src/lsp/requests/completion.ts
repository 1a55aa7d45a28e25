import { CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver';
import type { Document } from '../../document/document.ts';
import { completion } from '../../features/completion/index.ts';
import { nearest } from '../../features/completion/nearest.ts';
import { pathCursor, pathItems } from '../../features/completion/paths.ts';
import type { CompletionItem } from '../../features/types.ts';
import { pathEntries } from '../../workspace/pathEntries.ts';
import { toCompletionList, toDocumentation } from '../convert/completion.ts';
import { hasPosition, isCompletion } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';

/** Answers the requests for completions, and for the documentation of one of the last list. */
export function answerCompletion(handlers: Handlers, session: Session): void {
  let last: { readonly list: number; readonly items: readonly CompletionItem[] } = { list: 0, items: [] };

  handlers.onRequest(CompletionRequest.method, hasPosition, ({ textDocument, position }, token) =>
    session.reply(textDocument.uri, token, async (document, text) => {
      const { items, isIncomplete } = await completionsAt(session, document, text.offsetAt(position));
      const list = last.list + 1;
      last = { list, items };
      return toCompletionList(items, { list, isIncomplete }, text, session.capabilities);
    }),
  );

  handlers.onRequest(CompletionResolveRequest.method, isCompletion, (asked) => {
    const item = asked.data?.list === last.list ? last.items[asked.data.index] : undefined;
    return item ? { ...asked, ...toDocumentation(item) } : asked;
  });
}

interface Completions {
  readonly items: readonly CompletionItem[];
  /** Whether there are others, which the editor requests with the next letter. */
  readonly isIncomplete: boolean;
}

async function completionsAt(session: Session, document: Document, offset: number): Promise<Completions> {
  const path = pathCursor(document, offset);
  if (path) {
    const { entries, isComplete } = await pathEntries(path.typed, document.uri, session.contexts.host);
    return { items: pathItems(path, entries), isIncomplete: !isComplete };
  }
  const all = completion(document, offset, session.stateOf(document));
  // Whole layers without stops of the cursor would be a burden.
  const items = session.capabilities.takesSnippets
    ? all
    : all.filter(({ kind }) => kind !== 'layer' && kind !== 'template');
  return nearest(items, document.text, offset);
}
