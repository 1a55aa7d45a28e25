// Mutation tests of the layers: changes shapes, parameter blobs, multiply-accumulates and numbers of bottoms and tops of
// each layer, and each window formula, by one, and lists the mutations that no test detects.
//   node scripts/mutateLayers.mjs [TYPE…]
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, merge, mutationsOf, nothing } from './lib/mutateDefinitions.mjs';
import { formulasOf } from './lib/mutateFormulas.mjs';
import { fromRoot } from './lib/paths.mjs';
import { recentNode } from './lib/setup.mjs';

/** The share of mutations that the tests must detect. */
const wanted = 0.95;
/** Two, or one if there is only one core. */
const workers = Math.min(2, availableParallelism());
/** A copy of the project, as an edit during the run would count as detected. */
const snapshot = copyOf(['package.json', 'server', 'test', 'examples', 'scripts']);
const preload = ['--import', join(snapshot, 'scripts/lib/mutatePreload.mjs')];

const chosen = process.argv.slice(2);
const tests = testFiles();
const { known, reached } = await runUnchanged();
if (known.size > 0) console.log(`Excluded, as they fail without a mutation:\n  ${[...known].join('\n  ')}\n`);
const mutations = (await listMutations(reached)).filter(
  ({ type }) => chosen.length === 0 || chosen.includes(type?.split(' of ')[0]),
);
const results = await inParallel(mutations, async (mutation) => {
  const result = { mutation, killer: await findKiller(mutation) };
  console.log(row(result));
  return result;
});
report(results);
rmSync(snapshot, { recursive: true });

function copyOf(paths) {
  const folder = mkdtempSync(join(tmpdir(), 'mutate-layers-'));
  for (const path of paths) cpSync(fromRoot(path), join(folder, path), { recursive: true });
  symlinkSync(fromRoot('node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

function testFiles() {
  const inFolders = ['test/layers', 'test/shape', 'test/net'].flatMap((folder) =>
    readdirSync(join(snapshot, folder), { recursive: true }).map((file) => join(folder, file)),
  );
  return [...inFolders, 'test/examples.test.ts', 'test/examplesAccepted.test.ts'].filter(
    (file) => file.endsWith('.test.ts') && existsSync(join(snapshot, file)),
  );
}

/** Runs all test files once without a mutation: finds the tests that fail anyway, and records the coverage. */
async function runUnchanged() {
  const runs = await inParallel(tests, async (file, index) => {
    const path = join(snapshot, `reached-${index}.json`);
    const { failed } = await run([file], { LAYER_RECORD: path });
    return { failed, reached: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {} };
  });
  return {
    known: new Set(runs.flatMap(({ failed }) => failed)),
    reached: runs.flatMap((one) => Object.entries(one.reached)).reduce(gather, {}),
  };
}

function gather(all, [type, seen]) {
  return { ...all, [type]: merge(all[type] ?? nothing(), seen) };
}

/** A layer type without coverage counts as an undetected mutation. */
async function listMutations(reached) {
  const { output } = await execute([join(snapshot, 'scripts/lib/mutateFamilies.mjs')]);
  const ofLayers = Object.entries(JSON.parse(output)).flatMap(([type, { family, equalTops }]) => {
    const found = reached[type] ? mutationsOf(type, reached[type], { equalTops }) : [];
    const listed = found.length > 0 ? found : [{ type, what: 'top', top: 0, axis: 0 }];
    return listed.map((mutation) => ({ ...mutation, family, first: `test/layers/${family}.test.ts` }));
  });
  const ofWindows = formulasOf('server/src/shape/window.ts').map((mutation) => ({
    ...mutation,
    family: 'window',
    first: 'test/shape/window.test.ts',
  }));
  return [...ofLayers, ...ofWindows];
}

/** The test file that detects a mutation: first the file of the family, then all others. */
async function findKiller({ first, ...mutation }) {
  const env = { LAYER_MUTATION: JSON.stringify(mutation) };
  if (tests.includes(first) && (await notices([first], env))) return first;
  const others = tests.filter((file) => file !== first);
  return (await notices(others, env)) ? 'another file' : undefined;
}

/** Whether a test fails that passes without the mutation, or the tests cannot run. */
async function notices(files, env) {
  const { code, failed } = await run(files, env);
  return code !== 0 && (failed.length === 0 || failed.some((name) => !known.has(name)));
}

async function run(files, env) {
  const reporter = ['--test', '--test-isolation=none', '--test-reporter=tap'];
  const { code, output } = await execute([...preload, ...reporter, ...files], env);
  const lines = [...output.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, name]) => name);
  return { code, failed: lines.filter((name) => !name.includes('# TODO')) };
}

/** Resolves to the exit code and the output; a hanging process is killed and counts as failed. */
function execute(args, env = {}) {
  const options = {
    cwd: snapshot,
    env: { ...process.env, ...env },
    timeout: 120_000,
    maxBuffer: 2 ** 28,
  };
  return new Promise((resolve) => {
    execFile(recentNode, args, options, (error, output) => resolve({ code: error ? 1 : 0, output }));
  });
}

async function inParallel(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index], index);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}

function row({ mutation, killer }) {
  const subject = mutation.formula ?? mutation.type;
  const change = mutation.formula ? `result ${mutation.by > 0 ? '+' : '−'} 1` : describe(mutation);
  return [killer ? 'killed  ' : 'survived', subject.padEnd(24), change.padEnd(40), killer ?? ''].join('  ');
}

function report(all) {
  console.log('\nfamily            killed');
  for (const family of new Set(all.map(({ mutation }) => mutation.family))) {
    const members = all.filter(({ mutation }) => mutation.family === family);
    console.log(`${family.padEnd(16)}  ${share(members)}`);
  }
  const survivors = all.filter(({ killer }) => !killer);
  if (survivors.length > 0) console.log(`\nDetected by no test:\n${survivors.map(row).join('\n')}`);
  console.log(`\n${share(all)} of the mutations killed`);
  process.exitCode = survivors.length > (1 - wanted) * all.length ? 1 : 0;
}

function share(results) {
  const killed = results.filter(({ killer }) => killer).length;
  return `${killed} of ${results.length} (${((100 * killed) / Math.max(results.length, 1)).toFixed(1)} %)`;
}
