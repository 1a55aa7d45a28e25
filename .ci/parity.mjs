// Compares the command line with Caffe's recorded answers; fails where a group agrees less often than its floor.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [tool] = process.argv.slice(2);
const floors = JSON.parse(readFileSync(new URL('parity-floor.json', import.meta.url), 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'parity-floor-'));
const report = join(scratch, 'report.json');

spawnSync('node', [tool, '--set', 'all', '--json', report], { stdio: 'inherit' });
const { score } = JSON.parse(readFileSync(report, 'utf8'));
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
