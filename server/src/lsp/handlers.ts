import { CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { shortened } from '../text/visible.ts';
import { type FailureLog, summaryOf } from './failureLog.ts';
import { type Guard, hasDocument } from './guards.ts';

/**
 * Registers the handlers of a connection. Parameters of a wrong type never reach a handler, and a handler that throws
 * loses only its own answer.
 */
export class Handlers {
  private readonly connection: Connection;
  private readonly log: FailureLog;
  private readonly versionOf: (uri: string) => number | undefined;

  /** `versionOf` returns the version of an open document, for the log. */
  constructor(connection: Connection, log: FailureLog, versionOf: (uri: string) => number | undefined) {
    this.connection = connection;
    this.log = log;
    this.versionOf = versionOf;
  }

  /** Answers a request; with an error if its parameters are wrong or the handler throws. */
  onRequest<P>(
    method: string,
    has: Guard<P>,
    handler: (params: P, token: CancellationToken) => unknown,
  ): void {
    this.connection.onRequest(method, async (...given: unknown[]) => {
      const params = paramsOf(given);
      if (!has(params)) {
        this.connection.console.warn(wrongParams(method, params));
        return new ResponseError(ErrorCodes.InvalidParams, `The parameters of ${method} are invalid.`);
      }
      try {
        return await handler(params, tokenOf(given));
      } catch (error) {
        this.report(method, params, error);
        return new ResponseError(ErrorCodes.InternalError, `${method} failed: ${summaryOf(error)}`);
      }
    });
  }

  /** Handles a notification; ignores it if its parameters are wrong. */
  onNotification<P>(method: string, has: Guard<P>, handler: (params: P) => unknown): void {
    this.connection.onNotification(method, async (...given: unknown[]) => {
      const [params] = given;
      if (!has(params)) return this.connection.console.warn(wrongParams(method, params));
      try {
        await handler(params);
      } catch (error) {
        this.report(method, params, error);
      }
    });
  }

  private report(method: string, params: unknown, error: unknown): void {
    const version = hasDocument(params) ? this.versionOf(params.textDocument.uri) : undefined;
    const about = version === undefined ? '' : ` on version ${version} of the document`;
    this.log.write(`${method} failed${about}. Its parameters: ${written(params)}`, error);
  }
}

/** The connection passes parameters, unless there are none, and then a token. */
function paramsOf(given: readonly unknown[]): unknown {
  return given.length > 1 ? given[0] : undefined;
}

function tokenOf(given: readonly unknown[]): CancellationToken {
  const last = given.at(-1);
  return CancellationToken.is(last) ? last : CancellationToken.None;
}

function wrongParams(method: string, params: unknown): string {
  return `The parameters of ${method} are invalid: ${written(params)}`;
}

/** The limit of parameters in the log, in UTF-16 code units. */
const longestParams = 500;

function written(params: unknown): string {
  return shortened(JSON.stringify(params) ?? 'none', longestParams);
}
