import { parentPort, workerData } from 'node:worker_threads';
import type { Ended, Request, Started } from './messages.ts';
import { indicesOf, planOf } from './plan.ts';
import { signatureOf } from './run.ts';
import { readSeeds } from './seeds.ts';

/** Examines inputs, round after round, until the thread is terminated. */
const request: Request = workerData;
const known = new Set(request.known);
const plan = planOf(request.seed, readSeeds(request.corpus), request.kinds);

for (let round = request.round; ; round++) {
  for (const planned of plan) {
    for (const index of indicesOf(planned, round)) {
      const { name: kind, inputs } = planned;
      post({ started: { kind, index, round } });
      const { finds, size } = await inputs.examine(index, (violation) => known.has(signatureOf(violation)));
      for (const find of finds) known.add(signatureOf(find));
      post({ ended: { kind, size, finds } });
    }
  }
}

function post(message: Started | Ended): void {
  parentPort?.postMessage(message);
}
