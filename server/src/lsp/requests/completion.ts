import { CompletionRequest } from 'vscode-languageserver';
import type { Document } from '../../document/document.ts';
import { completion } from '../../features/completion/index.ts';
import { pathCursor, pathItems } from '../../features/completion/paths.ts';
import type { CompletionItem } from '../../features/types.ts';
import { pathEntries } from '../../workspace/pathEntries.ts';
import { toCompletion } from '../convert.ts';
import { hasPosition } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';

/** Answers the requests for completions. */
export function answerCompletion(handlers: Handlers, session: Session): void {
  handlers.onRequest(CompletionRequest.method, hasPosition, ({ textDocument, position }, token) =>
    session.reply(textDocument.uri, token, async (document, text) => {
      const { items, isIncomplete } = await completionsAt(session, document, text.offsetAt(position));
      return { isIncomplete, items: items.map((item) => toCompletion(item, text, session.capabilities)) };
    }),
  );
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
  return { items, isIncomplete: false };
}
