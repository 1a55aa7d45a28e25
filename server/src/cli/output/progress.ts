const manyFiles = 20;

/** How far a run is, in the last line of a terminal. */
export interface Progress {
  /** One more file is done. */
  step(file: string): void;
  /** Makes room for output. */
  clear(): void;
}

/** What is needed of a terminal, or of a stream that is none. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows on a terminal how many of many files are done. */
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
      const text = `${done}/${total} ${file}`.slice(0, (terminal.columns ?? 80) - 1);
      clear();
      if (done === total) return;
      terminal.write(text);
      isShown = true;
    },
    clear,
  };
}
