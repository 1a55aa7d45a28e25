const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type HeldSignal = (typeof signals)[number];

let holding = false;
let release: NodeJS.Immediate | undefined;

/**
 * Runs work that must not stop halfway: a signal that ends the process ends it after the work. Only signals to the main
 * thread wait. Work that may wait for another process does not belong here.
 */
export function uninterrupted<Result>(work: () => Result): Result {
  hold();
  try {
    return work();
  } finally {
    releaseLater();
  }
}

function hold(): void {
  clearImmediate(release);
  if (holding) return;
  holding = true;
  for (const signal of signals) process.on(signal, end);
}

/** A signal that has arrived is delivered when the event loop next polls, which is between two immediates. */
function releaseLater(): void {
  release = setImmediate(() => {
    release = setImmediate(stopHolding);
  });
}

function stopHolding(): void {
  holding = false;
  for (const signal of signals) process.off(signal, end);
}

/** Ends the process as the signal would have ended it. */
function end(signal: HeldSignal): void {
  stopHolding();
  process.kill(process.pid, signal);
}
