import { type Shape, unshaped } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { atLeast, exactly, type FileField, type LayerDefinition } from '../definition.ts';
import { givenImage, override } from './imageSource.ts';

/** A layer without bottoms and, by default, with any number of tops. */
export function dataLayer(
  type: string,
  doc: string,
  more: Pick<LayerDefinition, 'reshape'> & Partial<LayerDefinition>,
): LayerDefinition {
  return { type, category: 'data', doc, bottoms: exactly(0), tops: atLeast(1), ...more };
}

/**
 * The tops as the layer produces them, except those with explicit shapes. Further tops are never shaped
 * (base_data_layer.cpp).
 */
export function topsOf(layer: LayerContext, ...shapes: readonly Shape[]): Shape[] {
  return layer.topNames.map((name, index) => {
    const own = shapes[index] ?? unshaped;
    return index === 0 && givenImage(layer) ? own : (override(layer, name) ?? own);
  });
}

/** The mean image of a transformation (data_transformer.cpp). */
export const meanFile: FileField = { param: 'transform_param', field: 'mean_file', optional: true };

/** The `source` of a data layer, and the mean image of its transformation. */
export function opensSource(param: string): () => readonly FileField[] {
  return () => [{ param, field: 'source' }, meanFile];
}
