// Writes docs/caffe-checks.md, which lists the tests of each of Caffe's checks, or why it cannot be tested:
//   node scripts/checksDoc.mjs [--check]
// With --check, it writes nothing and fails if the file is out of date. It also fails if a check is neither tested nor
// explained below.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { fromRoot } from './lib/paths.mjs';

const page = 'docs/caffe-checks.md';
const catalogue = 'server/src/checks/catalogue.ts';

/** Why checks of a kind need no test. The other kinds (fatal, parse and crash) are implemented. */
const kinds = {
  env: 'Depends on files, databases or the build of Caffe.',
  runtime: 'Fails only when the net or the solver runs.',
  debug: 'Exists only in debug builds.',
  silent: 'Caffe continues silently and accepts the net.',
  warn: 'Caffe logs it, continues and accepts the net.',
};

/** Checks that are special cases of a different check, whose id is reported. */
const reportedAs = {
  'pool/mask-top': 'net/max-tops',
  'reshape/dim-negative': 'blob/negative-dim',
  'infogain/two-tops-weights': 'net/loss-weight-count',
  'dummy/empty-constant': 'filler/empty-blob',
  'ssd/smoothl1-bottoms': 'net/exact-bottoms',
};

const sizesStay = 'Compares with the sizes at setup, which do not change while a net is built.';

/** Checks that no prototxt file can fail. */
const unreachable = {
  'blob/count-order': 'Only Flatten can request such axes: `flatten/start-after-end`.',
  'text/parse-failed-net': 'Caffe prints it after every failed `text/` check in a net; not a separate check.',
  'text/parse-failed-solver':
    'Caffe prints it after every failed `text/` check in a solver; not a separate check.',
  'exp/base-log-nan': 'An earlier check rejects bases that are not positive; all others have a logarithm.',
  'log/base-log-nan': 'An earlier check rejects bases that are not positive; all others have a logarithm.',
  'log/base-inv-nan': 'At this point, the logarithm is a number, and so is its inverse.',
  'conv/axes-changed': sizesStay,
  'conv/channels-changed': sizesStay,
  'bn/channels-changed': sizesStay,
  'recurrent/time-changed': sizesStay,
  'pool/kernel-hw-pair': '`pool/kernel-exclusive` rejects the same values earlier.',
  'flatten/count': 'Merging axes keeps the count.',
  'reduction/count': 'The top has the axes that are counted.',
  'concat/count': 'The counts differ only by overflow, which `blob/int-max` rejects earlier.',
  'crop/bottoms': '`net/exact-bottoms` rejects the same values earlier.',
  'crop/axis-big': '`crop/axis-range` rejects the same values earlier.',
  'argmax/axis-min': '`argmax/axis-range` rejects the same values earlier.',
  'argmax/axis-max': '`argmax/axis-range` rejects the same values earlier.',
  'infogain/matrix-shape': '`infogain/matrix-count` rejects the same values earlier.',
  'solver/net-and-net-param': '`solver/many-train-nets` rejects the same values earlier.',
};

const { checkIds, findCheck } = await load(catalogue);
const tests = readTests();
const rows = checkIds.map((id) => ({ id, ...findCheck(id), ...account(id) }));
const problems = [...rows.flatMap(problemOf), ...strangers()];
const text = render();

if (!process.argv.includes('--check')) writeFileSync(fromRoot(page), text);
else if (text !== read(page)) problems.push(`${page} is out of date: run node scripts/checksDoc.mjs`);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Bundles a TypeScript module, so that this script also runs on a Node without type stripping. */
async function load(file) {
  const options = { entryPoints: [fromRoot(file)], bundle: true, format: 'esm', write: false };
  const { outputFiles } = await build(options);
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

function readTests() {
  return readdirSync(fromRoot('test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => ({ file, text: read(file) }));
}

/** The tests that contain the id of a check at the start of a string, or the reason why there are none. */
function account(id) {
  const files = tests.filter(({ text }) => names(text, id)).map(({ file }) => file);
  const other = reportedAs[id];
  if (other) return { files, reason: `Reported as \`${other}\`.` };
  const why = unreachable[id] ?? kinds[findCheck(id).kind];
  return { files, reason: why && `Not checkable from the text: ${why}` };
}

/** Whether a test contains the whole id, or a template such as `${kind}/base-positive` and the family. */
function names(text, id) {
  const [family, check] = id.split('/');
  const end = '(?![\\w/-])';
  if (new RegExp(`['"\`]${id}${end}`).test(text)) return true;
  return new RegExp(`\`\\$\\{\\w+\\}/${check}${end}`).test(text) && text.includes(`'${family}'`);
}

function problemOf({ id, files, reason }) {
  if (files.length > 0 && (id in reportedAs || id in unreachable))
    return [`${id} is tested in ${files.join(', ')}: remove its explanation`];
  return files.length > 0 || reason ? [] : [`${id} is neither tested nor explained`];
}

/** Explanations of unknown checks. */
function strangers() {
  return [...Object.keys(reportedAs), ...Object.values(reportedAs), ...Object.keys(unreachable)]
    .filter((id) => !checkIds.includes(id))
    .map((id) => `${id} is explained, but is not in the catalogue`);
}

function render() {
  const covered = rows.filter(({ files }) => files.length > 0).length;
  return `# Caffe's checks

Generated by \`node scripts/checksDoc.mjs\` from \`${catalogue}\` and the tests.

Caffe has ${rows.length} checks. Tests cover ${covered} of them. For the other ${rows.length - covered}, the last column explains why there is no test.

| Check | | Kind | Caffe prints | Tests |
| --- | --- | --- | --- | --- |
${rows.map(renderRow).join('\n')}
`;
}

function renderRow({ id, kind, phrase, meaning, files, reason }) {
  const where =
    files.length > 0
      ? `Covered: ${files.map((file) => `[${file.slice('test/'.length)}](../${file})`).join(', ')}`
      : (reason ?? '');
  const prints = phrase === '' ? '' : `\`${phrase.replaceAll('|', '\\|')}\``;
  return `| \`${id}\` | ${meaning ?? ''} | ${kind} | ${prints} | ${where} |`;
}

function read(file) {
  return readFileSync(fromRoot(file), 'utf8');
}
