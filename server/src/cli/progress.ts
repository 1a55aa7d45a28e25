const manyFiles = 20;

/** How far a run is, in the last line of a terminal. */
export interface Progress {
  /** One more file is done. */
  step(file: string): void;
  /** Makes room for output. */
  clear(): void;
}

/** Shows on a terminal how many of many files are done. */
export function showProgress(total: number, terminal: NodeJS.WriteStream): Progress {
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
