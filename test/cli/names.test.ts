import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, run, runIn } from './support/run.ts';

const input = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }\n';

/** Names that would clear the screen, reverse the text, or start a line with a workflow command. */
const hostile = file(
  'hostile.prototxt',
  `${input}layer { name: "a\\n::error file=a::b" type: "Foo\\n::error ::c\\033[2J\\007" bottom: "x" top: "y" }
layer { name: "\u001b]0;title\u0007\u202e\u009b31m" type: "ReLU" bottom: "x" top: "z" }
::error file=a::from the text of the file
`,
);

/** Control characters other than the ends of lines, and characters that change the direction of text. */
const controls = /[^\P{C}\n]/u;

const plain = file('plain.prototxt', input);

for (const args of [
  ['check'],
  ['check', '--format', 'github'],
  ['summary'],
  ['upgrade'],
  ['deploy'],
  ['diff', plain],
  ['diff', '--format', 'markdown', plain],
]) {
  test(`${args.join(' ')}: names neither control the terminal nor start a line`, () => {
    const { out, err } = run(...args, hostile);
    const isNet = args[0] === 'upgrade' && out !== '';
    if (!isNet) assert.doesNotMatch(out, controls);
    assert.doesNotMatch(err, controls);
    if (!args.includes('github')) assert.doesNotMatch(out, /^\s*::/mu);
    for (const line of out.split('\n'))
      if (line.startsWith('::')) assert.match(line, /^::(?:error|notice|warning) file=hostile\.prototxt,/u);
  });
}

test('file names are shown in the same way', { skip: process.platform === 'win32' && 'needs POSIX' }, () => {
  const odd = file('\n::error ::odd\u001b.prototxt', '}');
  const { out, err } = run('check', odd, 'missing\u001b[2J');
  assert.match(out, /^⏎::error ::odd\\x1b\.prototxt:1:1: error: /u);
  assert.equal(err, 'missing\\x1b[2J: no such file or folder.\n');
  assert.match(
    run('check', '--format', 'github', odd).out,
    /^::error file=%0A%3A%3Aerror %3A%3Aodd\\x1b\.prototxt,line=1/u,
  );
});

test('a name stays in its row of the table', () => {
  const { out } = run('summary', hostile);
  assert.match(out, /^ a⏎::error file=a::b +Foo⏎::error ::c\\x1b\[2J\\x07 +\?/mu);
});

const long = file(
  'long.prototxt',
  `${input}layer { name: "${'n'.repeat(3000)}" type: "ReLU" bottom: "${'b'.repeat(3000)}" top: "y" }\n`,
);

test('long names and long lines are shortened', () => {
  for (const args of [['check'], ['summary'], ['check', '--format', 'github']])
    for (const line of run(...args, long).out.split('\n')) assert.ok(line.length < 300, line);
});

test('tables and excerpts fit into COLUMNS', () => {
  for (const command of ['check', 'summary']) {
    const { out } = runIn({ COLUMNS: '90' }, '', command, long);
    for (const line of out.split('\n').filter((each) => !each.includes('error:')))
      assert.ok(line.length <= 90, line);
  }
});

test('--color, NO_COLOR and FORCE_COLOR', () => {
  const isColored = ({ out }: { out: string }) => out.includes('\u001b[31merror\u001b[39m: ');
  assert.ok(!isColored(run('check', long)));
  assert.ok(isColored(run('check', '--color', 'always', long)));
  assert.ok(isColored(run('summary', '--color', 'always', long)));
  assert.ok(isColored(runIn({ FORCE_COLOR: '1' }, '', 'check', long)));
  assert.ok(!isColored(runIn({ FORCE_COLOR: '1' }, '', 'check', '--color', 'never', long)));
  assert.ok(!isColored(runIn({ FORCE_COLOR: '1', NO_COLOR: '1' }, '', 'check', long)));
});

test('at most 100 problems of one code are printed for a file; --all prints all of them', () => {
  const fields = Array.from({ length: 250 }, (_, index) => `unknown_${index}: 1\n`).join('');
  const many = file('many.prototxt', input + fields);
  const heads = (text: string) => text.split('\n').filter((line) => line.includes('text/unknown-field'));
  const { out } = run('check', many);
  assert.equal(heads(out).length, 101);
  assert.match(out, /^many\.prototxt: 150 more problems of text\/unknown-field; use --all to list them$/mu);
  assert.match(out, /^250 errors in 1 file\./mu);
  const github = run('check', '--format', 'github', many).out;
  assert.equal(heads(github).length, 101);
  assert.match(
    github,
    /^::notice file=many\.prototxt::150 more problems of text\/unknown-field; use --all to list them$/mu,
  );
  assert.equal(heads(run('check', '--all', many).out).length, 250);
  const [json] = JSON.parse(run('check', '--format', 'json', many).out);
  assert.equal(json.diagnostics.length, 250);
});
