import type { Range } from '../../text/range.ts';
import type { ProtoToken } from './tokens.ts';

/** A named declaration in a .proto file and its location. */
export interface Declared {
  readonly kind: 'message' | 'enum' | 'oneof' | 'service' | 'field' | 'value';
  /** The enclosing message or enum, `Outer.Inner`; empty at the top level. */
  readonly scope: string;
  readonly name: ProtoToken;
  /** The type of a field. */
  readonly type?: Range | undefined;
  /** The number of a field or value. */
  readonly number?: ProtoToken | undefined;
}

/** The declarations of a file. They are read without a grammar, so malformed text also has an outline. */
export interface Outline {
  readonly declared: readonly Declared[];
  /** Declarations by full name; duplicates have several. */
  readonly byName: ReadonlyMap<string, readonly Declared[]>;
  /** The innermost declaration without a closing brace. */
  readonly unclosed: ProtoToken | undefined;
  /** The first message that exceeds protobuf's nesting limit; nothing is read after it. */
  readonly tooDeep: ProtoToken | undefined;
  /** The first word of the first statement that exceeds the length limit. */
  readonly tooLong: ProtoToken | undefined;
}

/** Maximum nesting depth of messages (protoc, MaxMessageDeclarationNestingDepth). */
const maxDepth = 32;

/** protobufjs takes quadratic time in the number of tokens of an option. */
const maxTokens = 10_000;

interface Frame {
  readonly kind: 'file' | 'message' | 'enum' | 'oneof' | 'extend' | 'service' | 'other';
  readonly path: string;
  readonly name: ProtoToken | undefined;
  /** Number of messages around its contents. */
  readonly depth: number;
}

const file: Frame = { kind: 'file', path: '', name: undefined, depth: 0 };

const blockKinds = ['message', 'enum', 'oneof', 'extend', 'service'] as const;
const notFields = new Set(['option', 'reserved', 'extensions', 'import', 'package', 'syntax', 'edition']);
const labels = new Set(['optional', 'required', 'repeated']);

export function outlineOf(tokens: readonly ProtoToken[]): Outline {
  return new OutlineReader(tokens).read();
}

/** The declarations of a name in a scope, in file order. */
export function namesakes({ byName }: Outline, scope: string, name: string): readonly Declared[] {
  return byName.get(join(scope, name)) ?? [];
}

class OutlineReader {
  private readonly tokens: readonly ProtoToken[];
  private readonly declared: Declared[] = [];
  private readonly byName = new Map<string, Declared[]>();
  private readonly frames: Frame[] = [];
  private tooDeep: ProtoToken | undefined;
  private tooLong: ProtoToken | undefined;
  private at = 0;

  constructor(tokens: readonly ProtoToken[]) {
    this.tokens = tokens;
  }

  read(): Outline {
    while (this.at < this.tokens.length && !this.tooDeep) this.readStatement();
    const { declared, byName, tooDeep, tooLong } = this;
    return { declared, byName, unclosed: this.frames.at(-1)?.name, tooDeep, tooLong };
  }

  private get frame(): Frame {
    return this.frames.at(-1) ?? file;
  }

  private readStatement(): void {
    const [first, second, third] = this.tokens.slice(this.at, this.at + 3);
    const block = blockKinds.find((kind) => kind === first?.text);
    if (first?.text === '}') {
      this.frames.pop();
      this.at++;
    } else if (block && second && third?.text === '{' && this.frame.kind !== 'enum') {
      this.at += 3;
      this.openBlock(block, second);
    } else {
      this.readField(this.takeStatement());
    }
  }

  private openBlock(kind: (typeof blockKinds)[number], name: ProtoToken): void {
    const { path } = this.frame;
    if (kind !== 'extend') this.note({ kind, scope: path, name });
    this.push(kind, kind === 'extend' || kind === 'oneof' ? path : join(path, name.text), name);
  }

  private note(one: Declared): void {
    const name = join(one.scope, one.name.text);
    const namesakes = this.byName.get(name) ?? [];
    namesakes.push(one);
    this.byName.set(name, namesakes);
    this.declared.push(one);
  }

  private push(kind: Frame['kind'], path: string, name: ProtoToken | undefined): void {
    const depth = this.frame.depth + (kind === 'message' ? 1 : 0);
    this.frames.push({ kind, path, name, depth });
    if (depth > maxDepth) this.tooDeep = name;
  }

  /** The tokens up to the `;` or `{` that ends them, or before the `}` that interrupts them. */
  private takeStatement(): readonly ProtoToken[] {
    const from = this.at;
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const text = this.tokens[this.at]?.text ?? '';
      const ends = text === ';' || (text === '{' && this.tokens[this.at - 1]?.text !== '=');
      if (depth === 0 && (ends || text === '}')) break;
      if ('([{<'.includes(text)) depth++;
      if (')]}>'.includes(text)) depth--;
    }
    if (this.at - from > maxTokens) this.tooLong ??= this.tokens[from];
    return this.tokens.slice(from, this.at);
  }

  /** A field, an enum value or the head of a group, up to its end. */
  private readField(words: readonly ProtoToken[]): void {
    const end = this.tokens[this.at]?.text;
    if (end === ';' || end === '{') this.at++;
    const { kind, path } = this.frame;
    const equals = words.findIndex(({ text }) => text === '=');
    const name = words[equals - 1];
    const number = words[equals + 1];
    const known = equals > 0 && name !== undefined && !notFields.has(words[0]?.text ?? '');
    if (known && kind === 'enum') this.note({ kind: 'value', scope: path, name, number });
    if (known && (kind === 'message' || kind === 'oneof')) {
      const type = rangeOf(words.slice(labels.has(words[0]?.text ?? '') ? 1 : 0, equals - 1));
      this.note({ kind: 'field', scope: path, name, number, type });
    }
    if (end !== '{') return;
    if (known && words[equals - 2]?.text === 'group') this.openBlock('message', name);
    else this.push('other', path, words[0]);
  }
}

function rangeOf(tokens: readonly ProtoToken[]): Range | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** The full name of a declaration in a scope. */
export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
