import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The built command line, as an argument of Node. */
export const commandLine = join(root, 'dist/cli.js');

/** A folder of one's own, in which the command line runs; it is gone after the tests. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'caffe-prototxt-'));

  constructor() {
    after(() => rmSync(this.path, { recursive: true }));
  }

  /** Makes a file; its name. */
  file(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.path, name), content);
    return name;
  }

  read(name: string): Buffer {
    return readFileSync(join(this.path, name));
  }

  /** Runs the command line. */
  run(...args: string[]): { code: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [commandLine, ...args], {
      cwd: this.path,
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  }
}
