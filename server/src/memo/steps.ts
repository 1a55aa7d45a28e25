/** Long work in small steps, so the caller can do other work between two of them, or stop. */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps and returns the result. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
