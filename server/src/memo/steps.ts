/** Long work in small steps, so that whoever runs it can do something else between two of them, or stop. */
export type Steps<T> = Generator<void, T, void>;

/** Does long work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
