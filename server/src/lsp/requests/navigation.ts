import * as lsp from 'vscode-languageserver';
import { declarationPlace } from '../../declare/place.ts';
import type { Document } from '../../document/document.ts';
import { consumersOf, flowItem, producersOf } from '../../features/navigation/dataFlow.ts';
import { folds } from '../../features/navigation/folding.ts';
import { definition, highlights, references } from '../../features/navigation/navigate.ts';
import { selectionRanges } from '../../features/navigation/selection.ts';
import { type TypeTarget, typeTarget } from '../../features/navigation/typeTarget.ts';
import { fieldPlace } from '../../schema/proto/place.ts';
import { type Range, touches } from '../../text/range.ts';
import { type FileName, fileLinks, fileNames, fileOf } from '../../workspace/fileLinks.ts';
import { toRange } from '../convert/features.ts';
import { fromItem, toFlowItem, toFolds, toHighlight, toSelection } from '../convert/navigation.ts';
import { asksForReferences, hasDocument, hasItem, hasPosition, hasPositions } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import type { Text } from '../texts.ts';
import { answerRenaming } from './renaming.ts';

/** Answers the requests about where names are defined and used, and about the structure of the text. */
export function answerNavigation(handlers: Handlers, session: Session): void {
  answerNames(handlers, session);
  answerTypes(handlers, session);
  answerRenaming(handlers, session);
  answerFlow(handlers, session);
  answerStructure(handlers, session);
}

function answerNames(handlers: Handlers, session: Session): void {
  handlers.onRequest(lsp.DefinitionRequest.method, hasPosition, ({ textDocument, position }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const offset = text.offsetAt(position);
      const file = fileNames(document).find(({ range }) => touches(range, offset));
      return file ? fileLocation(session, document, file) : ownDefinition(session, document, text, offset);
    }),
  );

  handlers.onRequest(lsp.ReferencesRequest.method, asksForReferences, (params, token) =>
    session.reply(params.textDocument.uri, token, (document, text) => {
      const { includeDeclaration } = params.context;
      const offset = text.offsetAt(params.position);
      return references(document, offset, session.stateOf(document), includeDeclaration).map((range) => ({
        uri: text.uri,
        range: toRange(range, text),
      }));
    }),
  );

  handlers.onRequest(lsp.DocumentHighlightRequest.method, hasPosition, ({ textDocument, position }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      highlights(document, text.offsetAt(position), session.stateOf(document)).map((each) =>
        toHighlight(each, text),
      ),
    ),
  );

  handlers.onRequest(lsp.DocumentLinkRequest.method, hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, async (document, text) => {
      const links = await fileLinks(document, session.contexts.host);
      return links.map(({ range, path }) => ({ range: toRange(range, text), target: session.uriOf(path) }));
    }),
  );
}

function answerTypes(handlers: Handlers, session: Session): void {
  handlers.onRequest(lsp.TypeDefinitionRequest.method, hasPosition, ({ textDocument, position }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const target = typeTarget(document, text.offsetAt(position));
      return target ? typeLocation(session, text.uri, target) : null;
    }),
  );
}

/** The declaration of a layer in the `caffe-prototxt.json` of a document, or of a field in its custom caffe.proto. */
function typeLocation(session: Session, uri: string, target: TypeTarget): lsp.Location[] | null {
  const { contexts, texts } = session;
  const declarations = target.kind === 'layer' ? contexts.declarationsOf(uri) : undefined;
  const layer =
    target.kind === 'layer' && declarations?.text !== undefined
      ? declarationPlace(declarations.text, target.name)
      : undefined;
  const proto = layer ? undefined : contexts.protoOf(uri);
  const field = proto && protoPlace(proto.text, target);
  const file = layer ? declarations : proto;
  const range = layer ?? field;
  if (!file || !range) return null;
  const place = texts.create({ uri: session.uriOf(file.file), version: 0, text: file.text ?? '' });
  return [{ uri: place.uri, range: toRange(range, place) }];
}

function protoPlace(text: string, target: TypeTarget): Range | undefined {
  if (target.kind === 'field') return fieldPlace(text, target.message, target.field);
  return target.param === undefined ? undefined : fieldPlace(text, 'LayerParameter', target.param);
}

function ownDefinition(session: Session, document: Document, text: Text, offset: number) {
  const found = definition(document, offset, session.stateOf(document));
  return found?.targets.map((range) => ({ uri: text.uri, range: toRange(range, text) })) ?? null;
}

/** The start of the file with a name. */
async function fileLocation(session: Session, document: Document, name: FileName) {
  const path = await fileOf(name, document.uri, session.contexts.host);
  const start = { line: 0, character: 0 };
  return path === undefined ? null : [{ uri: session.uriOf(path), range: { start, end: start } }];
}

function answerFlow(handlers: Handlers, session: Session): void {
  handlers.onRequest(
    lsp.CallHierarchyPrepareRequest.method,
    hasPosition,
    ({ textDocument, position }, token) =>
      session.reply(textDocument.uri, token, (document, text) => {
        const found = flowItem(document, text.offsetAt(position), session.stateOf(document));
        return found ? [toFlowItem(found, text)] : null;
      }),
  );

  handlers.onRequest(lsp.CallHierarchyIncomingCallsRequest.method, hasItem, ({ item }, token) =>
    session.reply(item.uri, token, (document, text) =>
      producersOf(document, fromItem(item, text), session.stateOf(document)).map((link) => ({
        from: toFlowItem(link.item, text),
        fromRanges: link.tops.map((range) => toRange(range, text)),
      })),
    ),
  );

  handlers.onRequest(lsp.CallHierarchyOutgoingCallsRequest.method, hasItem, ({ item }, token) =>
    session.reply(item.uri, token, (document, text) =>
      consumersOf(document, fromItem(item, text), session.stateOf(document)).map((link) => ({
        to: toFlowItem(link.item, text),
        fromRanges: link.tops.map((range) => toRange(range, text)),
      })),
    ),
  );
}

function answerStructure(handlers: Handlers, session: Session): void {
  handlers.onRequest(lsp.FoldingRangeRequest.method, hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      toFolds(folds(document, session.capabilities.mostFolds), text),
    ),
  );

  handlers.onRequest(lsp.SelectionRangeRequest.method, hasPositions, ({ textDocument, positions }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      positions.map((position) => toSelection(selectionRanges(document, text.offsetAt(position)), text)),
    ),
  );
}
