import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType } from 'chevrotain';
import { buildField, buildList, buildMessage, buildName, buildScalar } from './build.ts';
import { Faults, type ListFaults } from './faults.ts';
import type { FieldNode, ListNode, MessageNode, NameNode, ScalarNode, ValueNode } from './nodes.ts';
import * as kinds from './tokens.ts';

type Item = ListNode['items'][number];
type Rule<Result> = ParserMethod<[], Result>;
type ListRule<Parts extends unknown[]> = ParserMethod<Parts, void>;

const separators: readonly TokenType[] = [kinds.Comma, kinds.Semicolon];

/** What never begins a field. */
const strayKinds: readonly TokenType[] = [
  ...separators,
  kinds.NumberLiteral,
  kinds.StringLiteral,
  kinds.Colon,
  kinds.Minus,
  kinds.OtherSymbol,
  kinds.NonAscii,
  kinds.CloseSquare,
];

/**
 * The text format, so permissive that every sequence of tokens is a file: value, colon and closing brace may be
 * missing, and what starts no field is passed over. What is missing or stray is noted in `faults`.
 */
export class TextFormatParser extends EmbeddedActionsParser {
  faults = new Faults();
  private text = '';

  constructor(options: { readonly skipValidations: boolean } = { skipValidations: true }) {
    super(kinds.vocabulary, { ...options, recoveryEnabled: false, maxLookahead: 1 });
    this.performSelfAnalysis();
  }

  /** Makes the parser ready for one text and its tokens; call `file` next. */
  begin(text: string, tokens: IToken[]): void {
    this.input = tokens;
    this.text = text;
    this.faults = new Faults(text.length);
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

  private readonly field: Rule<FieldNode> = this.RULE('field', (): FieldNode => {
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
      this.faults.checkField(built, this.LA(1), this.strayFollows());
      return built;
    });
    this.OPTION2(() => this.SUBRULE(this.separator));
    return field;
  });

  private readonly fieldName: Rule<NameNode> = this.RULE('fieldName', (): NameNode => {
    return this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(kinds.Identifier);
          return this.ACTION(() => buildName([token], this.text));
        },
      },
      { ALT: () => this.SUBRULE(this.bracketedName) },
    ]);
  });

  private readonly bracketedName: Rule<NameNode> = this.RULE('bracketedName', (): NameNode => {
    const parts = [this.CONSUME(kinds.OpenSquare)];
    this.MANY({
      GATE: () => !this.fieldFollows(),
      DEF: () =>
        parts.push(
          this.OR([
            { ALT: () => this.CONSUME(kinds.Identifier) },
            { ALT: () => this.CONSUME(kinds.OtherSymbol) },
          ]),
        ),
    });
    const next = this.LA(1);
    const close = this.OPTION(() => this.CONSUME(kinds.CloseSquare));
    return this.ACTION(() => {
      this.faults.checkBracketedName(parts, close, next);
      return buildName(close ? [...parts, close] : parts, this.text);
    });
  });

  private readonly colon: Rule<IToken> = this.RULE('colon', (): IToken => {
    const token = this.OR([
      { ALT: () => this.CONSUME(kinds.Colon) },
      { ALT: () => this.CONSUME(kinds.OtherSymbol) },
    ]);
    this.ACTION(() => this.faults.checkColon(token));
    return token;
  });

  private readonly value: Rule<ValueNode> = this.RULE('value', (): ValueNode => {
    return this.OR<ValueNode>([
      { ALT: () => this.SUBRULE(this.message) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.scalar) },
    ]);
  });

  private readonly message: Rule<MessageNode> = this.RULE('message', (): MessageNode => {
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
    const last = this.LA(0);
    const close = this.OPTION(() => this.SUBRULE(this.close));
    return this.ACTION(() => {
      const written = close?.tokenType === kinds.MissingClose ? undefined : close;
      this.faults.checkMessage(open, written);
      return buildMessage(open, fields, written, kinds.endOf(last));
    });
  });

  private readonly strayClose: Rule<void> = this.RULE('strayClose', (): void => {
    const close = this.SUBRULE(this.close);
    this.ACTION(() => this.faults.strayClose(close));
  });

  private readonly close: Rule<IToken> = this.RULE('close', (): IToken => {
    return this.OR([
      { ALT: () => this.CONSUME(kinds.CloseCurly) },
      { ALT: () => this.CONSUME(kinds.CloseAngle) },
      { ALT: () => this.CONSUME(kinds.MissingClose) },
    ]);
  });

  private readonly list: Rule<ListNode> = this.RULE('list', (): ListNode => {
    const open = this.CONSUME(kinds.OpenSquare);
    const items: Item[] = [];
    const faults = this.faults.startList(open);
    this.MANY({
      GATE: () => !this.fieldFollows(),
      DEF: () =>
        this.OR<void>([
          { ALT: () => this.SUBRULE(this.listItem, { ARGS: [items, faults] }) },
          { ALT: () => this.SUBRULE(this.nestedList, { ARGS: [faults] }) },
          { ALT: () => this.SUBRULE(this.listMark, { ARGS: [faults] }) },
        ]),
    });
    const before = this.LA(0);
    const next = this.LA(1);
    const close = this.OPTION(() => this.CONSUME(kinds.CloseSquare));
    return this.ACTION(() => {
      faults.end(close, next);
      return buildList(open, items, kinds.endOf(close ?? before));
    });
  });

  private readonly listItem: ListRule<[Item[], ListFaults]> = this.RULE(
    'listItem',
    (items: Item[], faults: ListFaults): void => {
      const item = this.OR<Item>([
        { ALT: () => this.SUBRULE(this.message) },
        { ALT: () => this.SUBRULE(this.scalar) },
      ]);
      this.ACTION(() => {
        items.push(item);
        faults.item(item);
      });
    },
  );

  private readonly nestedList: ListRule<[ListFaults]> = this.RULE(
    'nestedList',
    (faults: ListFaults): void => {
      const list = this.SUBRULE(this.list);
      this.ACTION(() => faults.nested(list));
    },
  );

  private readonly listMark: ListRule<[ListFaults]> = this.RULE('listMark', (faults: ListFaults): void => {
    const mark = this.OR([
      { ALT: () => this.CONSUME(kinds.Comma) },
      { ALT: () => this.CONSUME(kinds.Semicolon) },
      { ALT: () => this.CONSUME(kinds.Colon) },
    ]);
    this.ACTION(() => faults.mark(mark));
  });

  private readonly scalar: Rule<ScalarNode> = this.RULE('scalar', (): ScalarNode => {
    return this.OR<ScalarNode>([
      { ALT: () => this.SUBRULE(this.negative) },
      {
        ALT: () => {
          const parts = this.SUBRULE(this.literal);
          return this.ACTION(() => buildScalar(undefined, parts, this.text));
        },
      },
    ]);
  });

  private readonly negative: Rule<ScalarNode> = this.RULE('negative', (): ScalarNode => {
    const minus = this.CONSUME(kinds.Minus);
    const parts = this.OPTION({
      GATE: () => !this.fieldFollows(),
      DEF: () => this.SUBRULE(this.literal),
    });
    return this.ACTION(() => {
      if (!parts) this.faults.loneMinus(minus, this.LA(1));
      return buildScalar(minus, parts ?? [], this.text);
    });
  });

  private readonly literal: Rule<IToken[]> = this.RULE('literal', (): IToken[] => {
    return this.OR([{ ALT: () => this.SUBRULE(this.strings) }, { ALT: () => this.SUBRULE(this.run) }]);
  });

  private readonly strings: Rule<IToken[]> = this.RULE('strings', (): IToken[] => {
    const parts: IToken[] = [];
    this.AT_LEAST_ONE(() => parts.push(this.CONSUME(kinds.StringLiteral)));
    return parts;
  });

  /** A number or an identifier, or what is written without a space in the place of one, such as `/a/path`. */
  private readonly run: Rule<IToken[]> = this.RULE('run', (): IToken[] => {
    const first = this.OR([
      { ALT: () => this.CONSUME(kinds.NumberLiteral) },
      { ALT: () => this.CONSUME(kinds.Identifier) },
      { ALT: () => this.CONSUME(kinds.OtherSymbol) },
      { ALT: () => this.CONSUME(kinds.NonAscii) },
    ]);
    const parts = [first];
    this.MANY({
      GATE: () => this.runGoesOn(),
      DEF: () => parts.push(this.SUBRULE(this.runPart)),
    });
    return parts;
  });

  private readonly runPart: Rule<IToken> = this.RULE('runPart', (): IToken => {
    return this.OR([
      { ALT: () => this.CONSUME(kinds.NumberLiteral) },
      { ALT: () => this.CONSUME(kinds.Identifier) },
      { ALT: () => this.CONSUME(kinds.OtherSymbol) },
      { ALT: () => this.CONSUME(kinds.NonAscii) },
      { ALT: () => this.CONSUME(kinds.Minus) },
      { ALT: () => this.CONSUME(kinds.StringLiteral) },
    ]);
  });

  private readonly separator = this.RULE('separator', (): void => {
    this.OR([{ ALT: () => this.CONSUME(kinds.Comma) }, { ALT: () => this.CONSUME(kinds.Semicolon) }]);
  });

  /** What stands where a field should begin, with the rest of its line up to the next field or brace. */
  private readonly stray = this.RULE('stray', (): void => {
    const first = this.LA(1);
    const known = this.faults.count;
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
    this.ACTION(() => this.faults.stray(first, known));
  });

  /** An identifier followed by a colon or a brace begins a field wherever it stands. */
  private fieldFollows(): boolean {
    if (this.LA(1).tokenType !== kinds.Identifier) return false;
    const next = this.LA(2).tokenType;
    return next === kinds.Colon || next === kinds.OpenCurly || next === kinds.OpenAngle;
  }

  /** Only what touches the run is part of it; of strings, only the quote of one that was never begun. */
  private runGoesOn(): boolean {
    const next = this.LA(1);
    if (next.startOffset !== kinds.endOf(this.LA(0)) || this.fieldFollows()) return false;
    return next.tokenType !== kinds.StringLiteral || next.image.trimEnd().length === 1;
  }

  private colonFollows(): boolean {
    const next = this.LA(1);
    return next.tokenType === kinds.Colon || next.image === '=';
  }

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
    return (
      strayKinds.includes(next.tokenType) &&
      !separators.includes(next.tokenType) &&
      this.isSameLine(this.LA(0), next)
    );
  }

  private isSameLine(first: IToken, second: IToken): boolean {
    return !kinds.breaksLine(this.text, kinds.endOf(first), second.startOffset);
  }
}
