/** Options of a deployment net. */
export interface DeployOptions {
  /** The batch size; by default 1 if a data layer sets it, otherwise unchanged. */
  readonly batch?: number | undefined;
  /** Whether to remove Dropout layers, which have no effect outside training. */
  readonly dropDropout?: boolean | undefined;
  /** Whether to keep fillers, learning rates and loss weights. */
  readonly keepTraining?: boolean | undefined;
  /** Input shapes by name, in addition to the known ones. */
  readonly inputShapes?: ReadonlyMap<string, readonly number[]> | undefined;
}
