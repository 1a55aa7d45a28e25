import type { CloseAction, ErrorHandler } from 'vscode-languageclient';

/** What a user is told about a server that ended unexpectedly. */
export interface CrashMessages {
  /** It has been started again. */
  restarted(): unknown;
  /** It ended too often, and is not started again. */
  gaveUp(): unknown;
}

const doNotRestart: CloseAction.DoNotRestart = 1;

/**
 * Starts a server that ended unexpectedly again, as often as the handler of the library does, and tells the user the
 * first time and the last.
 */
export function createCrashHandler(
  createLibraryHandler: () => ErrorHandler,
  messages: CrashMessages,
): ErrorHandler {
  let known: ErrorHandler | undefined;
  const library = () => {
    known ??= createLibraryHandler();
    return known;
  };
  let isTold = false;
  return {
    error: (...given) => library().error(...given),
    closed: async () => {
      const result = await library().closed();
      if (result.action === doNotRestart) messages.gaveUp();
      else if (!isTold) messages.restarted();
      isTold = true;
      // The library writes to the log, but shows nothing.
      return { ...result, handled: true };
    },
  };
}
