import { type NewField, newField, quoted } from '../../../edit/newField.ts';
import { NetWriter } from './netWriter.ts';
import type { Place, Template } from './template.ts';

type Values = readonly (readonly [field: string, value: string])[];

/** Usual solvers, without the fields that the file already has. */
export const solvers: readonly Template[] = [
  {
    label: 'solver_step',
    detail: 'SGD, a learning rate in steps',
    doc: 'Stochastic gradient descent: the learning rate is multiplied by `gamma` after each `stepsize` iterations.',
    fields: (place) =>
      solver(place, 'SGD', (stop) => [
        ['base_lr', stop('0.01')],
        ['lr_policy', quoted('step')],
        ['gamma', stop('0.1')],
        ['stepsize', stop('100000')],
        ['momentum', stop('0.9')],
        ['weight_decay', stop('0.0005')],
      ]),
  },
  {
    label: 'solver_poly',
    detail: 'SGD, a learning rate that falls to 0',
    doc: 'Stochastic gradient descent: the learning rate falls to 0 at `max_iter`, by a power of the rest.',
    fields: (place) =>
      solver(place, 'SGD', (stop) => [
        ['base_lr', stop('0.01')],
        ['lr_policy', quoted('poly')],
        ['power', stop('1')],
        ['momentum', stop('0.9')],
        ['weight_decay', stop('0.0005')],
      ]),
  },
  {
    label: 'solver_adam',
    detail: 'Adam, a fixed learning rate',
    doc: 'Adam with its usual moments and a fixed learning rate.',
    fields: (place) =>
      solver(place, 'Adam', (stop) => [
        ['base_lr', stop('0.001')],
        ['lr_policy', quoted('fixed')],
        ['momentum', stop('0.9')],
        ['momentum2', stop('0.999')],
        ['delta', '1e-8'],
      ]),
  },
];

/** The type of a solver, as a value of the old enum in a Caffe without `type`; undefined if that lacks the type. */
function typeField({ document: { schema }, present }: Place, type: string): Values | undefined {
  if (present.has('solver_type')) return [];
  if (schema.message('SolverParameter')?.fields.has('type')) return [['type', quoted(type)]];
  const value = type.toUpperCase();
  const values = schema.enum('SolverParameter.SolverType')?.values;
  return values?.has(value) ? [['solver_type', value]] : undefined;
}

function solver(
  place: Place,
  type: string,
  update: (stop: (value: string) => string) => Values,
): readonly NewField[] | undefined {
  const { present } = place;
  const chosen = typeField(place, type);
  if (present.has('lr_policy') || !chosen) return undefined;
  const writer = new NetWriter();
  const stop = (value: string) => writer.stop(value);
  const nets = [...present].filter((name) => /^(?:train_|test_)?net(?:_param)?$/u.test(name));
  const tests = nets.length === 0 || nets.some((name) => !name.startsWith('train_'));
  const values: Values = [
    ...(nets.length === 0 ? [['net', writer.stopInQuotes('train_val.prototxt')] as const] : []),
    ...(tests ? [['test_iter', stop('100')] as const, ['test_interval', stop('1000')] as const] : []),
    ...chosen,
    ...update(stop),
    ['max_iter', stop('450000')],
    ['display', stop('100')],
    ['snapshot', stop('10000')],
    ['snapshot_prefix', writer.stopInQuotes('net')],
    ['solver_mode', 'GPU'],
  ];
  return values.filter(([field]) => !present.has(field)).map(([field, value]) => newField(field, value));
}
