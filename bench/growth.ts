import { Editor } from './editor.ts';
import { answers, coldOpen, Typist, viewLines } from './inProcess.ts';
import type { Key } from './key.ts';
import { number } from './report.ts';
import { summarised } from './sample.ts';
import { generated } from './subject.ts';

/** The maximum cost ratio for a net that is ten times as large: of opening it, and of a keystroke. */
const limits = { open: 12, key: 3 };

const sizes = { small: 1000, big: 10_000 };
const rounds = { open: 5, key: 15 };
/** After this time in milliseconds, five rounds are enough. */
const patience = 10_000;
const attempts = 3;

type Size = keyof typeof sizes;
type Take = (size: Size) => number | Promise<number>;

/** Prints how costs grow with the size of the net, and counts measures within and above their limits. */
export async function checkGrowth(overStdio: boolean): Promise<{ passed: number; failed: number }> {
  const texts = { small: generated(sizes.small).text, big: generated(sizes.big).text };
  const typists = { small: new Typist(texts.small), big: new Typist(texts.big) };
  const counts = { passed: 0, failed: 0 };
  const check = async (kind: keyof typeof limits, title: string, take: Take) => {
    const { small, big, ratio } = await growthOf(take, rounds[kind], limits[kind]);
    const isPassed = ratio <= limits[kind];
    counts[isPassed ? 'passed' : 'failed'] += 1;
    console.log(
      `${isPassed ? 'ok    ' : 'FAILED'} ${title}: ${number(ratio)} times, at most ${limits[kind]}` +
        ` (${number(small)} → ${number(big)} ms)`,
    );
  };
  await check('open', 'open to hints', (size) => coldOpen(texts[size], answers.hints));
  await check('open', 'open to diagnostics', (size) => coldOpen(texts[size], answers.diagnostics));
  await check('key', 'key to hints in view', (size) => {
    const typist = typists[size];
    return typist.type((document) => answers.hints(document, typist.view));
  });
  await check('key', 'key to diagnostics', (size) => typists[size].type(answers.diagnostics));
  if (!overStdio) return counts;

  const small = await openEditor(texts.small, typists.small.key);
  const big = await openEditor(texts.big, typists.big.key);
  const type = (size: Size) => (size === 'small' ? small : big).type();
  await check('key', 'stdio: key to hints in view', async (size) => (await type(size)).hints);
  await check('key', 'stdio: key to diagnostics', async (size) => (await type(size)).diagnostics);
  await Promise.all([small.close(), big.close()]);
  return counts;
}

/** An editor in which each keystroke reverts the previous one. */
async function openEditor(text: string, key: Key | undefined) {
  if (!key) throw new Error('The net has no number to type.');
  const editor = await Editor.start(text);
  await editor.open();
  let typed = 0;
  return {
    type: () => editor.type(key, ++typed % 2 === 1 ? 'after' : 'before', viewLines),
    close: () => editor.close(),
  };
}

interface Growth {
  readonly small: number;
  readonly big: number;
  readonly ratio: number;
}

/**
 * The ratio of the medians of alternating measurements. If it is slightly above the limit, which may be caused by other
 * programs, it is measured again, and the minimum is used.
 */
async function growthOf(take: Take, runs: number, limit: number): Promise<Growth> {
  let least = await oneGrowth(take, runs);
  for (let again = 1; again < attempts && least.ratio > limit && least.ratio < 2 * limit; again++) {
    const next = await oneGrowth(take, runs);
    if (next.ratio < least.ratio) least = next;
  }
  return least;
}

async function oneGrowth(take: Take, runs: number): Promise<Growth> {
  const times = { small: [] as number[], big: [] as number[] };
  const start = performance.now();
  for (let run = -2; run < runs; run++) {
    if (run >= 5 && performance.now() - start > patience) break;
    const [small, big] = [await take('small'), await take('big')];
    if (run < 0) continue;
    times.small.push(small);
    times.big.push(big);
  }
  const [small, big] = [summarised(times.small).median, summarised(times.big).median];
  return { small, big, ratio: big / small };
}
