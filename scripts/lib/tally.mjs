import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fromRoot } from './paths.mjs';
import { runAndRead } from './run.mjs';

/** What was counted before anything ran. */
export const none = { passed: 0, failed: 0 };

/** The sum of two counts. */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** The last line of a run: people and tools read it. */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** Runs every *.test.ts below a folder with node:test and counts. */
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
  // By itself the runner leaves a core idle, of two. A test that waits for ever is named rather than cut off with all others.
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
  // A runner that ends badly without naming a failed test has failed all the same.
  return code === 0 || counted.failed > 0 ? counted : add(counted, { passed: 0, failed: 1 });
}

/** The last `N passed, N failed` that a program printed; one that ended badly has failed at least once. */
export function readTally({ code, output }) {
  const [, passed = 0, failed = 0] = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1) ?? [];
  return { passed: Number(passed), failed: code === 0 ? Number(failed) : Math.max(Number(failed), 1) };
}
