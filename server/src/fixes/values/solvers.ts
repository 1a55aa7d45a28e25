import { draft, inlineDraft, quoted } from '../../edit/draft.ts';
import { insertion, removeFields } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { lineStop, styleOf } from '../../edit/style.ts';
import { solverTypes } from '../../net/solver/solver.ts';
import { nearest } from '../../schema/nearest.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import { type Range, shift } from '../../text/range.ts';
import type { Fixer, Place } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';
import { bestFirst } from '../helpers/trial.ts';

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
  fixes: (place) => bestFirst(place, ways(place)),
};

function ways(place: Place): Fix[] {
  switch (place.check) {
    case 'solver/type-both':
      return [...remove(place, 'solver_type'), ...remove(place, 'type')];
    case 'solver/unknown-type':
      return types(place);
    case 'solver/adagrad-momentum':
    case 'solver/rmsprop-momentum':
      return [...remove(place, 'momentum'), ...set(place, 'type', quoted('SGD'))];
    case 'solver/average-loss':
      return [...remove(place, 'average_loss'), ...set(place, 'average_loss', '1')];
    case 'solver/many-train-nets':
      return ['train_net_param', 'train_net', 'net_param', 'net'].flatMap((field) => remove(place, field));
    case 'solver/rmsprop-decay-high':
    case 'solver/rmsprop-decay-low':
      return [...set(place, 'rms_decay', '0.99'), ...remove(place, 'rms_decay')];
    case 'solver/snapshot-prefix':
      return [...set(place, 'snapshot_prefix', quoted(prefixOf(place))), ...remove(place, 'snapshot')];
    case 'solver/test-interval':
      return [...set(place, 'test_interval', '1000'), ...remove(place, 'test_iter')];
    case 'solver/test-state-count':
      return [...count(place, 'test_state'), ...remove(place, 'test_state')];
    default:
      return count(place, 'test_iter');
  }
}

interface Written {
  readonly field: FieldNode;
  readonly range: Range;
  readonly start: number;
}

function writtenOf({ document }: Place, name: string): Written[] {
  return [...fieldsOf(document.tree)]
    .filter(({ field }) => field.name.text === name)
    .map(({ block, field, range }) => ({ field, range, start: document.tree.startOf(block) }));
}

function remove(place: Place, name: string): Fix[] {
  const fields = writtenOf(place, name);
  return offer(
    `Remove \`${name}\``,
    removeFields(
      place.document.text,
      fields.map(({ range }) => range),
    ),
  );
}

/** Replaces the value, or adds the field after the one that requires it. */
function set(place: Place, name: string, newText: string): Fix[] {
  const { text } = place.document;
  const [written] = writtenOf(place, name);
  const title = `Set \`${name}: ${newText}\``;
  if (written?.field.value) {
    return offer(title, [{ range: shift(written.field.value.range, written.start), newText }]);
  }
  const stop = lineStop(text, place.range.end);
  return offer(title, [insertion(stop, `${styleOf(text).eol}${inlineDraft(draft(name, newText))}`)]);
}

function types(place: Place): Fix[] {
  const value = writtenOf(place, 'type')[0]?.field.value;
  const word = value?.kind === 'scalar' ? value.text : '';
  const meant = nearest(word, solverTypes);
  return [...new Set([...(meant ? [meant] : []), 'SGD', 'Adam'])].flatMap((type) =>
    set(place, 'type', quoted(type)),
  );
}

/** A snapshot prefix named like the net file. */
function prefixOf(place: Place): string {
  const net = writtenOf(place, 'net')[0]?.field.value;
  const path = net?.kind === 'scalar' ? net.text : '';
  return path === '' ? 'snapshot' : path.replace(/\.\w+$/u, '');
}

/** One field for each test net: removes surplus ones, or repeats the last one. */
function count(place: Place, name: string): Fix[] {
  const { text } = place.document;
  const given = writtenOf(place, name);
  const nets = writtenOf(place, 'test_net').length + writtenOf(place, 'test_net_param').length;
  const wanted = name === 'test_state' ? writtenOf(place, 'test_iter').length : nets;
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
  const at = last?.range ?? writtenOf(place, 'test_net').at(-1)?.range ?? place.range;
  if (!last && name === 'test_state') return [];
  const added = Array.from({ length: wanted - given.length }, () => `${styleOf(text).eol}${line}`).join('');
  return offer(`Add \`${line}\` for each test net`, [insertion(lineStop(text, at.end), added)]);
}
