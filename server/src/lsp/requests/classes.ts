import { classChange, classesOf } from '../../features/codeActions/classes.ts';
import { visible } from '../../text/visible.ts';
import { toFileEdit, toLabeledEdit } from '../convert/features.ts';
import { changesClasses, hasDocument } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { ClassesAnswer, ClassInfo, Requests } from '../protocol.ts';
import type { Session } from '../session.ts';

/** Answers the requests about the number of classes of a net. */
export function answerClasses(handlers: Handlers, session: Session): void {
  handlers.onRequest(
    'caffePrototxt/classes' satisfies keyof Requests,
    hasDocument,
    ({ textDocument }, token) =>
      session.reply(textDocument.uri, token, (document): ClassInfo[] =>
        classesOf(document).map(({ classes, layers, hasBackground }) => ({
          classes,
          layers: layers.map(visible),
          hasBackground,
        })),
      ),
  );

  handlers.onRequest(
    'caffePrototxt/changeClasses' satisfies keyof Requests,
    changesClasses,
    ({ textDocument, from, to }, token) =>
      session.reply(textDocument.uri, token, (document, text): ClassesAnswer => {
        const { edits, problem, learned } = classChange(document, from, to);
        if (problem !== undefined) return { problem: visible(problem), learned: [] };
        const edit = session.capabilities.labelsEdits ? toLabeledEdit(edits, text) : toFileEdit(edits, text);
        return { edit, learned: learned.map(visible) };
      }),
  );
}
