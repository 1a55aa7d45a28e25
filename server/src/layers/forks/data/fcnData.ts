import { castToInt } from '../../../shape/dim.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { dataLayer, topsOf } from '../../helpers/dataLayer.ts';

/** happynear/caffe-windows, branch hog, fcn_data_layer.cpp: features of several scales, and heat maps. */
const fcnData = dataLayer(
  'FCNData',
  'Reads images of objects in several scales, gray or as histograms of gradients, and maps of where a template matches.',
  {
    paramField: 'fcn_data_param',
    opens: () => [{ param: 'image_data_param', field: 'source' }],
    tops: exactly(2),
    setUp(layer) {
      const images = layer.message.message('image_data_param');
      const [height, width] = [images.int('new_height'), images.int('new_width')];
      if (height > 0 !== width > 0)
        layer.refuse(
          'image/new-size-pair',
          images.list('new_height')[0] ?? images.list('new_width')[0],
          '`new_height` and `new_width` must be set together.',
        );
      if (images.int('batch_size') <= 0)
        layer.refuse(
          'image/batch',
          images.list('batch_size')[0] ?? layer.message.list('image_data_param')[0],
          '`batch_size` is missing or 0; it must be 1 or more.',
        );
    },
    reshape(layer) {
      const { params } = layer;
      const items =
        layer.message.message('image_data_param').int('batch_size') * params.int('scale_step_num');
      const features = [sideOf(layer, 'h', 'top', 'bottom'), sideOf(layer, 'w', 'left', 'right')];
      const maps = [params.int('template_h'), params.int('template_w')].map(
        (template, axis) => (features[axis] ?? 0) - template + 1,
      );
      const shapes = [
        [items, params.bool('use_hog') ? 31 : 1, ...features],
        [items, 2, ...maps],
      ];
      for (const shape of shapes) layer.checkShape(shape, 'a top', layer.at('template_h', 'template_w'));
      return topsOf(layer, ...shapes);
    },
  },
);

/** The length of a side: the object, without and with its border, in 64-bit floats. */
function sideOf(
  { params }: LayerContext,
  side: 'h' | 'w',
  before: 'top' | 'left',
  after: 'bottom' | 'right',
): number {
  const around = 1 + params.float(`expand_${before}`) + params.float(`expand_${after}`);
  const cell = params.bool('use_hog') ? params.int('hog_cell_size') : 1;
  const object = (params.int(`template_${side}`) / around) * cell;
  // The layer expands both sides by those of the width.
  const expanded = 1 + params.float('expand_left') + params.float('expand_right');
  const length = castToInt(object * castToInt(params.float(`roi_multiply_${side}`)) * expanded);
  return castToInt(length / cell);
}

export const fcnDataLayers: readonly LayerDefinition[] = [fcnData];
