import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failed } from '../../server/src/cli/analyze.ts';
import { largestFile } from '../../server/src/cli/readInput.ts';
import { mostLayers, tooManyLayers } from '../../server/src/document/tooLarge.ts';
import { file, read, run, shell, symbolicLink } from './support/run.ts';

const net = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }\n';
const good = file('good.prototxt', net);
const posixOnly = process.platform === 'win32' ? 'needs POSIX' : false;
const commands = ['check', 'summary', 'upgrade', 'deploy'] as const;

const utf16 =
  'This file is encoded as UTF-16, but Caffe reads UTF-8. Save the file as UTF-8 without a byte order mark.';
const binary = 'This is not a text file: it contains binary data.';

const foreign: readonly (readonly [what: string, content: Uint8Array, message: string])[] = [
  ['UTF-16', Buffer.from(`\ufeff${net}`, 'utf16le'), utf16],
  ['binary data', Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) & 255), binary],
];

for (const [what, content, message] of foreign) {
  test(`${what}: one message, exit code 1, and no change`, () => {
    const name = file('foreign.prototxt', content);
    for (const command of commands) {
      const { code, out, err } = run(command, name);
      assert.equal(code, 1, command);
      assert.ok((out + err).includes(message), command);
      assert.equal((out + err).match(/foreign\.prototxt:/gu)?.length, 1, command);
    }
    run('upgrade', '--write', name);
    run('check', '--fix', name);
    assert.equal(read(name), Buffer.from(content).toString('latin1'));
  });
}

test('bytes that are not UTF-8 are kept in strings and comments', () => {
  const gbk = Buffer.from([0xcd, 0xf8, 0xc2, 0xe7]);
  const text = Buffer.concat([
    Buffer.from('# '),
    gbk,
    Buffer.from('\r\nlayers { name: "'),
    gbk,
    Buffer.from('" type: RELU bottom: "x" top: "a" }\r\n'),
  ]);
  const name = file('gbk.prototxt', text);
  assert.equal(run('upgrade', '--write', name).code, 0);
  assert.equal(read(name), text.toString('latin1').replace('layers', 'layer').replace('RELU', '"ReLU"'));
});

test('a file that is too large is not read: exit code 2', { skip: posixOnly }, () => {
  shell('truncate -s 3G huge.prototxt');
  for (const command of commands) {
    assert.deepEqual(run(command, 'huge.prototxt'), {
      code: 2,
      out: '',
      err: 'huge.prototxt: the file has 3,222 MB; at most 16 MB are supported.\n',
    });
  }
  shell('rm huge.prototxt');
});

test('a net with too many layers is not analyzed: exit code 2, also beside others', () => {
  const text = 'layer{}'.repeat(mostLayers + 1);
  const large = file('large.prototxt', text);
  const err = `large.prototxt: ${tooManyLayers}\n`;
  const allCommands = [
    ...commands.map((command) => [command]),
    ['check', '--fix'],
    ['graph'],
    ['diff', good],
  ];
  for (const args of allCommands)
    assert.deepEqual(run(...args, large), { code: 2, out: '', err }, args.join(' '));
  assert.equal(run('check', '--format', 'json', large).code, 2);
  assert.deepEqual(run('check', large, good), {
    code: 2,
    out: '0 errors in 1 file. 1 file was not analyzed. Built for TRAIN, TEST.\n',
    err,
  });
  assert.equal(read(large), text);
});

test('of a device or a pipe, no more than the largest file is read', { skip: posixOnly }, () => {
  const endless = 'the file has more than 16 MB; at most 16 MB are supported.\n';
  assert.equal(run('check', '/dev/zero').err, `/dev/zero: ${endless}`);
  assert.equal(shell('yes | $CLI check -').err, `-: ${endless}`);
  assert.ok(largestFile < 100_000_000);
});

test('process substitution and named pipes are read', { skip: posixOnly }, () => {
  assert.equal(shell(`$CLI check <(cat ${good})`).code, 0);
  assert.equal(shell(`mkfifo pipe && (cat ${good} > pipe & $CLI check pipe)`).code, 0);
});

test('of a folder, only regular files and links to them are read', { skip: posixOnly }, () => {
  file('walk/net.prototxt', net);
  symbolicLink('walk/linked.prototxt', 'net.prototxt');
  symbolicLink('walk/endless.prototxt', '/dev/zero');
  symbolicLink('walk/broken.prototxt', 'nothing');
  symbolicLink('walk/folder.prototxt', '.');
  shell('mkfifo walk/pipe.prototxt');
  const { code, out, err } = run('check', 'walk');
  assert.deepEqual([code, out], [0, '0 errors in 2 files.\nBuilt for TRAIN, TEST (2 nets).\n']);
  assert.equal(
    err,
    [
      'walk/broken.prototxt: warning: skipped, because the link cannot be followed: no such file or folder.',
      'walk/endless.prototxt: warning: skipped, because it is not a regular file.',
      'walk/pipe.prototxt: warning: skipped, because it is not a regular file.',
      '',
    ].join('\n'),
  );
});

test('a caffe-prototxt.json that cannot be read: one message and exit code 2', { skip: posixOnly }, () => {
  for (const [name, create, why] of [
    ['loop', 'ln -s caffe-prototxt.json loop/caffe-prototxt.json', 'is a link in a loop of links'],
    ['broken', 'ln -s missing broken/caffe-prototxt.json', 'is a link to a missing file'],
    ['pipe', 'mkfifo pipe-in/caffe-prototxt.json', 'is not a regular file'],
    ['folder', 'mkdir folder/caffe-prototxt.json', 'is a folder'],
  ] as const) {
    const folder = name === 'pipe' ? 'pipe-in' : name;
    const before = net.replace('dim: 1 ', 'dim: 1.0 ');
    const names = ['a', 'b'].map((each) => file(`${folder}/${each}.prototxt`, before));
    shell(create);
    const message = new RegExp(`^\\S*/${folder}/caffe-prototxt\\.json: The file ${why}\\.\\n$`, 'u');
    for (const args of [
      ['check', '--fix', folder],
      ['upgrade', names[0] ?? ''],
      ['graph', names[0] ?? ''],
      ['summary', folder],
    ]) {
      const { code, err } = run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, message);
    }
    assert.equal(read(names[0] ?? ''), before);
  }
});

test('a file whose name is not UTF-8 cannot be read', { skip: process.platform !== 'linux' }, () => {
  file('bytes/net.prototxt', net);
  shell("cp bytes/net.prototxt bytes/$'\\xff'.prototxt");
  const { code, out, err } = run('check', 'bytes');
  assert.deepEqual(
    [code, err],
    [2, 'bytes/\ufffd.prototxt: the name is not UTF-8, so the file cannot be read.\n'],
  );
  assert.match(out, /^0 errors in 1 file\. 1 file was not analyzed\./u);
});

test('without an analyzed file, no counts are printed', () => {
  assert.deepEqual(run('check', 'missing.prototxt'), {
    code: 2,
    out: '',
    err: 'missing.prototxt: no such file or folder.\n',
  });
});

test('a full disk as standard output: a message and exit code 2', { skip: posixOnly }, () => {
  const err = 'standard output: no space left on the device.\n';
  for (const args of [`check ${good}`, `summary ${good}`, `upgrade ${good}`, 'explain', '--help'])
    assert.deepEqual(shell(`$CLI ${args} > /dev/full`), { code: 2, out: '', err }, args);
  assert.equal(shell(`$CLI check ${good} > /dev/full 2> /dev/full`).code, 2);
});

test('a reader that closes the pipe ends the command without a message', { skip: posixOnly }, () => {
  assert.equal(shell('$CLI explain | head -1').err, '');
});

test('numbers out of range, and severities with too many parts: exit code 2', () => {
  const table = [
    [['check', '--level', '99999999999999999999'], 'Expected an integer from -2147483648 to 2147483647.'],
    [['deploy', '--batch', '99999999999999999999'], 'Expected an integer from 1 to 2147483647.'],
    [['check', '--max-warnings', '99999999999'], 'Expected an integer from 0 to 2147483647.'],
    [['check', '--data-shape', '3x4x99999999999'], 'Expected sizes from 0 to 2147483647.'],
    [['check', '--rule', 'unused-top=off=x'], 'Expected one code and one severity, such as unused-top=off.'],
  ] as const;
  for (const [args, message] of table) {
    const { code, err } = run(...args, good);
    assert.equal(code, 2, args.join(' '));
    assert.ok(err.includes(message), err);
  }
});

test('standard input can only be given once', () => {
  for (const command of ['check', 'summary']) {
    const { code, err } = run(command, '-', '-');
    assert.equal(code, 2);
    assert.match(err, /^error: standard input can only be given once/u);
  }
});

test('--no-sources: no file that a net names is read', () => {
  const list =
    'layer { name: "d" type: "HDF5Data" top: "data" hdf5_data_param { source: "secret" batch_size: 1 } }\n';
  const name = file('list.prototxt', list);
  file('secret', 'root:x:0:0\n');
  assert.match(run('summary', name).out, /`root:x:0:0` does not exist/u);
  for (const args of [['check', '--format', 'json'], ['summary'], ['deploy']]) {
    const { out, err } = run(...args, '--no-sources', name);
    assert.doesNotMatch(out + err, /root:x/u);
  }
  assert.match(run('summary', '--no-sources', name).out, /`secret` is in a location that may not be read/u);
});

test('an analysis that throws anything is reported with its content', () => {
  const { unreadable = '' } = failed({ reason: { name: 'refused', why: 'too small' } });
  assert.match(unreadable, /^the analysis failed\. .*please report it/u);
  assert.match(unreadable, /name: 'refused', why: 'too small'/u);
  assert.match(failed(new Error('thrown')).unreadable ?? '', /\nError: thrown\n {4}at /u);
});

test('the help states the exit codes', () => {
  for (const args of [['--help'], ['check', '--help']]) assert.match(run(...args).out, /^Exit codes: 0 /mu);
});
