import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';

/**
 * Answers a request: lets waiting messages go first, so that edits and cancellations are known, waits until it is ready,
 * then runs without a break. A request that is cancelled meanwhile does not wait. A throw is logged and answered as an
 * error; the server goes on.
 */
export async function answer<T>(
  connection: Connection,
  token: CancellationToken,
  ready: () => Promise<void>,
  run: () => T,
): Promise<T | ResponseError<void>> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  try {
    await Promise.race([ready(), cancelled(token)]);
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return run();
  } catch (error) {
    logError(connection, error);
    return new ResponseError(ErrorCodes.InternalError, String(error));
  }
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

/** Work that waits, one piece a key; a newer piece replaces the one that waits. */
export interface Schedule {
  /** Runs a piece after a time in milliseconds; by default, after that of its key. */
  later(key: string, run: () => Promise<void>, delay?: number): void;
  /** Notes how long a piece took: the next waits as long as that, so that typing comes first. A cheap one waits not at all. */
  took(key: string, milliseconds: number): void;
  drop(key: string): void;
}

/** Work that is done before the next key comes, in milliseconds, and the longest wait. */
const cheap = 20;
const longest = 500;

/** Makes a schedule whose failures are logged to the connection. */
export function createSchedule(connection: Connection): Schedule {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const costs = new Map<string, number>();
  const drop = (key: string) => {
    clearTimeout(waiting.get(key));
    waiting.delete(key);
  };
  const waitOf = (key: string) => {
    const cost = costs.get(key) ?? 0;
    return cost <= cheap ? 0 : Math.min(cost, longest);
  };
  const later = (key: string, run: () => Promise<void>, delay = waitOf(key)) => {
    clearTimeout(waiting.get(key));
    const start = () => {
      waiting.delete(key);
      run().catch((error: unknown) => logError(connection, error));
    };
    waiting.set(key, setTimeout(start, delay));
  };
  const forget = (key: string) => {
    drop(key);
    costs.delete(key);
  };
  return { later, took: (key, milliseconds) => costs.set(key, milliseconds), drop: forget };
}

/** Writes an error to the editor's log. */
export function logError(connection: Connection, error: unknown): void {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
