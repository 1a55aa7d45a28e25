/** All of Caffe's checks by their stable ids. Source: BVLC/caffe master, the SSD fork, and layers of other forks. */
import { blobChecks } from './catalogue/blobs.ts';
import { dataChecks } from './catalogue/data.ts';
import { elementwiseChecks } from './catalogue/elementwise.ts';
import { forkArrayChecks } from './catalogue/forkArrays.ts';
import { forkLabelChecks } from './catalogue/forkLabels.ts';
import { forkChecks } from './catalogue/forks.ts';
import { forkTensorChecks } from './catalogue/forkTensors.ts';
import { forkVariantChecks } from './catalogue/forkVariants.ts';
import { lossChecks } from './catalogue/losses.ts';
import { netChecks } from './catalogue/net.ts';
import { recurrentChecks } from './catalogue/recurrent.ts';
import { reshapingChecks } from './catalogue/reshaping.ts';
import { solverChecks } from './catalogue/solver.ts';
import { ssdChecks } from './catalogue/ssd.ts';
import { textChecks } from './catalogue/text.ts';
import { windowChecks } from './catalogue/windows.ts';
import type { Check, CheckTable } from './check.ts';

const table = {
  ...textChecks,
  ...netChecks,
  ...blobChecks,
  ...windowChecks,
  ...elementwiseChecks,
  ...reshapingChecks,
  ...recurrentChecks,
  ...lossChecks,
  ...dataChecks,
  ...solverChecks,
  ...ssdChecks,
  ...forkChecks,
  ...forkTensorChecks,
  ...forkArrayChecks,
  ...forkLabelChecks,
  ...forkVariantChecks,
} as const satisfies CheckTable;

export type CheckId = keyof typeof table;

const entries: ReadonlyMap<string, CheckTable[string]> = new Map(Object.entries(table));

/** Returns the check with an id. */
export function findCheck(id: string): Check | undefined {
  const entry = entries.get(id);
  if (!entry) return undefined;
  const [kind, phrase, meaning] = entry;
  return { kind, phrase, ...(meaning !== undefined && { meaning }) };
}

export const checkIds = Object.keys(table) as readonly CheckId[];
