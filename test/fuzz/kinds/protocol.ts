import { isDeepStrictEqual } from 'node:util';
import { bounded, minimizeList } from '../minimize.ts';
import { converse, type Talk } from '../protocol/conversation.ts';
import type { Line } from '../protocol/line.ts';
import { localLine } from '../protocol/localLine.ts';
import { stdioLine } from '../protocol/stdioLine.ts';
import type { Step } from '../protocol/step.ts';
import { randomSteps } from '../protocol/steps.ts';
import { type Kind, type Violation, violationOf } from './kind.ts';

/** Messages to a server in this process. */
export const protocolKind = kindOver('protocol', localLine);

/** Messages to a server over standard input and output. */
export const stdioKind = kindOver('stdio', stdioLine);

function kindOver(name: string, start: () => Line): Kind<readonly Step[]> {
  return {
    name,
    generate: randomSteps,
    violations: (steps) => conversationViolations(steps, start),
    minimize: (steps, fails) => minimizeList(steps, bounded(fails, 150)),
    size: (steps) => steps.length,
    print: (steps) => steps.map((step) => JSON.stringify(step)).join('\n'),
  };
}

/** What a conversation violates: requests are answered, and the server shows the same as a fresh one. */
export function conversationViolations(
  steps: readonly Step[],
  start: () => Line,
  startFresh = start,
): Promise<Violation[]> {
  return violationOf('a server shows the same as a fresh one and answers each request once', async () => {
    const { texts, shown, problem } = await talkOver(start(), steps);
    if (problem !== undefined) return problem;
    const opened: Step[] = [...texts].map(([uri, text]) => ({ kind: 'open', uri, text }));
    const expected = await talkOver(startFresh(), opened);
    for (const [uri, seen] of shown) {
      const difference = differing(seen, expected.shown.get(uri));
      if (difference !== undefined) return `${difference} of ${uri} differ from those of a fresh server`;
    }
    return undefined;
  });
}

/** A whole conversation; its problem may be how the server ends. */
async function talkOver(line: Line, steps: readonly Step[]): Promise<Talk> {
  let badEnd: string | undefined;
  const talk = await converse(line, steps).finally(async () => {
    badEnd = await line.stop();
  });
  return { ...talk, problem: talk.problem ?? badEnd };
}

/** The name of the first property that differs. */
function differing(one: unknown, other: unknown): string | undefined {
  const [first, second] = [Object(one), Object(other)];
  return Object.keys(first).find((key) => !isDeepStrictEqual(first[key], second[key]));
}
