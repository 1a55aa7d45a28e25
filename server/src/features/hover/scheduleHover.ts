import type { Document } from '../../document/document.ts';
import { lowerRoot } from '../../net/lower.ts';
import { type Schedule, scheduleOf } from '../../net/solver/learningRate.ts';
import { code, joined, type Markdown, md, paragraphs } from '../markdown.ts';
import { formatCount } from '../numbers.ts';

/** The fields that decide about the learning rate. */
const fields = ['base_lr', 'lr_policy', 'gamma', 'power', 'stepsize', 'stepvalue', 'max_iter'];

/** The number of rows of the table, and of points of the picture. */
const [mostRows, points] = [8, 32];

/**
 * The learning rate of a solver during its training: a picture of text, and a table of the iterations at which it changes.
 * Undefined for fields that do not decide about it, and for an unknown policy.
 */
export function scheduleMarkdown(document: Document, field: string): Markdown | undefined {
  if (document.root !== 'SolverParameter' || !fields.includes(field)) return undefined;
  const solver = lowerRoot(document.tree.blocks, document.schema, 'SolverParameter');
  const schedule = scheduleOf(solver);
  const last = solver.int('max_iter');
  if (!schedule || last <= 0) return undefined;
  const rows = iterationsOf(schedule, last).map((iteration) =>
    iteration === undefined
      ? md`| … | … |`
      : md`| ${formatCount(iteration)} | ${rateText(schedule.rateAt(iteration))} |`,
  );
  const table = joined([md`| Iteration | Learning rate |`, md`|:--|:--|`, ...rows], '\n');
  return paragraphs(md`Learning rate, on a logarithmic scale: ${code(picture(schedule, last))}`, table);
}

/**
 * The start and the iterations at which the rate changes: of many, the first ones, undefined for those that are left out,
 * and the last iteration. For a continuous change, parts of the training.
 */
function iterationsOf({ jumps }: Schedule, last: number): (number | undefined)[] {
  const inside = jumps?.filter((jump) => jump < last);
  if (inside && inside.length < mostRows) return [0, ...inside];
  if (inside) return [0, ...inside.slice(0, mostRows - 3), undefined, last - 1];
  return [0, 0.1, 0.25, 0.5, 0.75, 0.9].map((part) => Math.round(part * last));
}

/** A rate with four significant digits: `0.0001`, but `1e-5`. */
function rateText(rate: number): string {
  const rounded = Number(rate.toPrecision(4));
  return rounded !== 0 && Math.abs(rounded) < smallestDecimal ? rounded.toExponential() : String(rounded);
}

const smallestDecimal = 0.0001;

const levels = '▁▂▃▄▅▆▇█';

/** The rate over the training as columns of text, from the lowest to the highest rate: each level is the same factor. */
function picture({ rateAt }: Schedule, last: number): string {
  const rates = Array.from({ length: points }, (_, index) => rateAt(Math.floor((index * last) / points)));
  const logs = rates.map((rate) => (rate > 0 ? Math.log(rate) : Number.NEGATIVE_INFINITY));
  const high = Math.max(...logs);
  const low = Math.min(...logs.filter(Number.isFinite));
  const step = (high - low) / (levels.length - 1);
  return logs
    .map((log) => levels[Math.max(0, levels.length - 1 - Math.round((high - log) / step))] ?? levels[0])
    .join('');
}
