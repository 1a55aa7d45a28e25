import { type Dim, differ, isKnown, multiply } from '../../shape/dim.ts';
import { formatShape, hasRank, type Shape } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { between, type LayerDefinition } from '../definition.ts';
import {
  checkFirstAxis,
  checkInnerSoftmax,
  checkLabelAxes,
  checkLabelCount,
  loss,
  refuseInPlace,
  scalar,
} from './loss.ts';

/** InfogainLoss of BVLC, and of SSD and older forks. */

export const infogainLoss = infogainLossOf(
  (layer) => layer.base === 'ssd' || !layer.acceptsSince('2017-04-14'),
);

/** jolibrain/caffe, infogain_loss_layer.cpp: the older layer in a newer Caffe. */
export const olderInfogainLoss: LayerDefinition = { ...infogainLossOf(() => true), forks: ['deepdetect'] };

/** `isOld`: whether the layer expects probabilities; later it has its own softmax. */
function infogainLossOf(isOld: (layer: LayerContext) => boolean): LayerDefinition {
  return loss('InfogainLoss', 'Multinomial logistic loss weighted by a matrix of label similarities.', {
    paramField: 'infogain_loss_param',
    opens: (message) =>
      message.count('bottom') < 3 ? [{ param: 'infogain_loss_param', field: 'source', optional: true }] : [],
    bottoms: between(2, 3),
    tops: (layer) => (isOld(layer) ? { exact: 1 } : { min: 1, max: 2 }),
    setUp(layer) {
      if (!isOld(layer)) setUpInfogain(layer);
      if (layer.bottoms.length < 3 && !layer.params.has('source')) {
        layer.refuse(
          'infogain/source',
          layer.at(),
          'Set `source` to the file of the infogain matrix, or add the matrix as a third bottom.',
        );
      }
    },
    reshape(layer) {
      checkFirstAxis(layer);
      return isOld(layer) ? reshapeOldInfogain(layer) : reshapeInfogain(layer);
    },
  });
}

function setUpInfogain(layer: LayerContext): void {
  checkInnerSoftmax(layer, layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis')), 1);
  const normalize = layer.message.message('loss_param').list('normalize')[0];
  if (normalize)
    layer.refuse('infogain/normalize', normalize, '`normalize` is not supported here; use `normalization`.');
}

function reshapeInfogain(layer: LayerContext): Shape[] {
  refuseInPlace(layer, 'blob/axis-range');
  const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
  checkLabelCount(layer, axis, 'infogain/label-count');
  const labels = layer.dims(0)[axis] ?? 1;
  if (layer.bottoms.length === 3 && differ(layer.count(2), multiply(labels, labels))) {
    layer.refuse(
      'infogain/matrix-count',
      layer.bottomAt(2),
      `The infogain matrix ${layer.describe(2)} must be ${formatShape([labels, labels])}.`,
    );
  }
  return layer.topNames.map((_, index) => (index === 0 ? scalar : layer.like(0)));
}

/** The older layer: one label per item, and a matrix of shape 1×1×D×D. */
function reshapeOldInfogain(layer: LayerContext): Shape[] {
  checkLabelAxes(layer, 1, ['ssd/infogain-label', 'ssd/infogain-label', 'ssd/infogain-label']);
  if (layer.bottoms.length === 3 && hasRank(layer.shape(2))) {
    const [num] = layer.legacy(0);
    const count = layer.count(0);
    const size: Dim = isKnown(count) && isKnown(num) && num !== 0 ? Math.trunc(count / num) : count;
    if (layer.legacy(2).some((dim, axis) => differ(dim, axis < 2 ? 1 : size))) {
      layer.refuse(
        'ssd/infogain-matrix',
        layer.bottomAt(2),
        `The infogain matrix ${layer.describe(2)} must be ${formatShape([1, 1, size, size])}.`,
      );
    }
  }
  return [scalar];
}
