import { Editor } from './editor.ts';
import { answers, coldOpen, heapOf, Typist, viewLines } from './inProcess.ts';
import { type Key, keyOf, openText } from './key.ts';
import { parsers } from './parsers.ts';
import { type Plan, type Sample, sample, summarised, timed } from './sample.ts';
import type { Subject } from './subject.ts';

/** A result, identified by net and measure. */
export interface Result extends Sample {
  readonly subject: string;
  readonly measure: string;
  readonly unit: 'ms' | 'MB';
}

/** The selected measures, and the handler of the results. */
export interface Scope {
  readonly quick: boolean;
  wants(subject: string, measure: string): boolean;
  found(result: Result): void;
}

/** Runs all in-process measures of a net. */
export async function measureInProcess(subject: Subject, scope: Scope): Promise<void> {
  const { name, text, large } = subject;
  const take = collector(name, scope);
  const few = plan(scope, large, 25);
  const many = plan(scope, large, 61);
  for (const [measure, parse] of Object.entries(parsers)) {
    // The time of prototxt-parser is quadratic: minutes for large nets.
    if (measure === 'parse by prototxt-parser' && text.length > 500_000) continue;
    await take(measure, few, () => timed(() => parse(text)));
  }
  await take('open to hints', few, () => coldOpen(text, answers.hints));
  await take('open to diagnostics', few, () => coldOpen(text, answers.diagnostics));
  const typed = ['key to hints in view', 'key to all hints', 'key to diagnostics', 'completion'] as const;
  if (typed.some((measure) => scope.wants(name, measure))) {
    const typist = new Typist(text);
    if (typist.key) {
      await take('key to hints in view', many, () =>
        typist.type((document) => answers.hints(document, typist.view)),
      );
      await take('key to all hints', many, () => typist.type(answers.hints));
      await take('key to diagnostics', many, () => typist.type(answers.diagnostics));
    }
    await take('completion', many, () => typist.complete());
  }
  for (const [measure, keys] of [
    ['heap', 0],
    ['heap after 20 keys', 20],
  ] as const) {
    if (!scope.wants(name, measure) || (large && keys > 0)) continue;
    const held = heapOf(text, keys);
    if (held !== undefined) scope.found({ subject: name, measure, unit: 'MB', ...summarised([held]) });
  }
}

/** Measures the start of the built server: until its initialization, and until the diagnostics of a net. */
export async function measureStart({ name, text }: Subject, scope: Scope): Promise<void> {
  const take = collector(name, scope);
  const measures = { greeting: 'stdio: start to greeting', diagnostics: 'stdio: start to diagnostics' };
  const runs = scope.quick ? 5 : 15;
  const values = { greeting: [] as number[], diagnostics: [] as number[] };
  if (!Object.values(measures).some((measure) => scope.wants(name, measure))) return;
  for (let run = -1; run < runs; run++) {
    const start = performance.now();
    const editor = await Editor.start(text);
    const greeted = performance.now() - start;
    await editor.open();
    const opened = performance.now() - start;
    await editor.close();
    // The first start warms the file system caches.
    if (run < 0) continue;
    values.greeting.push(greeted);
    values.diagnostics.push(opened);
  }
  take.all(measures.greeting, values.greeting);
  take.all(measures.diagnostics, values.diagnostics);
}

/** Measures keystrokes with the built server, including the communication. */
export async function measureStdio({ name, text, large }: Subject, scope: Scope): Promise<void> {
  const take = collector(name, scope);
  const ranges = [
    ['stdio: key to hints in view', viewLines],
    ['stdio: key to all hints', 'all'],
  ] as const;
  const toDiagnostics = 'stdio: key to diagnostics';
  const wanted = ranges.filter(
    ([measure], index) => scope.wants(name, measure) || (index === 0 && scope.wants(name, toDiagnostics)),
  );
  const key = wanted.length > 0 ? keyOf(openText(text)) : undefined;
  if (!key) return;
  const editor = await Editor.start(text);
  await editor.open();
  for (const [measure, lines] of wanted) {
    const keys = await typeKeys(editor, key, lines, plan(scope, large, 41));
    take.all(
      measure,
      keys.map(({ hints }) => hints),
    );
    if (lines === viewLines)
      take.all(
        toDiagnostics,
        keys.map(({ diagnostics }) => diagnostics),
      );
  }
  await editor.close();
}

/** Types and reverts a digit as planned. */
async function typeKeys(
  editor: Editor,
  key: Key,
  lines: number | 'all',
  { warmUps, runs, most, time }: Plan,
) {
  const keys: Awaited<ReturnType<Editor['type']>>[] = [];
  const start = performance.now();
  for (let run = 0; run < warmUps + most; run++) {
    if (run >= warmUps + runs && performance.now() - start > time) break;
    keys.push(await editor.type(key, run % 2 === 0 ? 'after' : 'before', lines));
  }
  // Type an even number of keys to restore the text.
  if (keys.length % 2 === 1) await editor.type(key, 'before', lines);
  return keys.slice(warmUps);
}

/** Long measures run a few times, short ones up to `most` times. */
function plan({ quick }: Scope, large: boolean, most: number): Plan {
  // Smaller nets have warmed up the code.
  if (large) return { warmUps: 0, runs: 3, most: 3, time: 0 };
  if (quick) return { warmUps: 2, runs: 5, most: 9, time: 300 };
  return { warmUps: 2, runs: 5, most, time: 2500 };
}

interface Collector {
  (measure: string, plan: Plan, run: () => number): Promise<void>;
  all(measure: string, values: readonly number[]): void;
}

/** Collects the selected results of a net. A measure that throws has no result: other parsers may reject a text. */
function collector(subject: string, scope: Scope): Collector {
  const add = (measure: string, values: Sample) => {
    if (scope.wants(subject, measure)) scope.found({ subject, measure, unit: 'ms', ...values });
  };
  const take = async (measure: string, plan: Plan, run: () => number) => {
    if (!scope.wants(subject, measure)) return;
    try {
      add(measure, await sample(plan, run));
    } catch (error) {
      console.error(`${subject}, ${measure}: ${String(error).split('\n')[0]}`);
    }
  };
  const all = (measure: string, values: readonly number[]) => add(measure, summarised(values));
  return Object.assign(take, { all });
}
