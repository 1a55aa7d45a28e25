import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { replaceFile } from '../../server/src/node/replaceFile.ts';

const root = mkdtempSync(join(tmpdir(), 'replace-'));
after(() => rmSync(root, { recursive: true }));

const posixOnly = process.platform === 'win32' ? 'needs POSIX' : false;
const isSuperuser = process.getuid?.() === 0;
const superuserOnly = isSuperuser ? false : 'needs the superuser';

let folders = 0;

/** A new folder with a file; returns both paths. */
function folderWith(content: string): { folder: string; file: string } {
  folders += 1;
  const folder = join(root, `${folders}`);
  mkdirSync(folder);
  const file = join(folder, 'net.prototxt');
  writeFileSync(file, content);
  return { folder, file };
}

function replace(path: string, text: string): void {
  replaceFile(path, Buffer.from(text));
}

/** Calls `replaceFile` in a process that a shell prepares and starts with `"$@"`. */
function replaceIn(shell: string, path: string, length: number, uid?: number) {
  const module = fileURLToPath(new URL('../../server/src/node/replaceFile.ts', import.meta.url));
  const script = `
    const { replaceFile } = await import(${JSON.stringify(module)});
    ${uid === undefined ? '' : `process.setgroups([]); process.setgid(${uid}); process.setuid(${uid});`}
    try { replaceFile(${JSON.stringify(path)}, Buffer.from('new'.repeat(${length}))); }
    catch (error) { console.log(error.code, error.path); }`;
  const args = [process.execPath, '--input-type=module', '-e', script];
  return spawnSync('/bin/sh', ['-c', shell, 'sh', ...args], { encoding: 'utf8' }).stdout.trim();
}

test('the file is replaced, and nothing else is left in the folder', () => {
  const { folder, file } = folderWith('old');
  replace(file, 'new');
  replace(join(folder, 'created'), 'made');
  assert.equal(readFileSync(file, 'utf8'), 'new');
  assert.equal(readFileSync(join(folder, 'created'), 'utf8'), 'made');
  assert.deepEqual(readdirSync(folder), ['created', 'net.prototxt']);
});

test('a file name of the maximum length', () => {
  const { folder } = folderWith('');
  const long = join(folder, 'x'.repeat(255));
  for (const text of ['one', 'two']) {
    replace(long, text);
    assert.equal(readFileSync(long, 'utf8'), text);
  }
});

test('a missing folder is an error about the file', () => {
  const missing = join(root, 'no', 'net.prototxt');
  assert.throws(() => replace(missing, 'new'), { code: 'ENOENT', path: missing });
});

test('the mode is kept, also special bits', { skip: posixOnly }, () => {
  for (const mode of [0o600, 0o640, 0o4741]) {
    const { file } = folderWith('old');
    chmodSync(file, mode);
    replace(file, 'new');
    assert.equal(statSync(file).mode & 0o7777, mode);
  }
});

test('the owner is kept', { skip: posixOnly || superuserOnly }, () => {
  const { file } = folderWith('old');
  chownSync(file, 12345, 54321);
  replace(file, 'new');
  const { uid, gid } = statSync(file);
  assert.deepEqual([uid, gid], [12345, 54321]);
});

test('symbolic links are followed: chains, and links to missing files', { skip: posixOnly }, () => {
  const { folder, file } = folderWith('old');
  symlinkSync('net.prototxt', join(folder, 'one'));
  symlinkSync(join(folder, 'one'), join(folder, 'two'));
  symlinkSync('later', join(folder, 'dangling'));
  replace(join(folder, 'two'), 'new');
  replace(join(folder, 'dangling'), 'made');
  assert.equal(readFileSync(file, 'utf8'), 'new');
  assert.equal(readFileSync(join(folder, 'later'), 'utf8'), 'made');
  for (const link of ['one', 'two', 'dangling']) assert.ok(lstatSync(join(folder, link)).isSymbolicLink());
});

test('a `..` leads where the operating system leads', { skip: posixOnly }, () => {
  const { folder, file } = folderWith('old');
  assert.throws(() => replace(`${folder}/missing/../net.prototxt`, 'new'), { code: 'ENOENT' });
  const inner = folderWith('inner');
  symlinkSync(inner.folder, join(folder, 'link'));
  replace(`${folder}/link/../made`, 'made');
  symlinkSync('link/../made', join(folder, 'one'));
  replace(join(folder, 'one'), 'again');
  assert.equal(readFileSync(file, 'utf8'), 'old');
  assert.equal(readFileSync(join(root, 'made'), 'utf8'), 'again');
  assert.deepEqual(readdirSync(folder), ['link', 'net.prototxt', 'one']);
});

test('hard links are kept, for shorter and for longer content', { skip: posixOnly }, () => {
  const { folder, file } = folderWith('old content');
  linkSync(file, join(folder, 'other'));
  for (const text of ['new', 'new content that is longer']) {
    replace(file, text);
    assert.equal(readFileSync(join(folder, 'other'), 'utf8'), text);
  }
  assert.deepEqual(readdirSync(folder), ['net.prototxt', 'other']);
});

test('a device is written to', { skip: posixOnly }, () => {
  replace('/dev/null', 'new');
  assert.ok(lstatSync('/dev/null').isCharacterDevice());
});

test('a file of another owner is overwritten if it may be written', {
  skip: posixOnly || superuserOnly,
}, () => {
  const { folder, file } = folderWith('old');
  chmodSync(file, 0o666);
  for (const mode of [0o777, 0o755]) {
    chmodSync(root, 0o755);
    chmodSync(folder, mode);
    assert.equal(replaceIn('"$@"', file, 1, 65534), '');
    assert.deepEqual([readFileSync(file, 'utf8'), statSync(file).uid], ['new', 0]);
    assert.deepEqual(readdirSync(folder), ['net.prototxt']);
    writeFileSync(file, 'old');
  }
});

test('a read-only file is an error, and is unchanged', { skip: posixOnly }, () => {
  const { folder, file } = folderWith('old');
  chmodSync(file, 0o444);
  chmodSync(root, 0o755);
  chmodSync(folder, 0o777);
  assert.equal(replaceIn('"$@"', file, 1, isSuperuser ? 65534 : undefined), `EACCES ${file}`);
  assert.equal(readFileSync(file, 'utf8'), 'old');
});

/** Larger than the limit of `ulimit -f 4`, which counts units of 512 or of 1024 bytes. */
const tooLarge = 3000;

for (const [name, hasLink] of [
  ['a file', false],
  ['a file with hard links', true],
] as const) {
  test(`${name}: a full disk is an error, and the content is the old one`, { skip: posixOnly }, () => {
    const { folder, file } = folderWith('old');
    if (hasLink) linkSync(file, join(folder, 'other'));
    const names = readdirSync(folder);
    assert.match(replaceIn('ulimit -f 4; "$@"', file, tooLarge), /^(?:EFBIG|ENOSPC)/u);
    assert.equal(readFileSync(file, 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder), names);
  });
}

/** The number of times that a process is killed; a larger number in the environment makes the test stricter. */
const kills = Number(process.env.KILLS ?? 10);

/** Starts a process that replaces a file again and again, and ends it by a signal. Returns the signal that ended it. */
async function endWhileReplacing(file: string, signal: NodeJS.Signals): Promise<unknown> {
  const script = fileURLToPath(new URL('support/replaceForever.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file, 'a', 'b', '200000']);
  const exit = once(child, 'exit');
  await once(child.stdout, 'data');
  await setTimeout(Math.random() * 40);
  child.kill(signal);
  const [, ended] = await exit;
  return ended;
}

const whole = /^(?:a{200000}|b{200000})$/u;

test('a process that is killed at any time leaves the whole old or the whole new content', {
  skip: posixOnly,
}, async () => {
  const { file } = folderWith('a'.repeat(200_000));
  for (let kill = 0; kill < kills; kill += 1) {
    await endWhileReplacing(file, 'SIGKILL');
    assert.match(readFileSync(file, 'utf8'), whole);
  }
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} ends the process after the file is replaced, and nothing else is left`, {
    skip: posixOnly,
  }, async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      const { folder, file } = folderWith('a'.repeat(200_000));
      if (kill % 2 === 1) linkSync(file, join(folder, 'other'));
      const names = readdirSync(folder);
      assert.equal(await endWhileReplacing(file, signal), signal);
      assert.match(readFileSync(file, 'utf8'), whole);
      assert.deepEqual(readdirSync(folder), names);
    }
  });
}

test('the signals do nothing special after the file is replaced', async () => {
  const listeners = () => process.listenerCount('SIGTERM');
  const before = listeners();
  replace(folderWith('old').file, 'new');
  replace(folderWith('old').file, 'new');
  assert.equal(listeners(), before + 1);
  await setTimeout(20);
  assert.equal(listeners(), before);
});

test('copies that a killed process has left are kept and returned', { skip: posixOnly }, () => {
  const { folder, file } = folderWith('damaged');
  linkSync(file, join(folder, 'other'));
  const left = `${file}.caffe-prototxt-1.backup`;
  writeFileSync(left, 'old');
  assert.deepEqual(replaceFile(file, Buffer.from('new')), [left]);
  assert.equal(readFileSync(left, 'utf8'), 'old');
  rmSync(left);
  assert.deepEqual(replaceFile(file, Buffer.from('new')), []);
  assert.deepEqual(readdirSync(folder), ['net.prototxt', 'other']);
});
