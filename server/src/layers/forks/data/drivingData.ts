import { divide, Unknown } from '../../../shape/dim.ts';
import { unshaped } from '../../../shape/shape.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { dataLayer, opensSource, topsOf } from '../../helpers/dataLayer.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';
import { checkTransform, datum } from '../../helpers/imageSource.ts';

/** Layers of forks that read street scenes and scene texts, and maps of their objects. */

/** SeokjuLee/VPGNet, drive_data_layer.cpp: for each grid cell, a mask with a box, and a class. */
const driveData = dataLayer(
  'DriveData',
  'Reads street scenes from a database. For each cell of a grid, the second top has whether and where an object covers it, the third its class.',
  {
    forks: ['vpgnet'],
    paramField: 'drive_data_param',
    opens: opensSource('data_param'),
    reshape(layer) {
      const { params } = layer;
      const batch = layer.message.message('data_param').int('batch_size');
      const grid = (field: string) => [
        params.int('tiling_height') * params.int(field),
        params.int('tiling_width') * params.int(field),
      ];
      return topsOf(
        layer,
        [batch, 3, params.int('cropped_height'), params.int('cropped_width')],
        [batch, 8, ...grid('label_resolution')],
        [batch, 1, ...grid('catalog_resolution')],
      );
    },
  },
);

/** Xilinx/Vitis-AI, drive_data_layer.cpp: classes are not optional. */
const driveDataOfVitis: LayerDefinition = {
  ...driveData,
  forks: ['vitis'],
  tops: between(1, 5),
  setUp(layer) {
    checkTransform(layer);
    if (layer.topCount !== 2) return;
    layer.refuse(
      'fork/drive-tops',
      layer.topAt(1),
      'A second top of DriveData requires a third, the classes.',
    );
  },
};

const labels = new Unknown('labels', 'The size of the label maps depends on the data source.');

/** Xilinx/Vitis-AI, driving_data_layer.cpp and direct_regression_nnn_data_layer.cpp: the records state all sizes. */
function regressionData(type: string, doc: string, channels: number): LayerDefinition {
  return dataLayer(type, doc, {
    paramField: 'data_param',
    opens: opensSource('data_param'),
    tops: between(1, 2),
    setUp: checkTransform,
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const [, height, width] = datum(layer);
      return topsOf(layer, [batch, 3, height, width], [batch, channels, labels, labels]);
    },
  });
}

const drivingData = regressionData(
  'DrivingData',
  'Reads street scenes from a database, and maps of where their objects are.',
  8,
);

const directRegressionNnnData = regressionData(
  'DirectRegressionNnnData',
  'Reads images of scenes with text from a database, and maps of the corners of the text.',
  12,
);

/** Xilinx/Vitis-AI, driving_data_2_layer.cpp: all label maps and boxes in one row, for ReshapeLabel. */
const drivingData2: LayerDefinition = {
  ...drivingData,
  type: 'DrivingData2',
  doc: `${drivingData.doc} Each image has one row of labels, which ReshapeLabel splits.`,
  reshape(layer) {
    const [images = unshaped] = drivingData.reshape(layer);
    return topsOf(layer, images, [layer.params.int('batch_size'), 1, 1, labels]);
  },
};

/** Xilinx/Vitis-AI, reshape_label_layer.cpp: three smaller masks, the maps, and 1000 boxes. */
const reshapeLabel: LayerDefinition = {
  type: 'ReshapeLabel',
  category: 'shape',
  paramField: 'reshape_label_param',
  doc: 'Splits the labels of DrivingData2: masks of 1/8, 1/4 and 1/2 of `full_label_size`, 8 maps of the whole size, and 1000 boxes.',
  bottoms: exactly(1),
  tops: atLeast(5),
  reshape(layer) {
    const [num] = imageAxes(layer, 0);
    const size = layer.params.int('full_label_size');
    const masks = [8, 4, 2].map((scale) => [num, 1, divide(size, scale), divide(size, scale)]);
    const shapes = [...masks, [num, 8, size, size], [num, 1, 1000, 4]];
    return layer.topNames.map((_, index) => shapes[index] ?? unshaped);
  },
};

export const drivingDataLayers: readonly LayerDefinition[] = [
  directRegressionNnnData,
  driveData,
  driveDataOfVitis,
  drivingData,
  drivingData2,
  reshapeLabel,
];
