import * as lsp from 'vscode-languageserver';
import type { Document } from '../../document/document.ts';
import { type SemanticToken, semanticTokens, type TokenKind } from '../../features/semanticTokens.ts';
import type { Range } from '../../text/range.ts';
import { fromRange } from '../convert/features.ts';
import { asksForTokenEdits, hasDocument, hasRange } from '../guards.ts';
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

/** Answers the requests for the meaning of words: of the whole file, of what changed in it, and of the lines in view. */
export function answerSemanticTokens(handlers: Handlers, session: Session): void {
  /** The builder of each open text knows the tokens of its last answer. */
  const builders = new WeakMap<Text, lsp.SemanticTokensBuilder>();

  /** A builder with the tokens of a range, as the successor of an earlier answer. */
  const builder = (document: Document, text: Text, range: Range, previousId = '') => {
    const own = builders.get(text) ?? new lsp.SemanticTokensBuilder();
    builders.set(text, own);
    own.previousResult(previousId);
    push(semanticTokens(document, session.stateOf(document), range), text, own);
    return own;
  };

  handlers.onRequest(lsp.SemanticTokensRequest.method, hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document, text) => builder(document, text, whole(text)).build()),
  );

  handlers.onRequest(
    lsp.SemanticTokensDeltaRequest.method,
    asksForTokenEdits,
    ({ textDocument, previousResultId }, token) =>
      session.reply(textDocument.uri, token, (document, text) =>
        builder(document, text, whole(text), previousResultId).buildEdits(),
      ),
  );

  handlers.onRequest(lsp.SemanticTokensRangeRequest.method, hasRange, ({ textDocument, range }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const own = new lsp.SemanticTokensBuilder();
      push(semanticTokens(document, session.stateOf(document), fromRange(range, text)), text, own);
      return own.build();
    }),
  );
}

function whole(text: Text): Range {
  return { start: 0, end: text.getText().length };
}

/** Adds tokens as five numbers each: the line and column relative to the token before, length, kind and modifiers. */
function push(tokens: readonly SemanticToken[], text: Text, builder: lsp.SemanticTokensBuilder): void {
  for (const { range, kind, modifiers: own } of tokens) {
    const [start, end] = [text.positionAt(range.start), text.positionAt(range.end)];
    // Several adjacent strings may be on several lines; a token is on one.
    if (start.line !== end.line) continue;
    const bits = own.reduce((sum, each) => sum | (1 << modifiers.indexOf(each)), 0);
    builder.push(start.line, start.character, end.character - start.character, kinds.indexOf(kind), bits);
  }
}
