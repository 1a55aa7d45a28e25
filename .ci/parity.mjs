// Compares the command line with Caffe's recorded results; fails if the agreement of a group is below its floor. The
// sets are compared in parallel. With --sample N, only about N cases of each set are compared.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [toolFile, ...sampling] = process.argv.slice(2);
const floors = JSON.parse(readFileSync(new URL('parity-floor.json', import.meta.url), 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'parity-floor-'));

/** The numbers of cases and of agreements in a set, by group. */
async function compare(set) {
  const report = join(scratch, `${set}.json`);
  const cli = `${process.execPath} dist/cli.js`;
  const options = ['--cli', cli, '--set', set, '--json', report, ...sampling];
  const tool = spawn(process.execPath, [toolFile, ...options], { stdio: 'inherit' });
  await once(tool, 'close');
  return JSON.parse(readFileSync(report, 'utf8')).score;
}

const scores = await Promise.all(['corpus', 'layers', 'mutants'].map(compare));
const score = Object.assign({}, ...scores);
rmSync(scratch, { recursive: true });

const results = Object.entries(floors).map(([group, floor]) => {
  const { agree = 0, cases = 0 } = score[group] ?? {};
  const share = cases === 0 ? 0 : agree / cases;
  console.log(`${share >= floor ? '✔' : '✖'} ${group}: ${agree} of ${cases}, floor ${floor * 100} %`);
  return share >= floor;
});
const failed = results.filter((reached) => !reached).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
