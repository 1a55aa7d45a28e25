/** What is counted for a layer, in the order in which it is listed. */
export const countNames = [
  'weights',
  'biases',
  'statistics',
  'params',
  'trainable',
  'macs',
  'operations',
  'connections',
  'memory',
] as const;

export type CountName = (typeof countNames)[number];

/** A value for each count. */
export type Counts<T> = {
  /** Values that are multiplied with inputs. */
  readonly weights: T;
  /** Values that are added to a result. */
  readonly biases: T;
  /** Stored values that are not learned, such as those of BatchNorm. */
  readonly statistics: T;
  /** The number of values in all parameter blobs, as Caffe counts them. */
  readonly params: T;
  /** Those that training changes. */
  readonly trainable: T;
  /** Multiply-accumulates of the whole batch. */
  readonly macs: T;
  /** All other operations of the whole batch: additions, comparisons, functions. */
  readonly operations: T;
  /** Uses of a weight or bias for one value of a top, over the whole batch. */
  readonly connections: T;
  /** The size of the tops in bytes, 0 for those that are the memory of a bottom. */
  readonly memory: T;
};

/** A value for each count, from its name. */
export function mapCounts<T>(ofName: (name: CountName) => T): Counts<T> {
  return Object.fromEntries(countNames.map((name) => [name, ofName(name)])) as unknown as Counts<T>;
}
