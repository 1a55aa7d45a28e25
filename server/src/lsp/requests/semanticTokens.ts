import * as lsp from 'vscode-languageserver';
import { type SemanticToken, semanticTokens, type TokenKind } from '../../features/semanticTokens.ts';
import type { Range } from '../../text/range.ts';
import { fromRange } from '../convert.ts';
import { hasDocument, hasRange } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import type { Text } from '../texts.ts';

const kinds: readonly TokenKind[] = [
  'class',
  'type',
  'variable',
  'parameter',
  'enumMember',
  'property',
  'comment',
];
const modifiers: readonly SemanticToken['modifiers'][number][] = [
  'declaration',
  'modification',
  'deprecated',
];

/** The kinds and modifiers by their numbers in the protocol. */
export const legend: lsp.SemanticTokensLegend = { tokenTypes: [...kinds], tokenModifiers: [...modifiers] };

/** Answers the requests for the meaning of words, of the whole file and of the lines in view. */
export function answerSemanticTokens(handlers: Handlers, session: Session): void {
  const answer = (uri: string, token: lsp.CancellationToken, rangeOf: (text: Text) => Range) =>
    session.reply(uri, token, (document, text) =>
      toSemanticTokens(semanticTokens(document, session.stateOf(document), rangeOf(text)), text),
    );

  handlers.onRequest(lsp.SemanticTokensRequest.method, hasDocument, ({ textDocument }, token) =>
    answer(textDocument.uri, token, (text) => ({ start: 0, end: text.getText().length })),
  );

  handlers.onRequest(lsp.SemanticTokensRangeRequest.method, hasRange, ({ textDocument, range }, token) =>
    answer(textDocument.uri, token, (text) => fromRange(range, text)),
  );
}

/** Tokens as five numbers each: the line and column relative to the token before, length, kind and modifiers. */
function toSemanticTokens(tokens: readonly SemanticToken[], text: Text): lsp.SemanticTokens {
  const builder = new lsp.SemanticTokensBuilder();
  for (const { range, kind, modifiers: own } of tokens) {
    const [start, end] = [text.positionAt(range.start), text.positionAt(range.end)];
    // Several adjacent strings may be on several lines; a token is on one.
    if (start.line !== end.line) continue;
    const bits = own.reduce((sum, each) => sum | (1 << modifiers.indexOf(each)), 0);
    builder.push(start.line, start.character, end.character - start.character, kinds.indexOf(kind), bits);
  }
  return builder.build();
}
