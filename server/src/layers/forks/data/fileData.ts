import { unshaped } from '../../../shape/shape.ts';
import { anyNumber, exactly, type LayerDefinition } from '../../definition.ts';
import { dataLayer, topsOf } from '../../helpers/dataLayer.ts';
import { datum } from '../../helpers/imageSource.ts';

/** Layers of forks that read and write single files. */

/** lmb-freiburg/flownet2, imgreader_layer.cpp and floatreader_layer.cpp. */
const reader = (type: string, doc: string) =>
  dataLayer(type, doc, {
    paramField: 'reader_param',
    opens: () => [{ param: 'reader_param', field: 'file', optional: true }],
    bottoms: anyNumber,
    tops: exactly(1),
    reshape: (layer) => topsOf(layer, [layer.params.int('num'), ...datum(layer)]),
  });

const imgReader = reader('ImgReader', 'Reads an image file and repeats it `num` times.');

const floatReader = reader(
  'FloatReader',
  'Reads a file of floating-point numbers and repeats it `num` times.',
);

/** lmb-freiburg/flownet2, imgwriter_layer.cpp, flowriter_layer.cpp and others. */
const writer = (type: string, what: string): LayerDefinition => ({
  type,
  doc: `Writes each item of its bottom to ${what}.`,
  paramField: 'writer_param',
  bottoms: exactly(1),
  tops: anyNumber,
  reshape: (layer) => layer.topNames.map(() => unshaped),
});

/** aharley/segaware, mat_read_layer.cpp. */
const matRead = dataLayer('MatRead', 'Reads blobs from Matlab files.', {
  paramField: 'mat_read_param',
  tops: exactly(1),
  reshape: (layer) => topsOf(layer, [layer.params.int('batch_size'), ...datum(layer)]),
});

/** aharley/segaware, mat_write_layer.cpp. */
const matWrite: LayerDefinition = {
  type: 'MatWrite',
  category: 'data',
  doc: 'Writes its bottoms to Matlab files.',
  paramField: 'mat_write_param',
  bottoms: anyNumber,
  tops: exactly(0),
  setUp(layer) {
    if (!layer.params.has('period') || layer.params.int('period') > 0) return;
    layer.refuse(
      'fork/matwrite-period',
      layer.at('period'),
      `\`period\` must be 1 or more, but is ${layer.params.int('period')}.`,
    );
  },
  reshape: () => [],
};

export const fileDataLayers: readonly LayerDefinition[] = [
  floatReader,
  imgReader,
  matRead,
  matWrite,
  writer('FLOWriter', 'an optical flow file'),
  writer('FloatWriter', 'a file of floating-point numbers'),
  writer('ImgWriter', 'an image file'),
  writer('PFMWriter', 'a file of floating-point pixels'),
];
