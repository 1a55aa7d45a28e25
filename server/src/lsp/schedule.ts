import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { FailureLog } from './failureLog.ts';

/**
 * Answers a request: first handles waiting messages, such as edits and cancellations, then waits until it is ready,
 * then runs without interruption. A cancelled request does not wait.
 */
export async function answer<T>(
  token: CancellationToken,
  ready: () => Promise<void>,
  run: () => T | Promise<T>,
): Promise<T | ResponseError<void>> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await Promise.race([ready(), cancelled(token)]);
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  return run();
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

/** The pause after which background work continues, and the longest time that it waits, in milliseconds. */
const [quiet, mostWait] = [150, 2000];

/** Resolves when other messages are handled and the editor has not needed an answer for a moment, at the latest soon. */
export async function whenIdle(active: () => number): Promise<void> {
  const started = performance.now();
  do {
    const rest = quiet - (performance.now() - active());
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, Math.min(rest, quiet))));
  } while (performance.now() - active() < quiet && performance.now() - started < mostWait);
}

/** Delayed tasks, one per key; a newer task replaces the waiting one. */
export interface Schedule {
  /** Runs a task after a delay in milliseconds; by default, the delay of its key. */
  later(key: string, run: () => Promise<void>, delay?: number): void;
  /**
   * Records the duration of a task: the next one waits that long, so that typing has priority. A fast one does not
   * wait.
   */
  took(key: string, milliseconds: number): void;
  drop(key: string): void;
}

/** Tasks up to this duration do not wait, and the longest wait, in milliseconds. */
const cheap = 20;
const longest = 500;

/** Creates a schedule that logs the failures of its tasks. */
export function createSchedule(log: FailureLog): Schedule {
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
      run().catch((error: unknown) => log.write(`A task for ${key} failed.`, error));
    };
    waiting.set(key, setTimeout(start, delay));
  };
  const forget = (key: string) => {
    drop(key);
    costs.delete(key);
  };
  return { later, took: (key, milliseconds) => costs.set(key, milliseconds), drop: forget };
}
