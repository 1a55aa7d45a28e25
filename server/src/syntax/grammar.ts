import type { IToken, ParserMethod, TokenType } from 'chevrotain';
import { buildField, buildList, buildMessage } from './build.ts';
import { type GrammarRule, LiteralParser } from './literals.ts';
import type { FieldNode, ListNode, MessageNode, ValueNode } from './nodes.ts';
import type { ListErrors } from './parseErrors.ts';
import { placeholderAt } from './placeholder.ts';
import * as kinds from './tokens.ts';

type Item = ListNode['items'][number];
type ListRule<Parts extends unknown[]> = ParserMethod<Parts, void>;

/** Tokens that never start a field. */
const strayKinds: readonly TokenType[] = [
  kinds.Comma,
  kinds.Semicolon,
  kinds.NumberLiteral,
  kinds.StringLiteral,
  kinds.Colon,
  kinds.Minus,
  kinds.OtherSymbol,
  kinds.NonAscii,
  kinds.CloseSquare,
];

/**
 * The grammar of the text format. It accepts every sequence of tokens: value, colon and closing brace are optional, and
 * tokens that start no field are skipped. Missing and stray tokens are reported in `parseErrors`.
 */
export class TextFormatParser extends LiteralParser {
  constructor(options: { readonly skipValidations: boolean } = { skipValidations: true }) {
    super(options.skipValidations);
    this.performSelfAnalysis();
  }

  readonly file = this.RULE('file', (): FieldNode[] => {
    const fields: FieldNode[] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => fields.push(this.SUBRULE(this.field)) },
        { ALT: () => this.SUBRULE(this.stray) },
        { ALT: () => this.SUBRULE(this.strayClose) },
      ]);
    });
    return fields;
  });

  private readonly field: GrammarRule<FieldNode> = this.RULE('field', (): FieldNode => {
    const name = this.SUBRULE(this.fieldName);
    const colon = this.OPTION({
      GATE: () => this.colonFollows(),
      DEF: () => this.SUBRULE(this.colon),
    });
    const value = this.OPTION1({
      GATE: () => this.valueFollows(colon !== undefined),
      DEF: () => this.SUBRULE(this.value),
    });
    const field = this.ACTION(() => {
      const built = buildField(name, colon, value);
      this.parseErrors.checkField(built, this.LA(1), this.strayFollows());
      return built;
    });
    this.OPTION2(() => this.SUBRULE(this.separator));
    return field;
  });

  private readonly value: GrammarRule<ValueNode> = this.RULE('value', (): ValueNode => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.message) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.scalar) },
    ]);
  });

  private readonly message: GrammarRule<MessageNode> = this.RULE('message', (): MessageNode => {
    const open = this.OR([
      { ALT: () => this.CONSUME(kinds.OpenCurly) },
      { ALT: () => this.CONSUME(kinds.OpenAngle) },
    ]);
    const fields: FieldNode[] = [];
    this.MANY(() => {
      this.OR1([
        { ALT: () => fields.push(this.SUBRULE(this.field)) },
        { ALT: () => this.SUBRULE(this.stray) },
      ]);
    });
    const next = this.LA(1);
    const close = this.OPTION(() => this.SUBRULE(this.close));
    return this.ACTION(() => {
      const written = close?.tokenType === kinds.MissingClose ? undefined : close;
      this.parseErrors.checkMessage(open, written);
      return buildMessage(open, fields, written, this.startOf(next));
    });
  });

  private readonly strayClose: GrammarRule<void> = this.RULE('strayClose', (): void => {
    const close = this.SUBRULE(this.close);
    this.ACTION(() => this.parseErrors.strayClose(close));
  });

  private readonly close: GrammarRule<IToken> = this.RULE('close', (): IToken => {
    return this.OR([
      { ALT: () => this.CONSUME(kinds.CloseCurly) },
      { ALT: () => this.CONSUME(kinds.CloseAngle) },
      { ALT: () => this.CONSUME(kinds.MissingClose) },
    ]);
  });

  private readonly list: GrammarRule<ListNode> = this.RULE('list', (): ListNode => {
    const open = this.CONSUME(kinds.OpenSquare);
    const items: Item[] = [];
    const errors = this.parseErrors.startList(open);
    this.MANY({
      GATE: () => !this.fieldFollows(),
      DEF: () =>
        this.OR([
          { ALT: () => this.SUBRULE(this.listItem, { ARGS: [items, errors] }) },
          { ALT: () => this.SUBRULE(this.nestedList, { ARGS: [errors] }) },
          { ALT: () => this.SUBRULE(this.listMark, { ARGS: [errors] }) },
        ]),
    });
    const before = this.LA(0);
    const next = this.LA(1);
    const close = this.OPTION(() => this.CONSUME(kinds.CloseSquare));
    return this.ACTION(() => {
      errors.end(close, next);
      return buildList(open, items, kinds.endOf(close ?? before));
    });
  });

  private readonly listItem: ListRule<[Item[], ListErrors]> = this.RULE(
    'listItem',
    (items: Item[], errors: ListErrors): void => {
      const item = this.OR([
        { ALT: () => this.SUBRULE(this.message) },
        { ALT: () => this.SUBRULE(this.scalar) },
      ]);
      this.ACTION(() => {
        items.push(item);
        errors.item(item);
      });
    },
  );

  private readonly nestedList: ListRule<[ListErrors]> = this.RULE(
    'nestedList',
    (errors: ListErrors): void => {
      const list = this.SUBRULE(this.list);
      this.ACTION(() => errors.nested(list));
    },
  );

  private readonly listMark: ListRule<[ListErrors]> = this.RULE('listMark', (errors: ListErrors): void => {
    const mark = this.OR([
      { ALT: () => this.CONSUME(kinds.Comma) },
      { ALT: () => this.CONSUME(kinds.Semicolon) },
      { ALT: () => this.CONSUME(kinds.Colon) },
    ]);
    this.ACTION(() => errors.mark(mark));
  });

  /** Tokens where a field should start, up to the next field or brace or the end of the line. */
  private readonly stray = this.RULE('stray', (): void => {
    const first = this.LA(1);
    const known = this.parseErrors.count;
    this.OR([
      { ALT: () => this.SUBRULE(this.message) },
      ...strayKinds.map((kind) => ({ ALT: () => this.CONSUME(kind) })),
    ]);
    this.MANY({
      GATE: () => !this.fieldFollows() && this.isSameLine(this.LA(0), this.LA(1)),
      DEF: () =>
        this.OR1([
          { ALT: () => this.SUBRULE1(this.message) },
          ...[...strayKinds, kinds.Identifier, kinds.OpenSquare].map((kind) => ({
            ALT: () => this.CONSUME1(kind),
          })),
        ]),
    });
    this.ACTION(() => this.parseErrors.stray(first, known, placeholderAt(this.text, first.startOffset)));
  });

  private valueFollows(colon: boolean): boolean {
    const next = this.LA(1);
    if (next.tokenType === kinds.Identifier) {
      return !this.fieldFollows() && (colon || this.isSameLine(this.LA(0), next));
    }
    if (next.tokenType !== kinds.OtherSymbol && next.tokenType !== kinds.NonAscii) return true;
    return colon && this.isSameLine(this.LA(0), next);
  }

  private strayFollows(): boolean {
    const next = this.LA(1);
    if (next.tokenType === kinds.Comma || next.tokenType === kinds.Semicolon) return false;
    return strayKinds.includes(next.tokenType) && this.isSameLine(this.LA(0), next);
  }
}
