import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fromRoot } from './paths.mjs';
import { runAndRead } from './run.mjs';

/** Counts of zero. */
export const none = { passed: 0, failed: 0 };

/** The sum of two counts. */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** The last line of a run, for users and tools. */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** Runs all *.test.ts files below a folder with node:test; returns the counts. */
export async function unitTests(
  node,
  folder,
  { without = [], env = {}, concurrency = availableParallelism() } = {},
) {
  const files = readdirSync(fromRoot(folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && !without.some((other) => file.startsWith(`${other}/`)))
    .sort();
  if (files.length === 0) return none;
  // By default, the runner leaves one of two cores idle. With a timeout, a hanging test is reported by name.
  const flags = [
    '--test',
    '--test-reporter=spec',
    `--test-concurrency=${concurrency}`,
    '--test-timeout=600000',
  ];
  const { code, output } = await runAndRead(node, [...flags, ...files], {
    env: { ...process.env, ...env },
  });
  const count = (name) => Number(output.match(new RegExp(`^ℹ ${name} (\\d+)`, 'm'))?.[1] ?? 0);
  const counted = { passed: count('pass'), failed: count('fail') + count('cancelled') };
  // A runner that fails without a failed test counts as one failure.
  return code === 0 || counted.failed > 0 ? counted : add(counted, { passed: 0, failed: 1 });
}

/** The last `N passed, N failed` in the output of a program; at least one failure if its exit code is not 0. */
export function readTally({ code, output }) {
  const [, passed = 0, failed = 0] = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1) ?? [];
  return { passed: Number(passed), failed: code === 0 ? Number(failed) : Math.max(Number(failed), 1) };
}
