import type { Layer } from '../../net/net.ts';
import type { Message } from '../../schema/message.ts';
import { type NewField, newField, quoted } from '../newField.ts';

/** Values that a MultiBoxLoss does not have, from the training scripts of the SSD fork (examples/ssd/ssd_pascal.py). */
const usual = { nms_threshold: 0.45, top_k: 400, keep_top_k: 200, confidence_threshold: 0.01 } as const;

/** The values that are assumed, in a sentence. */
export const usualDetection = `It uses the defaults nms_threshold ${usual.nms_threshold}, top_k ${usual.top_k}, keep_top_k ${usual.keep_top_k} and confidence_threshold ${usual.confidence_threshold}.`;

/**
 * The detection layers for a MultiBoxLoss, as in the scripts of the SSD fork: the scores as probabilities, and a
 * DetectionOutput with the values of the loss.
 */
export function detectionDrafts(loss: Layer, free: (wanted: string) => string): NewField[] {
  const [location = '', scores = '', priors = ''] = loss.message.texts('bottom');
  const param = loss.message.message('multibox_loss_param');
  const activation = param.text('conf_loss_type') === 'LOGISTIC' ? logistic : softmax;
  const layers = activation(scores, param.int('num_classes'), free);
  const name = free('detection_out');
  const bottoms = [location, layers.at(-1)?.name ?? scores, priors];
  return [
    ...layers.map(({ fields }) => newField('layer', fields)),
    newField('layer', [
      ...heading(name, 'DetectionOutput', ...bottoms),
      newField('detection_output_param', outputFields(param)),
    ]),
  ];
}

interface Named {
  readonly name: string;
  readonly fields: readonly NewField[];
}

type Activation = (scores: string, classes: number, free: (wanted: string) => string) => Named[];

const softmax: Activation = (scores, classes, free) => {
  const [reshape, probability, flat] = ['reshape', 'softmax', 'flatten'].map((what) =>
    free(`${scores}_${what}`),
  );
  const dims = [0, -1, classes].map((dim) => newField('dim', dim));
  return [
    named(reshape, 'Reshape', scores, newField('reshape_param', [newField('shape', dims)])),
    named(probability, 'Softmax', reshape, newField('softmax_param', [newField('axis', 2)])),
    named(flat, 'Flatten', probability, newField('flatten_param', [newField('axis', 1)])),
  ];
};

const logistic: Activation = (scores, _, free) => [named(free(`${scores}_sigmoid`), 'Sigmoid', scores)];

function named(name = '', type: string, bottom = '', ...params: readonly NewField[]): Named {
  return { name, fields: [...heading(name, type, bottom), ...params] };
}

function heading(name: string, type: string, ...bottoms: readonly string[]): NewField[] {
  return [
    newField('name', quoted(name)),
    newField('type', quoted(type)),
    ...bottoms.map((bottom) => newField('bottom', quoted(bottom))),
    newField('top', quoted(name)),
  ];
}

function outputFields(loss: Message): NewField[] {
  const suppression = [newField('nms_threshold', usual.nms_threshold), newField('top_k', usual.top_k)];
  return [
    newField('num_classes', loss.int('num_classes')),
    newField('share_location', loss.bool('share_location')),
    newField('background_label_id', loss.int('background_label_id')),
    newField('nms_param', suppression),
    ...(loss.has('code_type') ? [newField('code_type', loss.text('code_type'))] : []),
    ...(loss.bool('encode_variance_in_target') ? [newField('variance_encoded_in_target', true)] : []),
    newField('keep_top_k', usual.keep_top_k),
    newField('confidence_threshold', usual.confidence_threshold),
  ];
}
