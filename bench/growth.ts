import { answers, coldOpen, Typist } from './inProcess.ts';
import { number } from './report.ts';
import { summarised } from './sample.ts';
import { generated } from './subject.ts';

/** What a net ten times as large may cost: its opening, and a keystroke in it. */
export const limits = { open: 12, key: 3 };

const sizes = [1000, 10_000] as const;
const rounds = { open: 7, key: 31 };
const attempts = 3;

/** Prints how the costs grow with the net, and counts what grows within its limit and what does not. */
export function checkGrowth(): { readonly passed: number; readonly failed: number } {
  const [small, big] = sizes.map((layers) => generated(layers).text) as [string, string];
  const typists = { small: new Typist(small), big: new Typist(big) };
  const counts = { passed: 0, failed: 0 };
  for (const [name, answer] of Object.entries(answers)) {
    const open = () => [coldOpen(small, answer), coldOpen(big, answer)] as const;
    const key = () => [typists.small.type(answer), typists.big.type(answer)] as const;
    for (const [kind, take] of [
      ['open', open],
      ['key', key],
    ] as const) {
      const grown = leastGrowth(take, rounds[kind], limits[kind]);
      const passed = grown.growth <= limits[kind];
      counts[passed ? 'passed' : 'failed'] += 1;
      console.log(
        `${passed ? 'ok    ' : 'FAILED'} ${kind} to ${name}: ${number(grown.growth)} times (at most ${limits[kind]}),` +
          ` ${number(grown.small)} → ${number(grown.big)} ms`,
      );
    }
  }
  return counts;
}

interface Growth {
  readonly small: number;
  readonly big: number;
  readonly growth: number;
}

/** The ratio of medians of times that are taken in turn. Noise of the machine adds up, so a ratio beyond the limit is taken again. */
function leastGrowth(take: () => readonly [number, number], runs: number, limit: number): Growth {
  let least: Growth | undefined;
  for (let attempt = 0; attempt < attempts && (!least || least.growth > limit); attempt++) {
    take();
    const pairs = Array.from({ length: runs }, take);
    const small = summarised(pairs.map(([time]) => time)).median;
    const big = summarised(pairs.map(([, time]) => time)).median;
    if (!least || big / small < least.growth) least = { small, big, growth: big / small };
  }
  return least ?? { small: Number.NaN, big: Number.NaN, growth: Number.POSITIVE_INFINITY };
}
