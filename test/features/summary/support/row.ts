import type { Row } from '../../../../server/src/features/summary/columns.ts';

/** A row of a ReLU, with other facts. */
export function row(name: string, facts: Partial<Row> = {}): Row {
  const counts = { weights: 0, biases: 0, statistics: 0, params: 0, trainable: 0 };
  const costs = { macs: 0, operations: 0, connections: 0, memory: 0 };
  const blobs = { bottoms: [], tops: [name], topShapes: ['1×2'] };
  return { name, type: 'ReLU', ...blobs, ...counts, ...costs, field: '', ...facts };
}
