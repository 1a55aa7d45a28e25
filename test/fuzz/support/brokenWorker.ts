import { parentPort, workerData } from 'node:worker_threads';

/** Examines an input that never ends in round 0, one that ends the thread in round 1, and valid ones afterwards. */
for (let { round } = workerData; ; round++) {
  parentPort?.postMessage({ started: { kind: 'text', index: round, round } });
  while (round === 0);
  if (round === 1) throw new Error('out of memory');
  parentPort?.postMessage({ ended: { kind: 'text', size: 1, finds: [] } });
  await new Promise((resolve) => setTimeout(resolve, 20));
}
