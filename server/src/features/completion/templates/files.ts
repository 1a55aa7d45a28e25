import { type NewField, newField } from '../../../edit/newField.ts';
import type { Dialect } from '../../../schema/dialect.ts';
import { usualParams, weightFiller } from '../usualParams.ts';
import { dataLayers, innerProduct, judges, softmax } from './ends.ts';
import { NetWriter } from './netWriter.ts';
import type { Place, Template } from './template.ts';

/** Whole nets for an empty file. */
export const wholeNets: readonly Template[] = [
  {
    label: 'deploy_net',
    detail: 'a net for deployment',
    doc: 'A small net for deployment: an input, a convolution, pooling, a classifier and probabilities.',
    fields: (place) => wholeNet(place, false),
  },
  {
    label: 'train_test_net',
    detail: 'a net for training and testing',
    doc: 'A small net with data for both phases, a convolution, pooling, a classifier, its loss and its accuracy.',
    fields: (place) => wholeNet(place, true),
  },
];

function wholeNet({ present, document }: Place, trains: boolean): readonly NewField[] | undefined {
  if ([...present].some((name) => name !== 'name')) return undefined;
  const writer = new NetWriter();
  const title = present.has('name') ? [] : [newField('name', writer.stopInQuotes('Net'))];
  if (trains) dataLayers(writer);
  else input(writer);
  const conv = convolution(writer, document.dialect);
  const relu = writer.layer({ name: 'relu1', type: 'ReLU', bottoms: [conv], tops: [conv] });
  const params = usualParams('Pooling', document.dialect);
  const pool = writer.layer({ name: 'pool1', type: 'Pooling', bottoms: [relu], params });
  const logits = innerProduct(writer, 'fc1', pool);
  if (trains) judges(writer, document.dialect, ['accuracy', 'loss'], [logits, 'label']);
  else softmax(writer, 'prob', logits);
  return [...title, ...writer.fields];
}

function input(writer: NetWriter): string {
  const dims = [1, 3, 224, 224].map((length) => newField('dim', writer.stop(length)));
  return writer.layer({
    name: 'data',
    type: 'Input',
    params: [newField('input_param', [newField('shape', dims)])],
  });
}

function convolution(writer: NetWriter, dialect: Dialect): string {
  const sizes = [
    newField('num_output', writer.stop(32)),
    newField('kernel_size', writer.stop(3)),
    newField('pad', writer.stop(1)),
    weightFiller(dialect),
  ];
  const params = [newField('convolution_param', sizes)];
  return writer.layer({ name: 'conv1', type: 'Convolution', bottoms: ['data'], params });
}
