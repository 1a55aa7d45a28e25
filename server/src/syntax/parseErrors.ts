import type { IToken } from 'chevrotain';
import type { Range } from '../text/range.ts';
import type { FieldNode, ListNode, ParseError } from './nodes.ts';
import { placeholderMessage } from './placeholder.ts';
import * as kinds from './tokens.ts';

/** Collects the syntax errors of the grammar. `text/…` is the id of a check. */
export class ParseErrors {
  readonly errors: ParseError[] = [];
  private readonly textEnd: number;

  constructor(textEnd = 0) {
    this.textEnd = textEnd;
  }

  get count(): number {
    return this.errors.length;
  }

  report(check: string, message: string, range: Range, stop?: IToken): void {
    const caffeRange = stop && this.rangeOf(stop);
    const elsewhere = caffeRange && caffeRange.start !== range.start;
    this.errors.push(elsewhere ? { check, message, range, caffeRange } : { check, message, range });
  }

  checkField(field: FieldNode, next: IToken, strayFollows: boolean): void {
    if (!field.value) {
      if (!strayFollows) this.missingValue(field, next);
      return;
    }
    if (field.hasColon || !holdsScalars(field)) return;
    const name = field.name.text;
    const message = `A \`:\` is missing between \`${name}\` and its value; write \`${name}: …\`.`;
    this.errors.push({
      check: 'text/expected-colon',
      message,
      range: field.name.range,
      caffeRange: { start: field.value.range.start, end: field.value.range.start + 1 },
    });
  }

  checkColon(token: IToken): void {
    if (token.tokenType === kinds.Colon) return;
    const message = `\`${token.image}\` is not valid between a field and its value; use \`:\`.`;
    this.report('text/expected-colon', message, kinds.rangeOf(token));
  }

  checkBracketedName(parts: readonly IToken[], close: IToken | undefined, next: IToken): void {
    const open = parts[0];
    if (!open || (close && parts.length > 1)) return;
    const message = close
      ? 'A name is missing between `[` and `]`.'
      : 'A field must start with its name, not with `[`.';
    this.report('text/expected-identifier', message, kinds.rangeOf(open), close ?? next);
  }

  checkMessage(open: IToken, close: IToken | undefined): void {
    const closing = open.tokenType === kinds.OpenCurly ? '}' : '>';
    if (!close) {
      const message = `This \`${open.image}\` is never closed; add the missing \`${closing}\`.`;
      const caffeRange = { start: this.textEnd, end: this.textEnd };
      this.errors.push({
        check: 'text/expected-identifier',
        message,
        range: kinds.rangeOf(open),
        caffeRange,
      });
    } else if (close.image !== closing) {
      const message = `A message that starts with \`${open.image}\` must end with \`${closing}\`, not with \`${close.image}\`.`;
      this.report('text/bracket-mismatch', message, kinds.rangeOf(close));
    }
  }

  strayClose(close: IToken): void {
    const message = `This \`${close.image}\` has no opening brace. Remove it, or add the missing opening brace.`;
    this.report('text/expected-identifier', message, kinds.rangeOf(close));
  }

  loneMinus(minus: IToken, next: IToken): void {
    this.report(
      'text/expected-integer',
      'A number is missing after the minus sign.',
      kinds.rangeOf(minus),
      next,
    );
  }

  /** Reports skipped text once, at its first token; errors inside it are dropped. */
  stray(first: IToken, known: number, placeholder?: string): void {
    this.errors.length = known;
    if (first.tokenType === kinds.NonAscii) return;
    const check = 'text/expected-identifier';
    if (placeholder === undefined) {
      this.report(check, strayMessage(first), kinds.rangeOf(first));
      return;
    }
    const range = { start: first.startOffset, end: first.startOffset + placeholder.length };
    this.report(check, `${placeholderMessage(placeholder)} fields.`, range);
  }

  startList(open: IToken): ListErrors {
    return new ListErrors(this, open);
  }

  private missingValue(field: FieldNode, next: IToken): void {
    const message = field.hasColon
      ? `\`${field.name.text}\` has no value; add one after the colon.`
      : `\`${field.name.text}\` has no value; add \`:\` and a value, or a message in braces.`;
    this.report('text/expected-value', message, field.range, next);
  }

  private rangeOf(token: IToken): Range {
    const atEnd = kinds.isEnd(token);
    return atEnd ? { start: this.textEnd, end: this.textEnd } : kinds.rangeOf(token);
  }
}

/** Checks the values and commas of one list. */
export class ListErrors {
  private readonly errors: ParseErrors;
  private readonly open: IToken;
  private awaitsComma = false;
  private lastComma: IToken | undefined;

  constructor(errors: ParseErrors, open: IToken) {
    this.errors = errors;
    this.open = open;
  }

  item(item: ListNode['items'][number]): void {
    if (this.awaitsComma) {
      const range = { start: item.range.start, end: Math.max(item.range.start + 1, item.range.end) };
      this.errors.report('text/list-separator', 'A comma is missing before this list value.', range);
    }
    this.awaitsComma = true;
  }

  nested(list: ListNode): void {
    const range = { start: list.range.start, end: list.range.start + 1 };
    this.errors.report('text/expected-value', 'A list must not contain another list.', range);
    this.awaitsComma = true;
  }

  mark(token: IToken): void {
    if (token.tokenType !== kinds.Comma) {
      const message = `List values must be separated by \`,\`, not by \`${token.image}\`.`;
      this.errors.report('text/list-separator', message, kinds.rangeOf(token));
    } else if (!this.awaitsComma) {
      this.errors.report(
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
      const message = 'This `[` is never closed; add the missing `]`.';
      this.errors.report('text/list-separator', message, kinds.rangeOf(this.open), next);
    } else if (this.lastComma && !this.awaitsComma) {
      const message = 'A list must not end with a comma.';
      this.errors.report('text/expected-value', message, kinds.rangeOf(this.lastComma), close);
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
      return `Extra \`${first.image}\`; at most one \`,\` or \`;\` may follow a field.`;
    case kinds.OpenCurly:
    case kinds.OpenAngle:
      return `A field name is missing before this \`${first.image}\`.`;
    case kinds.NumberLiteral:
      return `Expected a field name, not \`${shorten(first.image)}\`; each number needs its field name.`;
    case kinds.CloseSquare:
      return 'This `]` has no opening `[`.';
    case kinds.OtherSymbol:
      if (first.image === '/') return 'Expected a field name; comments start with `#`, not with `/`.';
      return `Expected a field name, not \`${first.image}\`.`;
    default:
      return `Expected a field name, not \`${shorten(first.image)}\`.`;
  }
}

function shorten(image: string): string {
  return image.length > 40 ? `${image.slice(0, 40)}…` : image;
}
