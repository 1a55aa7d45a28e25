import { checkRule } from '../../support/ruleTable.ts';
import { layer } from '../../support/smallNets.ts';

const input = `layer { name: "in" type: "Input" top: "x" top: "label" top: "other" input_param { shape { dim: 2 dim: 5 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } } }\n`;
const loss = (param: string) => layer('l', 'SoftmaxWithLoss', ['x', 'label'], ['l'], param);
const accuracy = (rest = '', labels = 'label') => layer('a', 'Accuracy', ['x', labels], ['a'], rest);
const ignored = 'loss_param { ignore_label: 255 } ';

checkRule('ignore-label-differs', [
  {
    shows: 'a label beyond the classes',
    net: input + loss(ignored) + accuracy(),
    marks: ['"Accuracy"'],
    says: 'a class that does not exist',
  },
  {
    shows: 'a label among them',
    net: input + loss('loss_param { ignore_label: 0 } ') + accuracy(),
    marks: ['"Accuracy"'],
    says: 'counts it',
  },
  {
    shows: 'both',
    net: input + loss(ignored) + accuracy('accuracy_param { ignore_label: 255 } '),
    marks: [],
  },
  { shows: 'neither', net: input + loss('') + accuracy(), marks: [] },
  { shows: 'other labels', net: input + loss(ignored) + accuracy('', 'other'), marks: [] },
  {
    shows: 'an accuracy in testing, before the loss',
    net: input + accuracy('include { phase: TEST } ') + loss(ignored),
    marks: ['"Accuracy"'],
    says: 'TEST phase only',
  },
]);
