/** How a net is deployed. */
export interface DeployOptions {
  /** Images in a batch; 1 where a data layer decided it, else as it is. */
  readonly batch?: number | undefined;
  /** Whether Dropout layers go, which do nothing outside of training. */
  readonly dropDropout?: boolean | undefined;
  /** Whether fillers, rates of learning and loss weights stay. */
  readonly keepTraining?: boolean | undefined;
  /** Shapes of inputs by name, besides those that are known. */
  readonly inputShapes?: ReadonlyMap<string, readonly number[]> | undefined;
}
