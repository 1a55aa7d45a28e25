import {
  type CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  ResponseError,
} from 'vscode-languageserver';
import type { Document } from '../../document/document.ts';
import { codeActions } from '../../features/codeActions/codeActions.ts';
import { fixAll, fixAllOfCode } from '../../features/codeActions/fixAll.ts';
import { refactorings } from '../../features/codeActions/refactorings.ts';
import type { CodeAction, DeclareTask } from '../../features/types.ts';
import type { Range } from '../../text/range.ts';
import { actionKinds, fromRange, toCodeAction, toFileEdit } from '../convert/features.ts';
import { asksForActions, isAction } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import { declareLayerEdit } from './declareLayer.ts';

/** Answers the requests about code actions. */
export function answerActions(handlers: Handlers, session: Session): void {
  handlers.onRequest(CodeActionRequest.method, asksForActions, ({ textDocument, range, context }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const support = {
        ...session.capabilities,
        fixAllOfCode: (code: string) => fixAllOfCode(document, code),
        declareLayerEdit: (task: DeclareTask) => declareLayerEdit(session, text.uri, task),
        linkOf: session.linkOf,
      };
      return actionsOf(document, fromRange(range, text), context.only).flatMap(
        (action) => toCodeAction(action, text, support) ?? [],
      );
    }),
  );

  handlers.onRequest(CodeActionResolveRequest.method, isAction, async (action, token) => {
    // Editors also resolve actions that run a command.
    if (!action.data) return action;
    const { uri, code } = action.data;
    const edit = await session.reply(uri, token, (document, text) =>
      toFileEdit(fixAllOfCode(document, code), text),
    );
    return edit === null || edit instanceof ResponseError ? action : { ...action, edit };
  });
}

/** The code actions of the requested kinds; *Fix All* only if it is requested explicitly. */
function actionsOf(
  document: Document,
  range: Range,
  only: readonly CodeActionKind[] | undefined,
): CodeAction[] {
  const asked = (kind: CodeActionKind) => only?.some((each) => kind === each || kind.startsWith(`${each}.`));
  const fixes = only === undefined || asked(actionKinds.quickfix) ? codeActions(document, range) : [];
  const changes = (['refactor', 'move', 'extract'] as const).some(
    (kind) => only === undefined || asked(actionKinds[kind]),
  )
    ? refactorings(document, range, only !== undefined).filter(
        ({ kind = 'refactor' }) => only === undefined || asked(actionKinds[kind]),
      )
    : [];
  return [...fixes, ...changes, ...(asked(actionKinds.fixAll) ? fixAllAction(document) : [])];
}

function fixAllAction(document: Document): CodeAction[] {
  const edits = fixAll(document);
  if (edits.length === 0) return [];
  return [{ title: 'Fix all auto-fixable problems', kind: 'fixAll', diagnostic: undefined, edits }];
}
