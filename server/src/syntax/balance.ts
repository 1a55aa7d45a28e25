import { createTokenInstance, type IToken } from 'chevrotain';
import type { ParseError } from './nodes.ts';
import * as kinds from './tokens.ts';

/** Deeper nesting could overflow the stack of the recursive parser; no message of Caffe nests nearly as deep. */
export const deepestNesting = 100;

interface Balanced {
  readonly tokens: IToken[];
  readonly problems: readonly ParseError[];
}

/** Drops tokens that are nested too deeply, and reports the first. */
export function limitNesting(tokens: IToken[]): Balanced {
  const stack: IToken[] = [];
  let tooDeep: IToken | undefined;
  const kept = tokens.filter((token) => {
    if (opens(token) || token.tokenType === kinds.OpenSquare) stack.push(token);
    const inside = stack.length <= deepestNesting;
    if (!inside) tooDeep ??= token;
    leave(stack, token);
    return inside;
  });
  return { tokens: kept, problems: tooDeep ? [tooDeepProblem(tooDeep)] : [] };
}

/** Pops what a closing token closes; a brace also closes the unclosed lists inside it. */
function leave(stack: IToken[], token: IToken): void {
  const inList = stack.at(-1)?.tokenType === kinds.OpenSquare;
  if (token.tokenType === kinds.CloseSquare && inList) stack.pop();
  if (!closes(token)) return;
  while (stack.at(-1)?.tokenType === kinds.OpenSquare) stack.pop();
  stack.pop();
}

/**
 * Inserts a `MissingClose` wherever indentation shows that a message should have ended. Text with balanced braces is
 * unchanged, whatever its indentation; no more braces are inserted than are missing.
 */
export function closeByIndentation(tokens: IToken[], text: string): IToken[] {
  const missing = countUnclosed(tokens);
  return missing > 0 ? new Indentation(text, missing).close(tokens) : tokens;
}

interface Open {
  readonly indent: number;
  readonly line: number;
  /** Whether the message's first line is indented from the line that opens it; otherwise indentation is ignored. */
  indented: boolean | undefined;
}

class Indentation {
  private readonly text: string;
  private missing: number;
  private readonly stack: Open[] = [];
  private readonly result: IToken[] = [];
  private line = 0;
  private indent = 0;

  constructor(text: string, missing: number) {
    this.text = text;
    this.missing = missing;
  }

  close(tokens: readonly IToken[]): IToken[] {
    let previousEnd = 0;
    for (const token of tokens) {
      const startsLine = this.measure(previousEnd, token.startOffset);
      if (startsLine) this.closeBefore(token);
      this.follow(token);
      this.result.push(token);
      previousEnd = kinds.endOf(token);
    }
    return this.result;
  }

  /** Records the line and indentation of a token. Returns whether it is the first token of its line. */
  private measure(from: number, to: number): boolean {
    let lineStart = from === 0 ? 0 : -1;
    for (let offset = from; offset < to; offset++) {
      if (this.text.charCodeAt(offset) !== 10) continue;
      lineStart = offset + 1;
      this.line++;
    }
    if (lineStart >= 0) this.indent = to - lineStart;
    return lineStart >= 0;
  }

  private closeBefore(token: IToken): void {
    const isClose = closes(token);
    if (!isClose && token.tokenType !== kinds.Identifier) return;
    for (let top = this.stack.at(-1); top && this.missing > 0; top = this.stack.at(-1)) {
      if (top.line === this.line) return;
      top.indented ??= this.indent > top.indent;
      const outside = isClose ? this.indent < top.indent : this.indent <= top.indent;
      if (!top.indented || !outside) return;
      this.stack.pop();
      this.missing--;
      this.result.push(createMissingClose(token.startOffset));
    }
  }

  private follow(token: IToken): void {
    if (opens(token)) this.stack.push({ indent: this.indent, line: this.line, indented: undefined });
    else if (closes(token)) this.stack.pop();
  }
}

function countUnclosed(tokens: readonly IToken[]): number {
  let depth = 0;
  for (const token of tokens) {
    if (opens(token)) depth++;
    else if (closes(token) && depth > 0) depth--;
  }
  return depth;
}

function opens(token: IToken): boolean {
  return token.tokenType === kinds.OpenCurly || token.tokenType === kinds.OpenAngle;
}

function closes(token: IToken): boolean {
  return token.tokenType === kinds.CloseCurly || token.tokenType === kinds.CloseAngle;
}

function createMissingClose(offset: number): IToken {
  return createTokenInstance(kinds.MissingClose, '', offset, offset, 0, 0, 0, 0);
}

function tooDeepProblem(token: IToken): ParseError {
  return {
    check: 'text/nesting',
    message: `Nesting is deeper than ${deepestNesting} levels; no message of Caffe nests this deep.`,
    range: kinds.rangeOf(token),
  };
}
