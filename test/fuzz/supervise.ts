import { Worker } from 'node:worker_threads';
import type { Ended, Request, Started } from './messages.ts';
import { type Find, signatureOf } from './run.ts';
import { readSeeds } from './seeds.ts';

/** The numbers of a run. */
export interface Tally {
  readonly inputs: Map<string, number>;
  /** The number of edits, messages and mutations. */
  edits: number;
  /** The number of violations, each counted once. */
  failed: number;
  /** The next round, from which a later run continues. */
  round: number;
}

/** How inputs are examined. */
interface Supervision {
  /** The code of the thread. */
  readonly script: URL;
  /** The time that one input may take, with its reduction, in milliseconds. */
  readonly longest: number;
}

const usual: Supervision = { script: new URL('worker.ts', import.meta.url), longest: 120_000 };

/** Runs a worker for a number of seconds, and another one after an input that ends it or takes too long. */
export async function supervise(
  request: Request,
  seconds: number,
  report: (find: Find) => void,
  supervision = usual,
): Promise<Tally> {
  const tally: Tally = { inputs: new Map(), edits: 0, failed: 0, round: request.round };
  const known = new Set(request.known);
  let end: number | undefined;
  // The time starts with the first input, as loading takes seconds.
  const isOver = () => {
    end ??= performance.now() + 1000 * seconds;
    return performance.now() > end;
  };
  const found = (find: Find) => {
    known.add(signatureOf(find));
    tally.failed += 1;
    report(find);
  };
  for (;;) {
    const rest = { ...request, round: tally.round, known: [...known] };
    const run = new Run(new Worker(supervision.script, { workerData: rest }), supervision.longest);
    run.onEnded((ended) => count(tally, ended, found));
    run.onStarted(({ round }) => {
      tally.round = round;
      if (isOver()) run.finish(undefined);
    });
    const broken = await run.ended;
    if (!broken) return tally;
    found({ ...broken, input: await inputOf(request, broken) });
    tally.round += 1;
    if (isOver()) return tally;
  }
}

async function inputOf({ seed, corpus }: Request, { kind, index }: Broken): Promise<string> {
  const { planOf } = await import('./plan.ts');
  const [planned] = planOf(seed, readSeeds(corpus), [kind]);
  return planned?.inputs.print(index) ?? '';
}

/** An input that ended a worker, or after which it was ended. */
type Broken = Omit<Find, 'input'>;

/** One worker. */
class Run {
  /** Resolves to undefined after `finish`, or to the input that ended the worker or takes too long. */
  readonly ended: Promise<Broken | undefined>;
  private readonly worker: Worker;
  private readonly longest: number;
  private resolve: (broken: Broken | undefined) => void = () => {};
  private timer: NodeJS.Timeout | undefined;
  private current = { kind: 'start', index: 0 };

  constructor(worker: Worker, longest: number) {
    [this.worker, this.longest] = [worker, longest];
    this.ended = new Promise((resolve) => {
      this.resolve = resolve;
    });
    worker.on('error', (error) => this.break(`ends the process: ${describe(error)}`));
    worker.on('exit', (code) => this.break(`ends the process with ${code}`));
    worker.on('message', () => this.watch());
    this.onStarted((started) => {
      this.current = started;
    });
    this.watch();
  }

  onStarted(listener: (started: Started['started']) => void): void {
    this.worker.on('message', (message: Message) => 'started' in message && listener(message.started));
  }

  onEnded(listener: (ended: Ended['ended']) => void): void {
    this.worker.on('message', (message: Message) => 'ended' in message && listener(message.ended));
  }

  finish(broken: Broken | undefined): void {
    clearTimeout(this.timer);
    this.worker.removeAllListeners('message');
    this.resolve(broken);
    void this.worker.terminate();
  }

  private watch(): void {
    clearTimeout(this.timer);
    const { longest } = this;
    this.timer = setTimeout(() => this.break(`takes longer than ${longest / 1000} s`), longest);
  }

  private break(message: string): void {
    const { kind, index } = this.current;
    this.finish({ kind, index, oracle: 'every input ends', message });
  }
}

type Message = Started | Ended;

function count(tally: Tally, { kind, size, finds }: Ended['ended'], found: (find: Find) => void): void {
  tally.inputs.set(kind, (tally.inputs.get(kind) ?? 0) + 1);
  tally.edits += size;
  finds.forEach(found);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
