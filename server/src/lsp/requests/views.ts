import type { Document } from '../../document/document.ts';
import { netGraph } from '../../features/graph/netGraph.ts';
import { stateInfos } from '../../features/states.ts';
import { namedRows, rowPlaces } from '../../features/summary/namedRows.ts';
import { summary, totals } from '../../features/summary/summary.ts';
import type { PartPlace } from '../../features/types.ts';
import { touches } from '../../text/range.ts';
import { toRange, toSummary } from '../convert/features.ts';
import { asksForGraph, asksForPart, asksForRange, asksForTable, hasDocument } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import { LastAnswers } from '../lastAnswers.ts';
import type { GraphAnswer, GraphLists, NetView, Requests, TableAnswer, TableLists } from '../protocol.ts';
import type { Session } from '../session.ts';

type Method = keyof Requests;

/** Answers the requests of the views of nets: totals, summary, table and graph. */
export function answerViews(handlers: Handlers, session: Session): void {
  answerSummaries(handlers, session);
  answerTable(handlers, session);
  answerGraph(handlers, session);
  answerParts(handlers, session);
}

function answerSummaries(handlers: Handlers, session: Session): void {
  handlers.onRequest('caffePrototxt/summary' satisfies Method, hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const found = summary(document, session.stateOf(document));
      return found ? toSummary(found, text) : null;
    }),
  );

  handlers.onRequest('caffePrototxt/totals' satisfies Method, hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document) =>
      document.root === 'NetParameter' ? totals(document, session.stateOf(document)) : null,
    ),
  );
}

function answerTable(handlers: Handlers, session: Session): void {
  const answers = new LastAnswers<TableLists>();
  handlers.onRequest(
    'caffePrototxt/table' satisfies Method,
    asksForTable,
    ({ textDocument, previousResultId }, token) =>
      session.reply(textDocument.uri, token, (document, text): TableAnswer | null => {
        const found = summary(document, session.stateOf(document));
        if (!found) return null;
        const { rows, ...others } = found;
        return { ...answers.next(text, previousResultId, { rows: namedRows(rows) }), totals: others };
      }),
  );
}

function answerGraph(handlers: Handlers, session: Session): void {
  const answers = new LastAnswers<GraphLists>();
  handlers.onRequest(
    'caffePrototxt/graph' satisfies Method,
    asksForGraph,
    ({ textDocument, previousResultId, overlaid }, token) =>
      session.reply(textDocument.uri, token, (document, text): GraphAnswer | null => {
        const found = graphOf(session, document, overlaid);
        if (!found) return null;
        const { nodes, edges, groups, ...facts } = found.graph;
        const states = stateInfos(document, session.stateOf(document));
        return { ...answers.next(text, previousResultId, { nodes, edges, groups }), facts, states };
      }),
  );
}

function graphOf(session: Session, document: Document, overlaid = false) {
  return netGraph(document, overlaid ? document.states().states : [session.stateOf(document)]);
}

/** The client has no ranges, as an edit moves all that follow it. */
function answerParts(handlers: Handlers, session: Session): void {
  const places = (document: Document, view: NetView, overlaid?: boolean): readonly PartPlace[] =>
    view === 'graph'
      ? (graphOf(session, document, overlaid)?.places ?? [])
      : rowPlaces(summary(document, session.stateOf(document))?.rows ?? []);

  handlers.onRequest('caffePrototxt/partRange' satisfies Method, asksForRange, (params, token) =>
    session.reply(params.textDocument.uri, token, (document, text) => {
      const found = places(document, params.view, params.overlaid).find(({ id }) => id === params.part);
      const range = found?.ranges[0];
      return range ? toRange(range, text) : null;
    }),
  );

  handlers.onRequest('caffePrototxt/partAt' satisfies Method, asksForPart, (params, token) =>
    session.reply(params.textDocument.uri, token, (document, text) => {
      const offset = text.offsetAt(params.position);
      const found = places(document, params.view, params.overlaid).find(({ ranges }) =>
        ranges.some((range) => touches(range, offset)),
      );
      return found?.id ?? null;
    }),
  );
}
