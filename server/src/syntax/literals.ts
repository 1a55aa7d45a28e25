import { EmbeddedActionsParser, type IToken, type ParserMethod } from 'chevrotain';
import { buildName, buildScalar } from './build.ts';
import type { NameNode, ScalarNode } from './nodes.ts';
import { ParseErrors } from './parseErrors.ts';
import { placeholderAt } from './placeholder.ts';
import * as kinds from './tokens.ts';

export type GrammarRule<Result> = ParserMethod<[], Result>;

/**
 * The grammar rules of names, scalars and punctuation, from which `TextFormatParser` builds fields, messages and lists.
 */
export class LiteralParser extends EmbeddedActionsParser {
  parseErrors = new ParseErrors();
  protected text = '';

  constructor(skipValidations: boolean) {
    super(kinds.vocabulary, { skipValidations, recoveryEnabled: false, maxLookahead: 1 });
  }

  /** Resets the parser for one text and its tokens; call `file` next. */
  begin(text: string, tokens: IToken[]): void {
    this.input = tokens;
    this.text = text;
    this.parseErrors = new ParseErrors(text.length);
  }

  protected readonly fieldName: GrammarRule<NameNode> = this.RULE('fieldName', (): NameNode => {
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

  private readonly bracketedName: GrammarRule<NameNode> = this.RULE('bracketedName', (): NameNode => {
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
      this.parseErrors.checkBracketedName(parts, close, next);
      return buildName(close ? [...parts, close] : parts, this.text);
    });
  });

  protected readonly scalar: GrammarRule<ScalarNode> = this.RULE('scalar', (): ScalarNode => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.negative) },
      {
        ALT: () => {
          const parts = this.SUBRULE(this.literal);
          return this.ACTION(() => buildScalar(undefined, parts, this.text));
        },
      },
    ]);
  });

  private readonly negative: GrammarRule<ScalarNode> = this.RULE('negative', (): ScalarNode => {
    const minus = this.CONSUME(kinds.Minus);
    const parts = this.OPTION({
      GATE: () => !this.fieldFollows(),
      DEF: () => this.SUBRULE(this.literal),
    });
    return this.ACTION(() => {
      if (!parts) this.parseErrors.loneMinus(minus, this.LA(1));
      return buildScalar(minus, parts ?? [], this.text);
    });
  });

  private readonly literal: GrammarRule<IToken[]> = this.RULE('literal', (): IToken[] => {
    return this.OR([{ ALT: () => this.SUBRULE(this.strings) }, { ALT: () => this.SUBRULE(this.run) }]);
  });

  private readonly strings: GrammarRule<IToken[]> = this.RULE('strings', (): IToken[] => {
    const parts: IToken[] = [];
    this.AT_LEAST_ONE(() => parts.push(this.CONSUME(kinds.StringLiteral)));
    return parts;
  });

  /** A number, an identifier, or adjacent tokens in place of one, such as `/a/path`. */
  private readonly run: GrammarRule<IToken[]> = this.RULE('run', (): IToken[] => {
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

  private readonly runPart: GrammarRule<IToken> = this.RULE('runPart', (): IToken => {
    return this.OR([
      { ALT: () => this.CONSUME(kinds.NumberLiteral) },
      { ALT: () => this.CONSUME(kinds.Identifier) },
      { ALT: () => this.CONSUME(kinds.OtherSymbol) },
      { ALT: () => this.CONSUME(kinds.NonAscii) },
      { ALT: () => this.CONSUME(kinds.Minus) },
      { ALT: () => this.CONSUME(kinds.StringLiteral) },
      { ALT: () => this.CONSUME(kinds.Colon) },
      { ALT: () => this.SUBRULE(this.placeholderName) },
    ]);
  });

  /** `{NAME}` of a template's placeholder `${NAME}`. */
  private readonly placeholderName: GrammarRule<IToken> = this.RULE('placeholderName', (): IToken => {
    this.CONSUME(kinds.OpenCurly);
    this.OR([
      { ALT: () => this.CONSUME(kinds.Identifier) },
      { ALT: () => this.CONSUME(kinds.NumberLiteral) },
    ]);
    return this.CONSUME(kinds.CloseCurly);
  });

  protected readonly colon: GrammarRule<IToken> = this.RULE('colon', (): IToken => {
    const token = this.OR([
      { ALT: () => this.CONSUME(kinds.Colon) },
      { ALT: () => this.CONSUME(kinds.OtherSymbol) },
    ]);
    this.ACTION(() => this.parseErrors.checkColon(token));
    return token;
  });

  protected readonly separator = this.RULE('separator', (): void => {
    this.OR([{ ALT: () => this.CONSUME(kinds.Comma) }, { ALT: () => this.CONSUME(kinds.Semicolon) }]);
  });

  /** An identifier followed by a colon or a brace always starts a field. */
  protected fieldFollows(): boolean {
    if (this.LA(1).tokenType !== kinds.Identifier || this.isDrive(1)) return false;
    const next = this.LA(2).tokenType;
    return next === kinds.Colon || next === kinds.OpenCurly || next === kinds.OpenAngle;
  }

  /** Whether the token starts a Windows path without quotes, such as `C:\data`. */
  private isDrive(distance: 0 | 1): boolean {
    const [letter, colon, slash] = [0, 1, 2].map((step) => this.LA(distance + step));
    if (!letter || !colon || !slash || colon.tokenType !== kinds.Colon) return false;
    const isWhole = /^[A-Za-z]$/.test(letter.image) && /^[\\/]$/.test(slash.image);
    return isWhole && slash.startOffset === letter.startOffset + 2;
  }

  /** Only adjacent tokens belong to the run; of strings, only a single quote without its opening quote. */
  private runGoesOn(): boolean {
    const next = this.LA(1);
    if (next.startOffset !== kinds.endOf(this.LA(0)) || this.fieldFollows()) return false;
    if (next.tokenType === kinds.Colon) return this.isDrive(0);
    if (next.tokenType === kinds.OpenCurly) return this.isPlaceholder(this.LA(0));
    return next.tokenType !== kinds.StringLiteral || next.image.trimEnd().length === 1;
  }

  private isPlaceholder(token: IToken): boolean {
    return token.image === '$' && placeholderAt(this.text, token.startOffset) !== undefined;
  }

  protected isSameLine(first: IToken, second: IToken): boolean {
    return !kinds.breaksLine(this.text, kinds.endOf(first), second.startOffset);
  }

  protected colonFollows(): boolean {
    const next = this.LA(1);
    return next.tokenType === kinds.Colon || next.image === '=';
  }

  /** The offset of a token; after the last token, the end of the text. */
  protected startOf(token: IToken): number {
    return kinds.isEnd(token) ? this.text.length : token.startOffset;
  }
}
