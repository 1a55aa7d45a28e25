import { bounded, minimizeText } from '../minimize.ts';
import { mutant } from '../mutations/mutate.ts';
import { actionOracles } from '../oracles/actions.ts';
import { navigationOracles } from '../oracles/navigation.ts';
import type { Oracle } from '../oracles/oracle.ts';
import { outputOracles } from '../oracles/outputs.ts';
import { resultOracles } from '../oracles/results.ts';
import { rewriteOracles } from '../oracles/rewrites.ts';
import { shownOracles } from '../oracles/shown.ts';
import { Random } from '../random.ts';
import { tool as realTool, type Tool } from '../tool.ts';
import { type Kind, type Violation, violationOf } from './kind.ts';

/** All oracles about one text. */
export const textOracles: readonly Oracle[] = [
  ...resultOracles,
  ...outputOracles,
  ...rewriteOracles,
  ...actionOracles,
  ...shownOracles,
  ...navigationOracles,
];

/** Mutated nets and solvers. */
export const textKind: Kind<string> = {
  name: 'text',
  generate: mutant,
  violations: (text, random) => textViolations(text, random.next()),
  minimize: (text, fails) => minimizeText(text, bounded(fails)),
  size: () => 1,
  print: (text) => text,
};

/** What a text violates. */
export async function textViolations(
  text: string,
  seed: number,
  tool: Tool = realTool,
): Promise<Violation[]> {
  const document = tool.open(text);
  const found: Violation[] = [];
  for (const { name, violation } of textOracles) {
    // Each oracle has its own choices, so that a reduction to one oracle makes the same.
    const random = new Random(`${seed} ${name}`);
    found.push(...(await timed(name, text, () => violation({ tool, document, random }))));
  }
  return found;
}

/** The time of the processor that one oracle may take, in milliseconds: for any text, and for each 1,000 characters of it. */
const [usualTime, timePerThousand] = [4000, 400];

/** The violation of an oracle, or that examining it takes too long. */
export async function timed(
  name: string,
  text: string,
  examine: () => string | undefined,
  clock = cpuTime,
): Promise<Violation[]> {
  const start = clock();
  const found = await violationOf(name, examine);
  const took = clock() - start;
  const most = usualTime + (timePerThousand * text.length) / 1000;
  if (took <= most) return found;
  return [...found, { oracle: `${name}, in time`, message: `takes ${(took / 1000).toFixed(1)} s` }];
}

/** The time that the processor has spent in this thread, in milliseconds; other programs do not change it. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
