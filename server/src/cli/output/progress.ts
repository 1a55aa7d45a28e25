import { visible } from '../../text/visible.ts';

const manyFiles = 20;

/** A progress indicator in the last line of a terminal. */
export interface Progress {
  /** Counts a file as done. */
  step(file: string): void;
  /** Clears the line for output. */
  clear(): void;
}

/** The required parts of a stream, which may be a terminal. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows the number of finished files if there are many and the stream is a terminal. */
export function showProgress(total: number, terminal: Terminal): Progress {
  if (total < manyFiles || !terminal.isTTY) return { step: () => undefined, clear: () => undefined };
  let done = 0;
  let isShown = false;
  const clear = () => {
    if (isShown) terminal.write('\r\u001b[K');
    isShown = false;
  };
  return {
    step: (file) => {
      done += 1;
      const text = visible(`${done}/${total} ${file}`).slice(0, (terminal.columns ?? 80) - 1);
      clear();
      if (done === total) return;
      terminal.write(text);
      isShown = true;
    },
    clear,
  };
}
