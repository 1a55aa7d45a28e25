import { type SignatureHelp, SignatureHelpRequest } from 'vscode-languageserver';
import { type Signature, signatureAt } from '../../features/signature.ts';
import type { ClientCapabilities } from '../capabilities.ts';
import { lineOf, toMarkup } from '../convert/features.ts';
import { hasPosition } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';

/** Answers the requests for what the layer or message at a position takes. */
export function answerSignatures(handlers: Handlers, session: Session): void {
  handlers.onRequest(SignatureHelpRequest.method, hasPosition, ({ textDocument, position }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const found = signatureAt(document, text.offsetAt(position), session.stateOf(document));
      return found ? toHelp(found, session.capabilities) : null;
    }),
  );
}

function toHelp(
  { label, documentation, parameters, active }: Signature,
  { takesLabelOffsets }: Pick<ClientCapabilities, 'takesLabelOffsets'>,
): SignatureHelp {
  return {
    signatures: [
      {
        label: lineOf(label),
        documentation: toMarkup(documentation),
        parameters: parameters.map(({ start, end, documentation: doc }) => ({
          label: takesLabelOffsets ? [start, end] : label.slice(start, end),
          documentation: toMarkup(doc),
        })),
      },
    ],
    activeSignature: 0,
    activeParameter: active,
  };
}
