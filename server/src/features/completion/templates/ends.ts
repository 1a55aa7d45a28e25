import { newField } from '../../../edit/newField.ts';
import type { Dialect } from '../../../schema/dialect.ts';
import { differ } from '../../../shape/dim.ts';
import { hasRank } from '../../../shape/shape.ts';
import type { Blob } from '../blobs.ts';
import { nextLayerName } from '../names/layerNames.ts';
import { namesOf } from '../names/nextNames.ts';
import { usualParams } from '../usualParams.ts';
import { NetWriter } from './netWriter.ts';
import type { Place, Template } from './template.ts';
import { UnitNames } from './unitNames.ts';

/** The ends of a net: data, and classifiers. */
export const ends: readonly Template[] = [
  {
    label: 'data_train_test',
    detail: 'Data for TRAIN and for TEST',
    doc: 'Images and labels from two databases, one for each phase.',
    fields: (place) => (hasData(place) ? undefined : dataLayers()),
  },
  {
    label: 'image_data_train_test',
    detail: 'ImageData for TRAIN and for TEST',
    doc: 'Images and labels from two lists of files, one for each phase.',
    fields: (place) => (hasData(place) ? undefined : imageDataLayers()),
  },
  {
    label: 'classifier',
    detail: 'InnerProduct, SoftmaxWithLoss, Accuracy',
    doc: 'A classifier with its loss, and its accuracy in the TEST phase.',
    fields: (place) => classifier(place, true),
  },
  {
    label: 'classifier_deploy',
    detail: 'InnerProduct, Softmax',
    doc: 'A classifier for deployment: probabilities without a label.',
    fields: (place) => classifier(place, false),
  },
];

/** Whether the file has a layer that provides data, or names of such a layer. */
function hasData({ document }: Place): boolean {
  const { layers } = document.netInput().upgraded;
  const names = namesOf(document);
  return names.has('data') || names.has('label') || layers.some(({ facts }) => facts.bottoms.length === 0);
}

/** Data for both phases. */
export function dataLayers(writer = new NetWriter()) {
  for (const phase of ['TRAIN', 'TEST'] as const) {
    const isTrain = phase === 'TRAIN';
    writer.layer({
      name: 'data',
      type: 'Data',
      tops: ['data', 'label'],
      params: [
        newField('include', [newField('phase', phase)]),
        newField('transform_param', [
          newField('mirror', isTrain),
          newField('crop_size', writer.stop(224, 'crop')),
        ]),
        newField('data_param', [
          newField('source', writer.stopInQuotes(isTrain ? 'train_lmdb' : 'val_lmdb')),
          newField('batch_size', writer.stop(isTrain ? 64 : 50)),
          newField('backend', 'LMDB'),
        ]),
      ],
    });
  }
  return writer.fields;
}

function imageDataLayers(writer = new NetWriter()) {
  for (const phase of ['TRAIN', 'TEST'] as const) {
    const isTrain = phase === 'TRAIN';
    writer.layer({
      name: 'data',
      type: 'ImageData',
      tops: ['data', 'label'],
      params: [
        newField('include', [newField('phase', phase)]),
        newField('transform_param', [newField('mirror', isTrain)]),
        newField('image_data_param', [
          newField('source', writer.stopInQuotes(isTrain ? 'train.txt' : 'val.txt')),
          newField('batch_size', writer.stop(isTrain ? 64 : 50)),
          newField('shuffle', isTrain),
          newField('new_height', writer.stop(224, 'height')),
          newField('new_width', writer.stop(224, 'width')),
        ]),
      ],
    });
  }
  return writer.fields;
}

function classifier(place: Place, hasLabel: boolean) {
  const bottom = place.blobs.find((blob) => !blob.label && !blob.source && hasFeatures(blob));
  const label = place.blobs.find((blob) => blob.label && bottom && labels(blob, bottom))?.name;
  if (!bottom || (hasLabel && label === undefined)) return undefined;
  const names = new UnitNames(place);
  const name = names.free(nextLayerName(place, 'InnerProduct'));
  const writer = new NetWriter(name);
  const logits = innerProduct(writer, name, bottom.name);
  if (label === undefined || !hasLabel) softmax(writer, names.free('prob'), logits);
  else judges(writer, place.document.dialect, [names.free('accuracy'), names.free('loss')], [logits, label]);
  return writer.fields;
}

/** Whether a blob has more axes than that of the batch, as far as known. */
function hasFeatures({ shape }: Blob): boolean {
  return !hasRank(shape) || shape.length > 1;
}

/** Whether a blob can have one label for each item of another one. */
function labels({ shape }: Blob, { shape: features }: Blob): boolean {
  if (!hasRank(shape)) return true;
  const [batch = 1, ...rest] = shape;
  const items = hasRank(features) ? features[0] : undefined;
  return rest.every((length) => length === 1) && (items === undefined || !differ(batch, items));
}

/** A fully connected layer, with a stop at the number of its outputs. */
export function innerProduct(writer: NetWriter, name: string, bottom: string): string {
  const filler = newField('weight_filler', [newField('type', '"xavier"')]);
  const params = [newField('inner_product_param', [newField('num_output', writer.stop(10)), filler])];
  return writer.layer({ name, type: 'InnerProduct', bottoms: [bottom], params });
}

/** Probabilities. */
export function softmax(writer: NetWriter, name: string, bottom: string): void {
  writer.layer({ name, type: 'Softmax', bottoms: [bottom] });
}

/** The accuracy of a prediction and its loss. */
export function judges(
  writer: NetWriter,
  dialect: Dialect,
  [accuracy, loss]: readonly [string, string],
  bottoms: readonly string[],
): void {
  writer.layer({ name: accuracy, type: 'Accuracy', bottoms, params: usualParams('Accuracy', dialect) });
  writer.layer({ name: loss, type: 'SoftmaxWithLoss', bottoms });
}
