import { checkFile } from '../server/src/cli/check.ts';
import type { Format } from '../server/src/cli/output/formats.ts';
import { upgradeFile } from '../server/src/edit/upgrade/index.ts';
import { applyEdits } from '../server/src/text/edit.ts';
import { type Family, families } from './adversarial.ts';
import { checkOptions } from './checkOptions.ts';
import { Editor } from './editor.ts';
import { openText } from './key.ts';
import { number } from './report.ts';
import { cpuTime } from './sample.ts';

/** A text of ten times the size may cost this many times as much. */
const mostGrowth = 12;
/** A text of fewer than 300,000 characters must not cost more milliseconds of processor time, on a slow machine too. */
const mostTime = 4000;
/** Below this time in milliseconds, a ratio is noise: a collection of garbage alone takes as much. */
const leastTime = 40;
const attempts = 3;

/** The sizes of the texts in characters: short ones for every change, long ones on request. */
const sizes = { short: [10_000, 100_000], long: [300_000, 3_000_000] } as const;

export type Extent = keyof typeof sizes;

type Operation = (text: string) => number | Promise<number>;

/** The measured operations, each from the text on, and the milliseconds that they take. */
const operations: readonly (readonly [name: string, operation: Operation])[] = [
  ['check', (text) => cpuTime(() => check(text, 'text'))],
  ['SARIF', (text) => cpuTime(() => check(text, 'sarif'))],
  ['upgrade', (text) => cpuTime(() => upgrade(text))],
];

const overProtocol: (typeof operations)[number] = ['open over stdio', openInEditor];

/**
 * Prints how costs grow with the size of adversarial texts, and counts measures within and above their limits. Long
 * texts are also opened over the protocol. With `only`, measures the texts whose name contains one of the parts.
 */
export async function checkAdversarialGrowth(
  extent: Extent,
  only: readonly string[] = [''],
): Promise<{ passed: number; failed: number }> {
  const counts = { passed: 0, failed: 0 };
  const measured = extent === 'long' ? [...operations, overProtocol] : operations;
  const chosen = families.filter(({ name }) => only.some((part) => name.includes(part)));
  for (const family of chosen) {
    for (const [name, operation] of measured) {
      const { small, big, isPassed } = await measure(family, operation, sizes[extent]);
      counts[isPassed ? 'passed' : 'failed'] += 1;
      const ratio = `${number(big / small)} times (${number(small)} → ${number(big)} ms)`;
      if (!isPassed || extent === 'long')
        console.log(`${isPassed ? 'ok    ' : 'FAILED'} ${name}, ${family.name}: ${ratio}`);
    }
  }
  console.log(
    `${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${chosen.length} kinds of adversarial texts: at most ${mostGrowth} times`,
  );
  return counts;
}

/** The least of some attempts: other programs may cause a slow one. */
async function measure(family: Family, operation: Operation, [few, many]: readonly [number, number]) {
  let best = { small: 0, big: Number.POSITIVE_INFINITY, isPassed: false };
  for (let attempt = 0; attempt < attempts && !best.isPassed; attempt++) {
    const small = Math.max(await operation(family.text(few)), leastTime);
    const big = await operation(family.text(many));
    const isFast = many > 300_000 || big <= mostTime;
    if (big / small < best.big / best.small || attempt === 0)
      best = { small, big, isPassed: isFast && big / small <= mostGrowth };
  }
  return best;
}

function check(text: string, format: Format): void {
  checkFile('net.prototxt', openText(text), { ...checkOptions, format });
}

function upgrade(text: string): void {
  const document = openText(text);
  applyEdits(text, upgradeFile(document));
}

/** Milliseconds until the diagnostics of a text arrive. */
async function openInEditor(text: string): Promise<number> {
  const editor = await Editor.start(text);
  const start = performance.now();
  await editor.open();
  const time = performance.now() - start;
  await editor.close();
  return time;
}
