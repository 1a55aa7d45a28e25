import {
  type Connection,
  ErrorCodes,
  ExitNotification,
  InitializeRequest,
  Message,
  type MessageStrategy,
  type RequestMessage,
  ResponseError,
  ShutdownRequest,
} from 'vscode-languageserver';
import { isObject } from './guards.ts';

/** The method to which requests are redirected that come at a wrong time. */
const refused = 'caffePrototxt/refused';

/**
 * Passes messages on only when the protocol allows them: `initialize` first and once, only `exit` after `shutdown`. Other
 * requests get an error from `answerRefused`, other notifications are dropped.
 */
export function createLifecycle(): MessageStrategy {
  let phase: 'new' | 'running' | 'ended' = 'new';
  return {
    handleMessage(message, next) {
      if (Message.isResponse(message)) return next(message);
      if (Message.isNotification(message))
        return phase === 'running' || message.method === ExitNotification.method ? next(message) : undefined;
      if (!Message.isRequest(message)) return next(message);
      const isFirst = message.method === InitializeRequest.method;
      if (phase === 'new' && !isFirst) return next(refuse(message, ErrorCodes.ServerNotInitialized));
      if (phase === 'ended' || (phase === 'running' && isFirst))
        return next(refuse(message, ErrorCodes.InvalidRequest));
      if (message.method === ShutdownRequest.method) phase = 'ended';
      if (!isFirst) return next(message);
      phase = 'running';
      return next(withCapabilities(message));
    },
  };
}

/** Answers the requests that come at a wrong time. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refused, (params: unknown) => {
    const { code, method } = isObject(params) ? params : {};
    if (code === ErrorCodes.ServerNotInitialized)
      return new ResponseError(code, `${method} was requested before initialize.`);
    const when = method === InitializeRequest.method ? 'a second time' : 'after shutdown';
    return new ResponseError(ErrorCodes.InvalidRequest, `${method} was requested ${when}.`);
  });
}

function refuse(message: RequestMessage, code: number): RequestMessage {
  return { ...message, method: refused, params: { code, method: message.method } };
}

/** The library expects capabilities, without which a client supports nothing. */
function withCapabilities(message: RequestMessage): RequestMessage {
  const params = isObject(message.params) ? message.params : {};
  const capabilities = isObject(params.capabilities) ? params.capabilities : {};
  return { ...message, params: { processId: null, rootUri: null, ...params, capabilities } };
}
