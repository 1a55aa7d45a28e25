import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { file, read, run } from './support/run.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
const net = `${input}layer {
  name: "conv" type: "Convolution" bottom: "x" top: "conv"
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "msra" } }
}
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }
layer { name: "scale" type: "Scale" bottom: "bn" top: "scale" scale_param { bias_term: true } }
`;
const biased = file('biased net.prototxt', net);
const bad = file('bad.prototxt', `${input}layer { name: "p" name: "q" type: "ReLU" bottom: "x" top: "p" }\n`);
const rule = 'conv-bias-before-batch-norm';

/** A validator for SARIF 2.1.0, with the schema of a package. */
function sarifValidator() {
  const schema = 'lib/schemas/sarif-2.1.0-rtm.5.json';
  const home = createRequire(import.meta.url)
    .resolve('@microsoft/jest-sarif')
    .replace(/lib[\\/].*$/u, '');
  const ajv = new ajvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  ajvFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(home + schema, 'utf8')));
}

test('SARIF validates against its schema, with locations, rules, related locations and fixes', () => {
  const { code, out } = run('check', '--format', 'sarif', bad, biased);
  assert.equal(code, 1);
  const log: Log = JSON.parse(out);
  const validate = sarifValidator();
  assert.ok(validate(log), JSON.stringify(validate.errors));
  const [sarif] = log.runs;
  const results = sarif?.results ?? [];
  assert.deepEqual(
    results.map(({ ruleId, level }) => [ruleId, level]),
    [
      ['text/non-repeated-duplicate', 'error'],
      [rule, 'note'],
    ],
  );
  const place = results[1]?.locations?.[0]?.physicalLocation;
  assert.deepEqual(place, {
    artifactLocation: { uri: 'biased%20net.prototxt' },
    region: { startLine: 3, startColumn: 22, endLine: 3, endColumn: 35 },
  });
  assert.ok((results[1]?.relatedLocations?.length ?? 0) > 0);
  const change = results[1]?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
  assert.equal(change?.insertedContent?.text, ' bias_term: false');
  assert.deepEqual(
    sarif?.tool.driver.rules?.map(({ id, defaultConfiguration }) => [id, defaultConfiguration?.level]),
    [
      [rule, 'note'],
      ['text/non-repeated-duplicate', 'error'],
    ],
  );
});

test('SARIF is a valid log without results and for unreadable files', () => {
  const nothing = file('nothing.prototxt', input);
  const validate = sarifValidator();
  for (const args of [[nothing], [nothing, nothing], ['missing.prototxt']]) {
    const log: Log = JSON.parse(run('check', '--format', 'sarif', ...args).out);
    assert.ok(validate(log), JSON.stringify(validate.errors));
    assert.deepEqual(log.runs[0]?.results, []);
  }
});

test('SARIF encodes special characters in file URIs', () => {
  const odd = file('ü 100%#.prototxt', 'layer { name: "a" type: "ReLU" bottom: "z" top: "a" }\n');
  const log: Log = JSON.parse(run('check', '--format', 'sarif', odd).out);
  const uri = log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
  assert.equal(uri, '%C3%BC%20100%25%23.prototxt');
});

test('GitHub: one workflow command per problem, with escaped text', () => {
  const odd = file('a,b.prototxt', `${input}layer { name: "50%" type: "ReLU" bottom: "z%" top: "y" }\n`);
  const { code, out } = run('check', '--format', 'github', odd);
  assert.equal(code, 1);
  assert.match(
    out,
    /^::error file=a%2Cb\.prototxt,line=2,endLine=2,col=42,endColumn=46,title=net\/unknown-bottom::No layer above produces the blob `z%25`\./u,
  );
});

test('severities from the command line take precedence over those in caffe-prototxt.json', () => {
  const loud = run('check', '--rule', `${rule}=warning`, biased);
  assert.match(loud.out, /warning: .*\[conv-bias-before-batch-norm\]/u);
  assert.match(loud.out, /0 errors, 1 warning in 1 file\. Built for TRAIN, TEST\.\n$/u);
  file('caffe-prototxt.json', JSON.stringify({ rules: { [rule]: 'error', 'no-such-rule': 'off' } }));
  const set = run('check', biased);
  assert.equal(set.code, 1);
  assert.match(set.out, /error: .*\[conv-bias-before-batch-norm\]/u);
  assert.match(set.err, /caffe-prototxt\.json:1:\d+: warning: There is no check or rule `no-such-rule`\./u);
  assert.doesNotMatch(run('check', '--rule', `${rule}=off`, biased).out, /conv-bias/u);
  file('caffe-prototxt.json', '{}');
});

test('--max-warnings: exits with 1 if there are more warnings', () => {
  const loud = ['--rule', `${rule}=warning`];
  assert.equal(run('check', ...loud, biased).code, 0);
  assert.equal(run('check', ...loud, '--max-warnings', '1', biased).code, 0);
  assert.equal(run('check', ...loud, '--max-warnings', '0', biased).code, 1);
});

test('--fix edits the file on disk and preserves all other bytes', () => {
  const head = Buffer.from([...Buffer.from('# '), 0xd6, 0xd0, 0xce, 0xc4, 0x0d, 0x0a]);
  const before = Buffer.concat([head, Buffer.from(input.replace('dim: 1 ', 'dim: 1.0 '))]);
  const name = file('gbk.prototxt', before);
  const { code, out, err } = run('check', '--fix', name);
  assert.deepEqual(
    [code, out, err],
    [0, '0 errors in 1 file. Built for TRAIN, TEST.\n', '1 edit applied.\n'],
  );
  assert.equal(read(name), Buffer.concat([head, Buffer.from(input)]).toString('latin1'));
});

test('an invalid caffe-prototxt.json is reported, and the file is still checked', () => {
  file('caffe-prototxt.json', '{ "rules": { ');
  const { code, out, err } = run('check', bad);
  file('caffe-prototxt.json', '{}');
  assert.equal(code, 1);
  assert.match(err, /caffe-prototxt\.json:1:\d+: error: Missing `\}`\./u);
  assert.match(out, /text\/non-repeated-duplicate/u);
});

test('invalid options: exit code 2 and the valid values', () => {
  const unknown = run('check', '--rule', 'conv-bias-before-batchnorm=off', biased);
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /Did you mean `conv-bias-before-batch-norm`\?/u);
  assert.match(run('check', '--rule', `${rule}=loud`, biased).err, /error, warning, information, hint, off/u);
  assert.equal(run('check', '--max-warnings', '-1', biased).code, 2);
});

test('related locations are printed with a problem', () => {
  const net = file(
    'paths.prototxt',
    `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 3 stride: 2 } }
layer { name: "c" type: "Im2col" bottom: "x" top: "c" convolution_param { kernel_size: 3 stride: 2 } }
layer { name: "j" type: "Concat" bottom: "p" bottom: "c" top: "j" }
`,
  );
  const text = run('check', net).out;
  assert.match(text, /differ in axis 2\. `p` rounds up and `c` rounds down\. \[concat\/shape\]$/mu);
  assert.match(
    text,
    /^ {2}paths\.prototxt:2:25: For `p`: `p` produces 1×3×4×4 from 1×3×8×8 here: ⌈\S.*⌉ \+ 1 = 4\.$/mu,
  );
  const [{ diagnostics }] = JSON.parse(run('check', '--format', 'json', net).out);
  const { related } = diagnostics.find(({ code }: { code: string }) => code === 'concat/shape');
  assert.deepEqual(
    related.map(({ line }: { line: number }) => line),
    [1, 2, 3],
  );
});

test('explain: a rule, a check, all rules, and an unknown code', () => {
  const page = run('explain', rule);
  assert.equal(page.code, 0);
  assert.ok(page.out.startsWith(`# ${rule}\n\nSeverity: hint.\n\n`));
  assert.ok(page.out.includes('```prototxt\n') && page.out.includes('Set `bias_term: false`'));
  assert.match(
    run('explain', 'pool/pad-lt-kernel-h').out,
    /Caffe stops with `Check failed: pad_h_ < kernel_h_`/u,
  );
  assert.match(run('explain').out, /^conv-bias-before-batch-norm \(hint\)\n {2}\S/mu);
  const unknown = run('explain', 'pool/pad-lt-kernl-h');
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /Did you mean `pool\/pad-lt-kernel-h`\?/u);
});
