import type { Document } from '../../document/document.ts';
import { compareNets } from '../../features/compare/compareNets.ts';
import { comparisonText } from '../../features/compare/comparisonText.ts';
import type { Sides } from '../../features/compare/types.ts';
import { whyNotNet } from '../../features/compare/whyNotNet.ts';
import { visible } from '../../text/visible.ts';
import { toComparisonLine } from '../convert/features.ts';
import { asksForComparison } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { CompareParams, ComparisonAnswer, Requests } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Text } from '../texts.ts';

const method = 'caffePrototxt/compare' satisfies keyof Requests;

/** Answers requests for comparisons. */
export function answerComparisons(handlers: Handlers, session: Session): void {
  handlers.onRequest(method, asksForComparison, async (params, token) => {
    const text = session.texts.create({ ...params.other, version: 0 });
    const document = await session.others.open(text, session.settingsOf(text.uri).analysis);
    const other = { document, text };
    return session.reply(params.textDocument.uri, token, (own, ownText) =>
      compared({ document: own, text: ownText }, other, params),
    );
  });
}

interface Net {
  readonly document: Document;
  readonly text: Text;
}

function compared(own: Net, other: Net, { isOtherOlder, labels }: CompareParams): ComparisonAnswer {
  const [before, after] = isOtherOlder ? [other, own] : [own, other];
  const problem = problemOf({ before, after }, labels);
  if (problem !== undefined) return { lines: [], problem };
  const texts = { before: before.text, after: after.text };
  const lines = comparisonText(compareNets(before.document, after.document), { labels });
  return { lines: lines.map((line) => toComparisonLine(line, texts)) };
}

/** Why one of the files cannot be compared. */
function problemOf(nets: Sides<Net>, labels: Sides<string>): string | undefined {
  for (const side of ['before', 'after'] as const) {
    const problem = whyNotNet(nets[side].document);
    if (problem !== undefined) return visible(`${labels[side]}: ${problem}`);
  }
  return undefined;
}
