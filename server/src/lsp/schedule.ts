import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';

/** How long typing must pause before diagnostics are worked out. */
const pause = 150;

/**
 * Answers a request: lets waiting messages go first, so that edits and cancellations are known, then runs
 * without a break. A throw is logged and answered as an error; the server goes on.
 */
export async function answer<T>(
  connection: Connection,
  token: CancellationToken,
  run: () => T,
): Promise<T | ResponseError<void>> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  try {
    return run();
  } catch (error) {
    logError(connection, error);
    return new ResponseError(ErrorCodes.InternalError, String(error));
  }
}

/** Work that waits for a pause, one piece a key; a newer piece replaces the one that waits. */
export interface Schedule {
  later(key: string, run: () => Promise<void>, delay?: number): void;
  drop(key: string): void;
}

/** Makes a schedule whose failures are logged to the connection. */
export function createSchedule(connection: Connection): Schedule {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const drop = (key: string) => {
    clearTimeout(waiting.get(key));
    waiting.delete(key);
  };
  const later = (key: string, run: () => Promise<void>, delay = pause) => {
    drop(key);
    const start = () => {
      waiting.delete(key);
      run().catch((error: unknown) => logError(connection, error));
    };
    waiting.set(key, setTimeout(start, delay));
  };
  return { later, drop };
}

/** Writes an error to the editor's log. */
export function logError(connection: Connection, error: unknown): void {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
