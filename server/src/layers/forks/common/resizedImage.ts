import type { CheckId } from '../../../checks/catalogue.ts';
import { type Dim, isKnown } from '../../../shape/dim.ts';
import type { Shape } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { exactly } from '../../definition.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';

export const one = exactly(1);

/** Bottom 0 with a different height and width. */
export function resized(layer: LayerContext, height: Dim, width: Dim): Shape {
  const [num, channels] = imageAxes(layer, 0);
  return [num, channels, height, width];
}

/** Rejects a size below 1. */
export function needSize(layer: LayerContext, check: CheckId, size: Dim, ...fields: readonly string[]): void {
  if (!isKnown(size) || size >= 1) return;
  layer.refuse(
    check,
    layer.at(...fields),
    `${layer.type} would resize ${layer.describe(0)} to an image with an axis of ${size}; it must be 1 or more.`,
  );
}
