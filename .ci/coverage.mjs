// Coverage of the corpus with `--dialect auto`: nets without unknown fields, types or enum values, and layers with
// known shapes and parameters. Prints a table and the remaining nets; fails below the floors.
//   node .ci/coverage.mjs CORPUS
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [corpus] = process.argv.slice(2);
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const nets = JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8')).filter(({ file }) =>
  file.startsWith('nets/'),
);
/** Failures that an unknown fork causes. */
const strange =
  /^(text\/(unknown-field|enum-value)|net\/unknown-layer-type|upgrade\/v0-unknown-type|filler\/unknown)$/;
const floors = JSON.parse(readFileSync(new URL('coverage-floor.json', import.meta.url), 'utf8'));

const files = nets.map(({ file }) => join(corpus, file));
const [train, test] = ['TRAIN', 'TEST'].map((phase) => analyze(files, phase));
// Each net is checked in the phase with fewer errors: deployment nets have layers that TRAIN excludes. One cause is one
// error, so a phase without data may have as many errors as the other; then the phase with fewer unknown layers is
// used.
const reports = train.map((report, index) => {
  const other = test[index];
  const gain = errors(report) - errors(other) || unknownLayers(report) - unknownLayers(other);
  return gain > 0 ? other : report;
});
const shares = { ...dialectShares(), ...layerShares() };
for (const [name, { part, whole }] of Object.entries(shares)) {
  console.log(`${name}: ${part}/${whole} (${percent(part, whole)})`);
}
const results = Object.entries(floors).map(
  ([name, floor]) => shares[name].part / shares[name].whole >= floor,
);
const failed = results.filter((reached) => !reached).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function errors({ diagnostics }) {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

function unknownLayers({ layers }) {
  return layers.filter(({ topShapes }) => !topShapes.every(isWhole)).length;
}

function isWhole(shape) {
  return shape?.every((dim) => dim !== null) ?? false;
}

function analyze(files, phase) {
  const options = ['summary', '--format', 'json', '--phase', phase, '--data-shape', '3x256x256'];
  try {
    return JSON.parse(execFileSync(process.execPath, [cli, ...options, ...files], { maxBuffer: 2 ** 30 }));
  } catch (error) {
    // Exit code 1: some net has errors.
    if (error.status !== 1) throw error;
    return JSON.parse(error.stdout);
  }
}

function dialectShares() {
  const home = (index) =>
    !reports[index].diagnostics.some(({ severity, code }) => severity === 'error' && strange.test(code));
  const own = nets
    .map((net, index) => ({ net, index }))
    .filter(({ net }) => net.parsesWithItsOwnSchema === 'ok');
  for (const { net, index } of own.filter(({ index }) => !home(index))) {
    const found = reports[index].diagnostics.filter(({ code }) => strange.test(code));
    console.log(`  ${net.file}: ${[...new Set(found.map(({ message }) => message))].slice(0, 2).join(' ')}`);
  }
  return {
    'nets with a schema of their own that are at home': share(own, ({ index }) => home(index)),
    'all nets at home': share(nets, (_, index) => home(index)),
  };
}

function layerShares() {
  // Shapes are unknown after a field that cannot be read.
  const sound = reports.filter(
    ({ diagnostics }) => !diagnostics.some(({ code }) => code.startsWith('text/')),
  );
  const layers = sound.flatMap((report) => report.layers);
  return {
    'layers with known shapes': share(layers, ({ topShapes }) => topShapes.every(isWhole)),
    'layers with known parameters': share(layers, ({ paramCount }) => paramCount !== null),
    'nets whose shapes are all known': share(sound, (report) =>
      report.layers.every(({ topShapes }) => topShapes.every(isWhole)),
    ),
  };
}

function share(list, holds) {
  return { part: list.filter(holds).length, whole: list.length };
}

function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(2)} %`;
}
