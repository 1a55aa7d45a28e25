import { inspect } from 'node:util';

/** Asks for a report of an error that is not the user's. */
export const requestReport = 'This is an error of caffe-prototxt; please report it with the file.';

/** An error with its stack trace, or any other thrown value with its fields. */
export function describe(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? error.message)
    : inspect(error, { depth: 4, breakLength: 120 });
}
