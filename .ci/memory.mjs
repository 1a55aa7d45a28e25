// Compares "Memory required for data" with Caffe's own number for every net that Caffe accepts; prints the nets that
// differ, and fails if there are any.
//   node .ci/memory.mjs SHARED
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [shared] = process.argv.slice(2);
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const folder = join(shared, 'golden', 'nets');
const perCall = 100;

/** The accepted nets by the options under which Caffe built them: `bvlc/TRAIN`. */
const wanted = new Map();
for (const entry of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json'))) {
  const { file, answers } = JSON.parse(readFileSync(join(folder, entry), 'utf8'));
  for (const [key, { ok, memoryBytes, layers }] of Object.entries(answers)) {
    // The shapes of HDF5 data depend on files that Caffe did not have.
    if (!ok || memoryBytes === undefined || layers.some(({ type }) => type === 'HDF5Data')) continue;
    wanted.set(key, [...(wanted.get(key) ?? []), { path: join(shared, 'corpus', file), memoryBytes }]);
  }
}

let [same, all] = [0, 0];
for (const [key, nets] of wanted) {
  for (let from = 0; from < nets.length; from += perCall) {
    const chunk = nets.slice(from, from + perCall);
    for (const [index, { totals }] of summaries(
      key,
      chunk.map(({ path }) => path),
    ).entries()) {
      const { path, memoryBytes } = chunk[index];
      all += 1;
      if (totals.requiredBytes === memoryBytes) same += 1;
      else console.log(`${key} ${path}: ${totals.requiredBytes} bytes, Caffe ${memoryBytes}`);
    }
  }
}
console.log(`memory required for data: ${same}/${all}`);
console.log(`${same === all ? 1 : 0} passed, ${same === all ? 0 : 1} failed`);
process.exitCode = same === all ? 0 : 1;

function summaries(key, paths) {
  const [dialect, phase] = key.split('/');
  const options = ['--format', 'json', '--dialect', dialect, '--phase', phase, '--data-shape', '3x256x256'];
  return JSON.parse(
    execFileSync(process.execPath, [cli, 'summary', ...options, ...paths], { maxBuffer: 2 ** 30 }),
  );
}
