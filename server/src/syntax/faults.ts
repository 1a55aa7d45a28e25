import type { IToken } from 'chevrotain';
import type { Range } from '../text/range.ts';
import type { FieldNode, ListNode, SyntaxProblem } from './nodes.ts';
import * as kinds from './tokens.ts';

/** Collects what the grammar misses or passes over, in our own words. `text/…` names a row of Caffe's check table. */
export class Faults {
  readonly problems: SyntaxProblem[] = [];
  private readonly textEnd: number;

  constructor(textEnd = 0) {
    this.textEnd = textEnd;
  }

  get count(): number {
    return this.problems.length;
  }

  report(check: string, message: string, range: Range, stop?: IToken): void {
    const caffeRange = stop && this.rangeOf(stop);
    const elsewhere = caffeRange && caffeRange.start !== range.start;
    this.problems.push(elsewhere ? { check, message, range, caffeRange } : { check, message, range });
  }

  checkField(field: FieldNode, next: IToken, strayFollows: boolean): void {
    if (!field.value) {
      if (!strayFollows) this.missingValue(field, next);
      return;
    }
    if (field.hasColon || !holdsScalars(field)) return;
    const name = field.name.text;
    const message = `A colon is missing between \`${name}\` and its value: write \`${name}: …\`.`;
    this.problems.push({
      check: 'text/expected-colon',
      message,
      range: field.name.range,
      caffeRange: { start: field.value.range.start, end: field.value.range.start + 1 },
    });
  }

  checkColon(token: IToken): void {
    if (token.tokenType === kinds.Colon) return;
    const message = `\`${token.image}\` does not assign a value; write \`:\`.`;
    this.report('text/expected-colon', message, kinds.rangeOf(token));
  }

  checkBracketedName(parts: readonly IToken[], close: IToken | undefined, next: IToken): void {
    const open = parts[0];
    if (!open || (close && parts.length > 1)) return;
    const message = close
      ? 'A name is missing between `[` and `]`.'
      : 'A field must begin with its name here, not with `[`.';
    this.report('text/expected-identifier', message, kinds.rangeOf(open), close ?? next);
  }

  checkMessage(open: IToken, close: IToken | undefined): void {
    const closing = open.tokenType === kinds.OpenCurly ? '}' : '>';
    if (!close) {
      const message = `This \`${open.image}\` is never closed; its \`${closing}\` is missing.`;
      const caffeRange = { start: this.textEnd, end: this.textEnd };
      this.problems.push({
        check: 'text/expected-identifier',
        message,
        range: kinds.rangeOf(open),
        caffeRange,
      });
    } else if (close.image !== closing) {
      const message = `A message that begins with \`${open.image}\` ends with \`${closing}\`, not \`${close.image}\`.`;
      this.report('text/bracket-mismatch', message, kinds.rangeOf(close));
    }
  }

  strayClose(close: IToken): void {
    const message = `This \`${close.image}\` closes nothing; remove it, or add the brace that it should close.`;
    this.report('text/expected-identifier', message, kinds.rangeOf(close));
  }

  loneMinus(minus: IToken, next: IToken): void {
    this.report('text/expected-integer', 'A number must follow the minus sign.', kinds.rangeOf(minus), next);
  }

  /** Reports passed-over text once, by its first token; faults inside it are forgotten. */
  stray(first: IToken, known: number): void {
    this.problems.length = known;
    if (first.tokenType === kinds.NonAscii) return;
    this.report('text/expected-identifier', strayMessage(first), kinds.rangeOf(first));
  }

  startList(open: IToken): ListFaults {
    return new ListFaults(this, open);
  }

  private missingValue(field: FieldNode, next: IToken): void {
    const message = field.hasColon
      ? `\`${field.name.text}\` has no value; write one after the colon.`
      : `\`${field.name.text}\` has no value; write \`:\` and a value, or a message in braces.`;
    this.report('text/expected-value', message, field.range, next);
  }

  private rangeOf(token: IToken): Range {
    const atEnd = kinds.isEnd(token);
    return atEnd ? { start: this.textEnd, end: this.textEnd } : kinds.rangeOf(token);
  }
}

/** Follows the values and commas of one list. */
export class ListFaults {
  private readonly faults: Faults;
  private readonly open: IToken;
  private awaitsComma = false;
  private lastComma: IToken | undefined;

  constructor(faults: Faults, open: IToken) {
    this.faults = faults;
    this.open = open;
  }

  item(item: ListNode['items'][number]): void {
    if (this.awaitsComma) {
      const range = { start: item.range.start, end: Math.max(item.range.start + 1, item.range.end) };
      this.faults.report('text/list-separator', 'A comma is missing before this value of the list.', range);
    }
    this.awaitsComma = true;
  }

  nested(list: ListNode): void {
    const range = { start: list.range.start, end: list.range.start + 1 };
    this.faults.report('text/expected-value', 'A list cannot hold another list.', range);
    this.awaitsComma = true;
  }

  mark(token: IToken): void {
    if (token.tokenType !== kinds.Comma) {
      const message = `The values of a list are separated by \`,\`, not by \`${token.image}\`.`;
      this.faults.report('text/list-separator', message, kinds.rangeOf(token));
    } else if (!this.awaitsComma) {
      this.faults.report(
        'text/expected-value',
        'A value is missing before this comma.',
        kinds.rangeOf(token),
      );
    }
    this.lastComma = token;
    this.awaitsComma = false;
  }

  end(close: IToken | undefined, next: IToken): void {
    if (!close) {
      const message = 'This `[` is never closed; its `]` is missing.';
      this.faults.report('text/list-separator', message, kinds.rangeOf(this.open), next);
    } else if (this.lastComma && !this.awaitsComma) {
      const message = 'No value follows this comma; a list does not end with a comma.';
      this.faults.report('text/expected-value', message, kinds.rangeOf(this.lastComma), close);
    }
  }
}

function holdsScalars({ value }: FieldNode): boolean {
  if (value?.kind === 'list') return value.items.some((item) => item.kind === 'scalar');
  return value?.kind === 'scalar';
}

function strayMessage(first: IToken): string {
  switch (first.tokenType) {
    case kinds.Comma:
    case kinds.Semicolon:
      return `This \`${first.image}\` is one too many; a field may be followed by a single \`,\` or \`;\`.`;
    case kinds.OpenCurly:
    case kinds.OpenAngle:
      return `A field name is missing before this \`${first.image}\`.`;
    case kinds.NumberLiteral:
      return `A field name must stand here, not \`${shorten(first.image)}\`: each number needs one of its own.`;
    case kinds.CloseSquare:
      return 'This `]` closes nothing.';
    case kinds.OtherSymbol:
      if (first.image === '/') return 'A field name must stand here; comments begin with `#`, not with `/`.';
      return `A field name must stand here, not \`${first.image}\`.`;
    default:
      return `A field name must stand here, not \`${shorten(first.image)}\`.`;
  }
}

function shorten(image: string): string {
  return image.length > 40 ? `${image.slice(0, 40)}…` : image;
}
