import type { CheckTable } from '../check.ts';

/** Checks of forks in layers of BVLC and SSD that they have changed. */
export const forkVariantChecks = {
  'fork/pool-count': [
    'fatal',
    'must be specified once, or once per spatial dimension',
    'Each field of a pooling window must be set once, or once for each axis of the image or volume.',
  ],
  'fork/pool-sides': [
    'fatal',
    'kernel_h & kernel_w can only be used for 2D pooling.',
    'Fields for height and width cannot be set for volumes.',
  ],
} as const satisfies CheckTable;
