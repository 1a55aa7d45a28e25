import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { dataLayer, topsOf } from '../../helpers/dataLayer.ts';

/** Layers of yjxiong/caffe, branch jd, that build maps from a text file. */

/** map_data_layer.cpp. */
const mapData = dataLayer(
  'MapData',
  'Draws the bounding boxes of a text file into maps; `background_channel` adds a channel for the rest of the image.',
  {
    paramField: 'map_data_param',
    opens: () => [{ param: 'map_data_param', field: 'source_file' }],
    tops: exactly(1),
    setUp(layer) {
      checkNotNegative(layer, 'batch_size');
      if (layer.params.has('source_file') || !layer.params.has('db')) return;
      layer.refuse('fork/map-db', layer.at('db'), 'MapData cannot read a database; use `source_file`.');
    },
    reshape(layer) {
      const { params } = layer;
      const sides = ['map_size_h', 'map_size_w'];
      const square = [params.int('map_size'), params.int('map_size')];
      const size = sides.every((side) => params.has(side)) ? sides.map((side) => params.int(side)) : square;
      const channels = params.int('map_channels') + (params.bool('background_channel') ? 1 : 0);
      return topsOf(layer, [params.int('batch_size'), channels, ...size]);
    },
  },
);

const sizes = ['batch_size', 'mat_channels', 'mat_height', 'mat_width'] as const;

/** sparse_data_layer.cpp. */
const sparseData = dataLayer('SparseData', 'Reads arrays from a text file that lists their nonzero values.', {
  paramField: 'sparse_data_param',
  opens: () => [{ param: 'sparse_data_param', field: 'source_file', optional: true }],
  tops: exactly(1),
  setUp(layer) {
    for (const field of sizes) checkNotNegative(layer, field);
  },
  reshape: (layer) =>
    topsOf(
      layer,
      sizes.map((field) => layer.params.int(field)),
    ),
});

function checkNotNegative(layer: LayerContext, field: string): void {
  const value = layer.params.int(field);
  if (value >= 0) return;
  layer.refuse('fork/map-size', layer.at(field), `\`${field}\` must be 0 or more, but is ${value}.`);
}

export const mapDataLayers: readonly LayerDefinition[] = [mapData, sparseData];
