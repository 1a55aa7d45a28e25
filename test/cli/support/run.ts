import { spawnSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The built command line, as an argument of Node. */
export const commandLine = resolve(dirname(fileURLToPath(import.meta.url)), '../../../dist/cli.js');

const folder = mkdtempSync(join(tmpdir(), 'caffe-prototxt-'));
after(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in a temporary folder of the test file. */
export function run(...args: string[]): Run {
  return runWith('', ...args);
}

/** Runs it with standard input. */
export function runWith(input: string | Uint8Array, ...args: string[]): Run {
  return runIn({}, input, ...args);
}

/** Runs it with standard input and additional variables of the environment. */
export function runIn(
  variables: Readonly<Record<string, string>>,
  input: string | Uint8Array,
  ...args: string[]
): Run {
  const { FORCE_COLOR, NO_COLOR, COLUMNS, ...others } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandLine, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...others, ...variables },
    maxBuffer: 100_000_000,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs it while another program edits a file in the folder: see `editWhileWriting.ts`. */
export function runEditing(edited: string, ...args: string[]): Run {
  const module = new URL('editWhileWriting.ts', import.meta.url).href;
  return runIn({ NODE_OPTIONS: `--import=${module}`, EDITED_FILE: edited }, '', ...args);
}

/** Runs a shell command in the folder, in which `$CLI` is the built command line. */
export function shell(command: string): Run {
  const { FORCE_COLOR, NO_COLOR, COLUMNS, ...others } = process.env;
  const env = { ...others, CLI: `${process.execPath} ${commandLine}` };
  const { status, stdout, stderr } = spawnSync('/bin/bash', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env,
    timeout: 20_000,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Creates a file in the folder; returns its name. */
export function file(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
  return name;
}

/** The bytes of a file in the folder, as one character each. */
export function read(name: string): string {
  return readFileSync(join(folder, name), 'latin1');
}

/** The names of the files in a folder of the folder. */
export function list(name: string): string[] {
  return readdirSync(join(folder, name));
}

/** Creates a hard link to a file in the folder; returns its name. */
export function link(name: string, to: string): string {
  linkSync(join(folder, to), join(folder, name));
  return name;
}

/** Creates a symbolic link in the folder, which may lead anywhere; returns its name. */
export function symbolicLink(name: string, to: string): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  symlinkSync(to, join(folder, name));
  return name;
}
