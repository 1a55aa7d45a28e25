// Writes docs/caffe-checks.md, which says of each of Caffe's checks which test covers it, or why none can:
//   node scripts/checksDoc.mjs [--check]
// With --check nothing is written; it fails when the file is not up to date. Either way it fails when a check that
// can be made from the text is neither tested nor explained below.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { fromRoot } from './lib/paths.mjs';

const page = 'docs/caffe-checks.md';
const catalogue = 'server/src/checks/catalogue.ts';

/** Why checks of a kind need no test. The other kinds, fatal, parse and crash, are the subject of the project. */
const kinds = {
  env: 'Depends on files, databases or how Caffe was built.',
  runtime: 'Fails only when the net or the solver runs.',
  debug: 'Exists in debug builds only.',
  silent: 'Caffe says nothing and goes on, so nothing is refused.',
  warn: 'Caffe logs it and goes on, so nothing is refused.',
};

/** Checks that stand for a special case of another one, whose id is reported. */
const reportedAs = {
  'pool/mask-top': 'net/max-tops',
  'reshape/dim-negative': 'blob/negative-dim',
  'infogain/two-tops-weights': 'net/loss-weight-count',
  'dummy/empty-constant': 'filler/empty-blob',
  'ssd/smoothl1-bottoms': 'net/exact-bottoms',
};

const sizesStay = 'Compares with the sizes at set-up, which do not change while a net is built.';

/** Checks that no text can violate. */
const unreachable = {
  'blob/count-order': 'Only Flatten can ask for such axes: `flatten/start-after-end`.',
  'text/parse-failed-net': 'Closes every report of a `text/` check in a net; not a check of its own.',
  'text/parse-failed-solver': 'Closes every report of a `text/` check in a solver; not a check of its own.',
  'exp/base-log-nan': 'Bases that are not positive numbers are refused before, and others have a logarithm.',
  'log/base-log-nan': 'Bases that are not positive numbers are refused before, and others have a logarithm.',
  'log/base-inv-nan': 'The logarithm is a number by then, and so is its inverse.',
  'conv/axes-changed': sizesStay,
  'conv/channels-changed': sizesStay,
  'bn/channels-changed': sizesStay,
  'ip/input-changed': sizesStay,
  'recurrent/time-changed': sizesStay,
  'pool/kernel-hw-pair': '`pool/kernel-exclusive` refuses the same before.',
  'flatten/count': 'Merging axes keeps the count.',
  'reduction/count': 'The top has the axes that the count is taken over.',
  'concat/count': 'The counts differ only by overflow, which `blob/int-max` refuses before.',
  'crop/bottoms': '`net/exact-bottoms` refuses the same before.',
  'crop/axis-big': '`crop/axis-range` refuses the same before.',
  'argmax/axis-min': '`argmax/axis-range` refuses the same before.',
  'argmax/axis-max': '`argmax/axis-range` refuses the same before.',
  'infogain/matrix-shape': '`infogain/matrix-count` refuses the same before.',
  'solver/net-and-net-param': '`solver/many-train-nets` refuses the same before.',
};

const { checkIds, findCheck } = await load(catalogue);
const tests = readTests();
const rows = checkIds.map((id) => ({ id, ...findCheck(id), ...account(id) }));
const problems = [...rows.flatMap(problemOf), ...strangers()];
const text = render();

if (!process.argv.includes('--check')) writeFileSync(fromRoot(page), text);
else if (text !== read(page)) problems.push(`${page} is not up to date: run node scripts/checksDoc.mjs`);

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

/** The tests that name a check, at the start of a string, or else why there is none. */
function account(id) {
  const files = tests.filter(({ text }) => names(text, id)).map(({ file }) => file);
  const other = reportedAs[id];
  if (other) return { files, reason: `Reported as \`${other}\`.` };
  const why = unreachable[id] ?? kinds[findCheck(id).kind];
  return { files, reason: why && `Not checkable from the text: ${why}` };
}

/** Whole, or with its family left open, `${kind}/base-positive`, where the family is named besides. */
function names(text, id) {
  const [family, check] = id.split('/');
  const end = '(?![\\w/-])';
  if (new RegExp(`['"\`]${id}${end}`).test(text)) return true;
  return new RegExp(`\`\\$\\{\\w+\\}/${check}${end}`).test(text) && text.includes(`'${family}'`);
}

function problemOf({ id, files, reason }) {
  if (files.length > 0 && (id in reportedAs || id in unreachable))
    return [`${id} is tested in ${files.join(', ')}: explain it no longer`];
  return files.length > 0 || reason ? [] : [`${id} is neither tested nor explained`];
}

/** Explanations of checks that do not exist. */
function strangers() {
  return [...Object.keys(reportedAs), ...Object.values(reportedAs), ...Object.keys(unreachable)]
    .filter((id) => !checkIds.includes(id))
    .map((id) => `${id} is explained, but is not in the catalogue`);
}

function render() {
  const covered = rows.filter(({ files }) => files.length > 0).length;
  return `# Caffe's checks

Generated by \`node scripts/checksDoc.mjs\` from \`${catalogue}\` and the tests.

Caffe makes ${rows.length} checks. ${covered} are covered by tests; of the other ${rows.length - covered}, the last column says why they are not.

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
