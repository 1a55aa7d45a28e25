import type { Document } from '../server/src/document/document.ts';
import { completion } from '../server/src/features/completion/index.ts';
import { diagnostics } from '../server/src/features/diagnostics/diagnostics.ts';
import { inlayHints } from '../server/src/features/inlayHints.ts';
import type { Range } from '../server/src/text/range.ts';
import { residualNet } from './generate.ts';
import { type Key, keyOf, openText, withKey } from './key.ts';
import { timed } from './sample.ts';

/** The number of lines in a view of an editor. */
export const viewLines = 60;

/** The measured requests: the hints of a range or the whole text, and the diagnostics. */
export const answers = {
  hints(document: Document, view?: Range): unknown {
    const options = { shapes: true, parameters: true, batch: true };
    return inlayHints(document, view, document.states().states[0], options);
  },
  diagnostics: (document: Document): unknown => diagnostics(document),
};

/** Milliseconds from a new text to a result. */
export function coldOpen(text: string, answer: (document: Document) => unknown): number {
  return timed(() => answer(openText(text)));
}

/** Lets the JIT compile hot code before measuring. */
export function warmUp(): void {
  const typist = new Typist(residualNet(300));
  for (let key = 0; key < 20; key++) {
    typist.type(answers.diagnostics);
    coldOpen(residualNet(30), answers.diagnostics);
  }
}

/** Types a key in the middle of a net and reverts it, repeatedly; each document reuses the previous one. */
export class Typist {
  readonly key: Key | undefined;
  /** The visible lines around the key. */
  readonly view: Range;
  private readonly texts: readonly string[];
  private document: Document;
  private typed = 0;

  constructor(text: string) {
    this.document = openText(text);
    const key = keyOf(this.document);
    this.key = key;
    this.view = linesAround(text, key?.offset ?? text.length >> 1, viewLines);
    this.texts = key ? [text, withKey(text, key, 'after')] : [];
    answers.hints(this.document, this.view);
    answers.diagnostics(this.document);
  }

  /** Milliseconds from a keystroke to a result. */
  type(answer: (document: Document) => unknown): number {
    const text = this.texts[++this.typed % 2] ?? '';
    const time = timed(() => {
      this.document = openText(text, this.document);
      answer(this.document);
    });
    // An editor requests both before the next key, and the next document may reuse them.
    answers.hints(this.document, this.view);
    answers.diagnostics(this.document);
    return time;
  }

  /** Milliseconds of completing a bottom in the middle of the net. */
  complete(): number {
    const { text } = this.document;
    const bottom = text.indexOf('bottom: "', text.length >> 1);
    const [state] = this.document.states().states;
    return timed(() => completion(this.document, bottom + 'bottom: "'.length, state));
  }
}

function linesAround(text: string, offset: number, lines: number): Range {
  let [start, end] = [offset, offset];
  for (let line = 0; line < lines / 2; line++) {
    start = start > 0 ? text.lastIndexOf('\n', start - 1) : start;
    end = end >= 0 ? text.indexOf('\n', end + 1) : end;
  }
  return { start: start + 1, end: end < 0 ? text.length : end };
}

/** The heap of an open document in MB after a number of keystrokes; undefined without `--expose-gc`. */
export function heapOf(text: string, keys: number): number | undefined {
  const { gc } = globalThis;
  if (!gc) return undefined;
  gc();
  const before = process.memoryUsage().heapUsed;
  const typist = new Typist(text);
  for (let key = 0; key < keys; key++) typist.type(answers.diagnostics);
  gc();
  const held = process.memoryUsage().heapUsed - before;
  // Use it last, so that it is still referenced.
  return typist.complete() < 0 ? undefined : held / 1e6;
}
