// Measures response times, in the process and over standard input and output of the built server. Checks nothing, except
// for the growth of costs with --growth. npm run bench -- --help
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkAdversarialGrowth } from './adversarialGrowth.ts';
import { checkGrowth } from './growth.ts';
import { warmUp } from './inProcess.ts';
import { measureInProcess, measureStart, measureStdio, type Result, type Scope } from './measures.ts';
import { compareLines, ratioLines, resultLines } from './report.ts';
import { generated, ofFile, type Subject } from './subject.ts';

const usage = `npm run bench -- [OPTIONS] [FILE…]

Measures examples/lenet.prototxt, generated nets with 1,000, 10,000 and 100,000 layers, and the given files.

  --only TEXT      only measures whose name contains the text, such as "1,000 layers / key"; may be repeated; with
                   --growth: only adversarial texts whose name contains it
  --quick          fewer runs, and no net with 100,000 layers
  --json FILE      write the results to a file
  --compare FILE   print old time / new time, with the old results from a file
  --growth         only check that costs do not grow faster than the text
  --long           with --growth: also for adversarial texts of up to 3 MB, which takes minutes
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    compare: { type: 'string' },
    growth: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else if (values.growth) await runGrowth();
else await runMeasures();

async function runGrowth(): Promise<void> {
  const built = isBuilt();
  const { only } = values;
  const nothing = { passed: 0, failed: 0 };
  const ofNets = only ? nothing : await checkGrowth(built);
  const ofTexts = await checkAdversarialGrowth('short', only);
  const long = values.long && built ? await checkAdversarialGrowth('long', only) : nothing;
  const passed = ofNets.passed + ofTexts.passed + long.passed;
  const failed = ofNets.failed + ofTexts.failed + long.failed;
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

async function runMeasures(): Promise<void> {
  const { quick, only = [''], json, compare } = values;
  const results: Result[] = [];
  const scope: Scope = {
    quick,
    wants: (subject, measure) => only.some((part) => `${subject} / ${measure}`.includes(part)),
    found(result) {
      results.push(result);
      // A run takes minutes, so write partial results.
      if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...machine(), results }, null, 1)}\n`);
    },
  };
  const old = compare === undefined ? undefined : readResults(compare);
  await measure(subjects(quick), scope);
  section('Ratios', ratioLines(results));
  if (old) section(`Old / new, against ${compare}`, compareLines(results, old));
  section('Numbers: median, quartiles', resultLines(results));
}

function subjects(quick: boolean): (() => Subject)[] {
  const lenet = fileURLToPath(new URL('../examples/lenet.prototxt', import.meta.url));
  const layers = quick ? [1000, 10_000] : [1000, 10_000, 100_000];
  return [
    () => ofFile(lenet),
    ...positionals.map((file) => () => ofFile(file)),
    ...layers.map((count) => () => generated(count)),
  ];
}

async function measure(made: readonly (() => Subject)[], scope: Scope): Promise<void> {
  const built = existsSync(new URL('../dist/cli.js', import.meta.url));
  if (!built) console.error('dist/cli.js is missing: run `npm run build` to measure over stdio.');
  warmUp();
  for (const [index, make] of made.entries()) {
    const subject = make();
    console.error(`measuring ${subject.name}`);
    // Measure the start only with the first net, which is small.
    if (built && index === 0) await measureStart(subject, scope);
    await measureInProcess(subject, scope);
    if (built) await measureStdio(subject, scope);
  }
}

function isBuilt(): boolean {
  const built = existsSync(new URL('../dist/cli.js', import.meta.url));
  if (!built) console.error('dist/cli.js is missing: run `npm run build` to measure over stdio.');
  return built;
}

function readResults(file: string): Result[] {
  return JSON.parse(readFileSync(file, 'utf8')).results;
}

function machine() {
  return { node: process.version, processor: cpus()[0]?.model, date: new Date().toISOString() };
}

function section(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n— ${title}\n${lines.join('\n')}`);
}
