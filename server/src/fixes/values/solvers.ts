import { insertion, removeFields } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, printInline, quoted } from '../../edit/newField.ts';
import { lineStop, styleOf } from '../../edit/style.ts';
import { solverTypes } from '../../net/solver/solver.ts';
import { nearest } from '../../schema/nearest.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import { type Range, shift } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';

/** Failures of a solver. */
export const solvers: Fixer = {
  checks: [
    'solver/adagrad-momentum',
    'solver/average-loss',
    'solver/many-train-nets',
    'solver/rmsprop-decay-high',
    'solver/rmsprop-decay-low',
    'solver/rmsprop-momentum',
    'solver/snapshot-prefix',
    'solver/test-interval',
    'solver/test-iter-exact',
    'solver/test-iter-generic',
    'solver/test-state-count',
    'solver/type-both',
    'solver/unknown-type',
  ],
  doc: 'Removes duplicate or unsupported fields, and adds missing ones.',
  fixes: (context) => bestFirst(context, ways(context)),
};

function ways(context: FixContext): Fix[] {
  switch (context.check) {
    case 'solver/type-both':
      return [...remove(context, 'solver_type'), ...remove(context, 'type')];
    case 'solver/unknown-type':
      return types(context);
    case 'solver/adagrad-momentum':
    case 'solver/rmsprop-momentum':
      return [...remove(context, 'momentum'), ...set(context, 'type', quoted('SGD'))];
    case 'solver/average-loss':
      return [...remove(context, 'average_loss'), ...set(context, 'average_loss', '1')];
    case 'solver/many-train-nets':
      return ['train_net_param', 'train_net', 'net_param', 'net'].flatMap((field) => remove(context, field));
    case 'solver/rmsprop-decay-high':
    case 'solver/rmsprop-decay-low':
      return [...set(context, 'rms_decay', '0.99'), ...remove(context, 'rms_decay')];
    case 'solver/snapshot-prefix':
      return [...set(context, 'snapshot_prefix', quoted(prefixOf(context))), ...remove(context, 'snapshot')];
    case 'solver/test-interval':
      return [...set(context, 'test_interval', '1000'), ...remove(context, 'test_iter')];
    case 'solver/test-state-count':
      return [...count(context, 'test_state'), ...remove(context, 'test_state')];
    default:
      return count(context, 'test_iter');
  }
}

interface Written {
  readonly field: FieldNode;
  readonly range: Range;
  readonly start: number;
}

function writtenOf({ document }: FixContext, name: string): Written[] {
  return [...fieldsOf(document.tree)]
    .filter(({ field }) => field.name.text === name)
    .map(({ block, field, range }) => ({ field, range, start: document.tree.startOf(block) }));
}

function remove(context: FixContext, name: string): Fix[] {
  const fields = writtenOf(context, name);
  return offer(
    `Remove \`${name}\``,
    removeFields(
      context.document.text,
      fields.map(({ range }) => range),
    ),
  );
}

/** Replaces the value, or adds the field after the one that requires it. */
function set(context: FixContext, name: string, newText: string): Fix[] {
  const { text } = context.document;
  const [written] = writtenOf(context, name);
  const title = `Set \`${name}: ${newText}\``;
  if (written?.field.value) {
    return offer(title, [{ range: shift(written.field.value.range, written.start), newText }]);
  }
  const stop = lineStop(text, context.range.end);
  return offer(title, [insertion(stop, `${styleOf(text).eol}${printInline(newField(name, newText))}`)]);
}

function types(context: FixContext): Fix[] {
  const value = writtenOf(context, 'type')[0]?.field.value;
  const word = value?.kind === 'scalar' ? value.text : '';
  const meant = nearest(word, solverTypes);
  return [...new Set([...(meant ? [meant] : []), 'SGD', 'Adam'])].flatMap((type) =>
    set(context, 'type', quoted(type)),
  );
}

/** A snapshot prefix named like the net file. */
function prefixOf(context: FixContext): string {
  const net = writtenOf(context, 'net')[0]?.field.value;
  const path = net?.kind === 'scalar' ? net.text : '';
  return path === '' ? 'snapshot' : path.replace(/\.\w+$/u, '');
}

/** One field for each test net: removes surplus ones, or repeats the last one. */
function count(context: FixContext, name: string): Fix[] {
  const { text } = context.document;
  const given = writtenOf(context, name);
  const nets = writtenOf(context, 'test_net').length + writtenOf(context, 'test_net_param').length;
  const wanted = name === 'test_state' ? writtenOf(context, 'test_iter').length : nets;
  const surplus = given.slice(wanted);
  if (surplus.length > 0) {
    return offer(
      `Remove the surplus \`${name}\``,
      removeFields(
        text,
        surplus.map(({ range }) => range),
      ),
    );
  }
  const last = given.at(-1);
  const line = last ? text.slice(last.range.start, last.range.end) : `${name}: 100`;
  const at = last?.range ?? writtenOf(context, 'test_net').at(-1)?.range ?? context.range;
  if (!last && name === 'test_state') return [];
  const added = Array.from({ length: wanted - given.length }, () => `${styleOf(text).eol}${line}`).join('');
  return offer(`Add \`${line}\` for each test net`, [insertion(lineStop(text, at.end), added)]);
}
