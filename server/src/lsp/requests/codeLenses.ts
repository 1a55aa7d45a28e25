import * as lsp from 'vscode-languageserver';
import { codeLenses, type LensKind, lensText } from '../../features/codeLenses.ts';
import { fromRange, lineOf, toRange } from '../convert/features.ts';
import { hasDocument, isLens } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';

/** Answers the requests for code lenses: first their places, and the text of each one when it comes into view. */
export function answerCodeLenses(handlers: Handlers, session: Session): void {
  handlers.onRequest(lsp.CodeLensRequest.method, hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document, text): lsp.CodeLens[] =>
      codeLenses(document, session.settingsOf(text.uri).codeLens).map(({ range, shows }) => ({
        range: toRange(range, text),
        data: { uri: text.uri, ...shows },
      })),
    ),
  );

  handlers.onRequest(lsp.CodeLensResolveRequest.method, isLens, ({ range, data }, token) =>
    session.reply(data.uri, token, (document, text): lsp.CodeLens => {
      const shows: LensKind =
        data.kind === 'totals' ? { kind: data.kind, state: data.state ?? '' } : { kind: data.kind };
      const found = lensText(document, { range: fromRange(range, text), shows });
      const command = session.capabilities.runsCommands && found ? commands[shows.kind] : '';
      const place = found?.blob === undefined ? [] : [text.positionAt(found.blob)];
      const about = shows.kind === 'totals' ? [shows.state] : place;
      return {
        range,
        command: { title: lineOf(found?.title ?? ''), command, arguments: [text.uri, ...about] },
      };
    }),
  );
}

/** The commands of the VS Code extension. */
const commands: Readonly<Record<LensKind['kind'], string>> = {
  totals: 'caffePrototxt.showState',
  graph: 'caffePrototxt.openGraph',
  uses: 'caffePrototxt.showUses',
};
