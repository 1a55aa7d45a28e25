import { extractAnswer } from '../../features/codeActions/arrangements.ts';
import { fromRange } from '../convert/features.ts';
import { extracts } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { ExtractAnswer, Requests } from '../protocol.ts';
import type { Session } from '../session.ts';

/** Answers the request for selected layers as a net. */
export function answerExtracts(handlers: Handlers, session: Session): void {
  handlers.onRequest(
    'caffePrototxt/extract' satisfies keyof Requests,
    extracts,
    ({ textDocument, range, shapes }, token) =>
      session.reply(textDocument.uri, token, (document, text): ExtractAnswer => {
        const given = new Map(Object.entries(shapes ?? {}));
        const made = extractAnswer(document, fromRange(range, text), given);
        return 'problem' in made ? { ...made, unknown: [] } : made;
      }),
  );
}
