/** Statistics of repeated measurements. */
export interface Sample {
  readonly median: number;
  /** The lower and the upper quartile. */
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/** The number of measurements: at least `runs` and for at least `time`, but at most `most`. */
export interface Plan {
  readonly warmUps: number;
  readonly runs: number;
  readonly most: number;
  /** Milliseconds. */
  readonly time: number;
}

/** Repeats a measurement in milliseconds as planned. */
export async function sample(plan: Plan, take: () => number | Promise<number>): Promise<Sample> {
  for (let run = 0; run < plan.warmUps; run++) await take();
  const values: number[] = [];
  const start = performance.now();
  while (values.length < plan.most) {
    if (values.length >= plan.runs && performance.now() - start > plan.time) break;
    values.push(await take());
  }
  return summarised(values);
}

/** Milliseconds that a call takes. */
export function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Median and quartiles of values. */
export function summarised(values: readonly number[]): Sample {
  const sorted = [...values].sort((one, other) => one - other);
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    runs: sorted.length,
  };
}

/** A quantile of sorted values, interpolated linearly; NaN if there are no values. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The milliseconds of processor time that work takes, of all threads of this process. */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
