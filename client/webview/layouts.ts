import type { Graph } from '../../server/src/drawing/graph.ts';
import type { Layout } from '../../server/src/drawing/layout/positions.ts';
import type { LayoutAnswer, LayoutQuestion } from './layoutMessages.ts';

/** Requests layouts from the worker, one at a time: of several waiting graphs, only the latest is laid out. */
export class Layouts {
  private readonly worker: Promise<Worker>;
  private readonly done: (graph: Graph, layout: Layout | undefined, problem: string) => void;
  private running: LayoutQuestion | undefined;
  private waiting: Graph | undefined;
  private lastId = 0;

  /** `done` is called with the layout of a graph, or with the reason why there is none. */
  constructor(script: string, done: (graph: Graph, layout: Layout | undefined, problem: string) => void) {
    this.done = done;
    this.worker = startWorker(script);
    this.worker.then(
      (worker) =>
        worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => this.answered(data)),
      (error: unknown) => this.failed(error),
    );
  }

  request(graph: Graph): void {
    if (this.running) this.waiting = graph;
    else this.start(graph);
  }

  /** Ignores the layouts that were requested. */
  cancel(): void {
    this.running = undefined;
    this.waiting = undefined;
  }

  private start(graph: Graph): void {
    this.lastId += 1;
    const question = { id: this.lastId, graph };
    this.running = question;
    this.worker.then(
      (worker) => worker.postMessage(question),
      (error: unknown) => this.failed(error),
    );
  }

  private answered(answer: LayoutAnswer): void {
    const { running, waiting } = this;
    if (!running || answer.id !== running.id) return;
    this.running = undefined;
    this.waiting = undefined;
    if (waiting) this.start(waiting);
    else if ('layout' in answer) this.done(running.graph, answer.layout, '');
    else this.done(running.graph, undefined, answer.problem);
  }

  private failed(error: unknown): void {
    const { running } = this;
    this.running = undefined;
    if (running) this.done(running.graph, undefined, String(error));
  }
}

/** A webview may only start workers from blobs, so the script is fetched first. */
async function startWorker(script: string): Promise<Worker> {
  const response = await fetch(script);
  if (!response.ok) throw new Error(`The script of the layout cannot be loaded: ${response.status}.`);
  return new Worker(URL.createObjectURL(await response.blob()));
}
