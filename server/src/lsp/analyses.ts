import { createDocument, type Document } from '../document/document.ts';
import type { AnalysisSettings } from '../document/settings.ts';
import type { WorkspaceContext } from '../document/workspaceContext.ts';
import { openInSteps } from '../features/prepare.ts';
import type { Steps } from '../memo/steps.ts';
import { changedRange } from '../text/common.ts';
import type { Text } from './texts.ts';

/** The inputs of an analysis besides the text. */
export interface Conditions {
  readonly settings: AnalysisSettings;
  readonly context: WorkspaceContext;
}

/** Up to this number of new characters, about 200 layers, an analysis runs without interruption. */
const short = 50_000;

/** The time slice of a longer analysis, in milliseconds. */
const turn = 15;

/** The analyzed documents of an editor: one analysis per text and conditions, which reuses the previous one. */
export class Analyses {
  private readonly known = new Map<string, Document>();
  private readonly runs = new Map<string, Run>();

  /** The analysis of a text; computed now if it does not exist. */
  of(text: Text, conditions: Conditions): Document {
    const last = this.known.get(text.uri);
    if (last && isOf(last, text, conditions)) return last;
    const document = createDocument({ ...inputOf(text), ...conditions }, last);
    this.known.set(text.uri, document);
    return document;
  }

  /**
   * Resolves when the analysis of a text is fast. A long analysis runs in time slices. It continues when the text
   * changes, as the newer text reuses most of it.
   */
  async ready(text: Text, conditions: Conditions): Promise<void> {
    const { uri } = text;
    await this.runs.get(uri)?.ended;
    const last = this.known.get(uri);
    if (newText(last, text, conditions) <= short) return;
    const run = this.runs.get(uri) ?? this.start(text, conditions, last);
    await run.ended;
  }

  forget(uri: string): void {
    this.known.delete(uri);
    const run = this.runs.get(uri);
    if (run) run.isStopped = true;
    this.runs.delete(uri);
  }

  private start(text: Text, conditions: Conditions, last: Document | undefined): Run {
    const { uri } = text;
    const run: Run = { isStopped: false, ended: Promise.resolve() };
    this.runs.set(uri, run);
    run.ended = inTurns(openInSteps({ ...inputOf(text), ...conditions }, last), run).then((document) => {
      if (document) this.known.set(uri, document);
    });
    const end = () => this.runs.get(uri) === run && this.runs.delete(uri);
    run.ended.then(end, end);
    return run;
  }
}

/** A running long analysis. */
interface Run {
  /** Whether it is no longer needed. */
  isStopped: boolean;
  ended: Promise<void>;
}

/** Runs long work in time slices; undefined if it is stopped. */
async function inTurns<T>(steps: Steps<T>, run: Run): Promise<T | undefined> {
  for (let started = performance.now(); !run.isStopped; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - started < turn) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    started = performance.now();
  }
  return undefined;
}

function inputOf(text: Text) {
  return { uri: text.uri, version: text.version, text: text.getText() };
}

/** Compares texts, which are usually the same string, as some editors repeat versions. */
function isOf(document: Document, text: Text, conditions: Conditions): boolean {
  return hasConditions(document, conditions) && document.text === text.getText();
}

function hasConditions(document: Document, { settings, context }: Conditions): boolean {
  return document.settings === settings && document.context === context;
}

/** The number of new characters of a text. */
function newText(last: Document | undefined, text: Text, conditions: Conditions): number {
  if (last && isOf(last, text, conditions)) return 0;
  const written = text.getText();
  if (!last || written.length <= short || !hasConditions(last, conditions)) return written.length;
  const { start, end } = changedRange(last.text, written);
  return end - start;
}
