import { type NewField, newField, quoted } from '../../edit/newField.ts';
import { mayHaveFiller } from '../../layers/helpers/filler.ts';
import type { MessageDescriptor } from '../../schema/descriptor.ts';
import type { Dialect } from '../../schema/dialect.ts';
import { messageOf } from '../../schema/unknown.ts';
import type { LayerField } from './paramsLike.ts';

const filler = (type: string) => [newField('type', quoted(type))];

/**
 * The parameters with which a layer of a type is inserted if the file has none of that type: those that Caffe requires,
 * and those that most nets set. Only fields that the dialect has, and `xavier` instead of a filler that it lacks.
 */
export function usualParams(type: string, dialect: Dialect, syntax: LayerField = 'layer'): NewField[] {
  const { schema } = dialect;
  const message = schema.message(syntax === 'layer' ? 'LayerParameter' : 'V1LayerParameter');
  return known(params.get(type) ?? [], message, dialect);
}

function known(
  fields: readonly NewField[],
  message: MessageDescriptor | undefined,
  dialect: Dialect,
): NewField[] {
  return fields.flatMap(({ name, value }) => {
    const field = message?.fields.get(name);
    if (!field) return [];
    if (typeof value !== 'string')
      return newField(name, known(value, messageOf(field, dialect.schema), dialect));
    const isFiller = message?.name === 'FillerParameter' && name === 'type';
    return { name, value: isFiller ? quoted(fillerIn(dialect, value.slice(1, -1))) : value };
  });
}

/** The filler of weights before a ReLU. */
export function weightFiller(dialect: Dialect): NewField {
  return newField('weight_filler', filler(fillerIn(dialect, 'msra')));
}

/** A filler, or `xavier` if a Caffe lacks it. */
function fillerIn(dialect: Dialect, type: string): string {
  return mayHaveFiller(type, dialect) ? type : 'xavier';
}

const params: ReadonlyMap<string, readonly NewField[]> = new Map(
  Object.entries({
    Convolution: [
      newField('convolution_param', [
        newField('num_output', 64),
        newField('kernel_size', 3),
        newField('pad', 1),
        newField('weight_filler', filler('msra')),
      ]),
    ],
    Deconvolution: [
      newField('convolution_param', [
        newField('num_output', 64),
        newField('kernel_size', 4),
        newField('stride', 2),
        newField('pad', 1),
        newField('weight_filler', filler('bilinear')),
      ]),
    ],
    InnerProduct: [
      newField('inner_product_param', [
        newField('num_output', 10),
        newField('weight_filler', filler('xavier')),
      ]),
    ],
    Pooling: [
      newField('pooling_param', [newField('pool', 'MAX'), newField('kernel_size', 2), newField('stride', 2)]),
    ],
    Scale: [newField('scale_param', [newField('bias_term', true)])],
    Dropout: [newField('dropout_param', [newField('dropout_ratio', 0.5)])],
    LRN: [
      newField('lrn_param', [newField('local_size', 5), newField('alpha', '0.0001'), newField('beta', 0.75)]),
    ],
    Eltwise: [newField('eltwise_param', [newField('operation', 'SUM')])],
    Input: [
      newField('input_param', [
        newField(
          'shape',
          [1, 3, 224, 224].map((dim) => newField('dim', dim)),
        ),
      ]),
    ],
    Data: [
      newField('transform_param', [newField('mirror', true), newField('crop_size', 224)]),
      newField('data_param', [
        newField('source', quoted('train_lmdb')),
        newField('batch_size', 64),
        newField('backend', 'LMDB'),
      ]),
    ],
    ImageData: [
      newField('image_data_param', [
        newField('source', quoted('train.txt')),
        newField('batch_size', 64),
        newField('new_height', 256),
        newField('new_width', 256),
      ]),
    ],
    HDF5Data: [
      newField('hdf5_data_param', [newField('source', quoted('train.txt')), newField('batch_size', 64)]),
    ],
    Accuracy: [newField('include', [newField('phase', 'TEST')])],
    Reshape: [newField('reshape_param', [newField('shape', [newField('dim', 0), newField('dim', -1)])])],
    Slice: [newField('slice_param', [newField('axis', 1), newField('slice_point', 1)])],
    Embed: [newField('embed_param', [newField('input_dim', 1000), newField('num_output', 64)])],
    LSTM: [
      newField('recurrent_param', [newField('num_output', 256), newField('weight_filler', filler('xavier'))]),
    ],
    Power: [newField('power_param', [newField('scale', 1), newField('shift', 0)])],
  }),
);
