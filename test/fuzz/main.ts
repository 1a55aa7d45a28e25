// Examines random inputs for a time; exits with 1 if one violates an oracle. npm run fuzz -- --help
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kindNames } from './messages.ts';
import type { Find } from './run.ts';
import { supervise, type Tally } from './supervise.ts';

const usage = `npm run fuzz -- [OPTIONS]

Examines random nets, edits, names, workspaces, data files and messages, and reduces those that violate an oracle.

  --seconds N      how long to run (default: 60)
  --seed TEXT      the seed of all choices (default: from the time); the same seed gives the same inputs
  --round N        the first round, to continue an earlier run with its seed (default: 0)
  --kind LIST      kinds of inputs, separated by commas (default: ${kindNames.join(',')})
  --corpus DIR     also start from the .prototxt files below a folder
`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now()) },
    round: { type: 'string', default: '0' },
    kind: { type: 'string', default: kindNames.join(',') },
    corpus: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** The maximum length of a printed input; the whole one is in a file. */
const mostShown = 2000;

const folder = resolve(import.meta.dirname, '../../out/fuzz');

if (values.help) console.log(usage);
else await main();

async function main(): Promise<void> {
  const { seed, corpus } = values;
  const kinds = values.kind.split(',');
  const [seconds, round] = [numberOf('seconds'), numberOf('round')];
  const unknown = kinds.find((kind) => !kindNames.includes(kind));
  if (unknown !== undefined) fail(`--kind ${unknown}: the kinds are ${kindNames.join(', ')}`);
  console.log(`seed ${seed}, round ${round}, ${seconds} s`);
  const start = performance.now();
  const tally = await supervise({ seed, kinds, corpus, round, known: [] }, seconds, (find) =>
    show(find, seed),
  );
  console.log(closing(tally, seed, (performance.now() - start) / 1000));
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

function numberOf(name: 'seconds' | 'round'): number {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < 0) fail(`--${name} ${values[name]}: a whole number is required`);
  return value;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function show({ kind, index, oracle, message, input }: Find, seed: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${seed}-${kind}-${index}-${oracle.replaceAll(/\W+/gu, '-')}.txt`);
  writeFileSync(file, input);
  const shown = input.length > mostShown ? `${input.slice(0, mostShown)}…` : input;
  console.log(`\n✖ ${kind} ${index}, seed ${seed}: ${oracle}\n  ${message}\n  ${file}\n${shown}`);
}

function closing({ inputs, edits, failed, round }: Tally, seed: string, seconds: number): string {
  const total = [...inputs.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...inputs].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return `
${total} inputs (${kinds}), ${edits} edits and messages, ${seconds.toFixed(0)} s
to continue: npm run fuzz -- --seed ${seed} --round ${round}
${Math.max(0, total - failed)} passed, ${failed} failed`;
}
