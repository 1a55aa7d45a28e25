import { onceFor } from '../memo/onceFor.ts';
import type { Block, FieldNode, ListNode, MessageNode, ScalarNode, ValueNode } from '../syntax/nodes.ts';
import { placeholderIn, placeholderMessage } from '../syntax/placeholder.ts';
import { skipBlank } from '../syntax/tokens.ts';
import { type Range, shift } from '../text/range.ts';
import type { ForkName } from './data/forkNames.ts';
import type { FieldDescriptor, FieldType, MessageDescriptor, Schema } from './descriptor.ts';
import { readTyped } from './layerType.ts';
import { childScope, pathOf, rootScope, type Scope } from './scope.ts';
import { spelling } from './spelling.ts';
import { messageOf, unknownField } from './unknown.ts';

/** One failure and the offset at which protobuf's parser stops for it; offsets are relative to the file. */
export interface FieldError extends ErrorDetails {
  readonly check: string;
  readonly message: string;
  readonly range: Range;
  readonly stop: number;
  /** Whether the text is malformed, independent of the schema. */
  readonly syntax: boolean;
}

/** Data for quick fixes. */
export interface ErrorDetails {
  /** The forks of Caffe that accept the text. */
  readonly forks?: readonly ForkName[];
  /** The suggested replacement of the range. */
  readonly replacement?: string | undefined;
  /** Related locations. */
  readonly related?: readonly { readonly range: Range; readonly message: string }[] | undefined;
}

/** A field of a valid block and its number of values. */
interface SoundBlock {
  readonly field: string;
  readonly count: number;
}

/** A valid block with one repeated field, such as a layer: all that the check of other blocks requires of it. */
export const soundIn = onceFor((schema: Schema) =>
  onceFor((root: MessageDescriptor) =>
    onceFor((block: Block): SoundBlock | undefined => {
      const [field, ...others] = block.fields;
      if (!field || others.length > 0 || block.errors.length > 0) return undefined;
      if (root.fields.get(field.name.text)?.label !== 'repeated') return undefined;
      const checker = new FieldChecker(block.text, schema, 1);
      const count = checker.checkAlone(block, root);
      return checker.errors.length === 0 ? { field: field.name.text, count } : undefined;
    }),
  ),
);

/** After so many errors, the rest is not checked: the file is not prototxt. */
const mostErrors = 20_000;

/** Compares fields with the schema, block by block, and collects what protobuf would reject. */
export class FieldChecker {
  readonly errors: FieldError[] = [];
  private readonly text: string;
  private readonly schema: Schema;
  private block: Block | undefined;
  private start = 0;

  private readonly most: number;

  constructor(text: string, schema: Schema, most = mostErrors) {
    this.text = text;
    this.schema = schema;
    this.most = most;
  }

  /** Whether there are as many errors as are wanted. */
  get isFull(): boolean {
    return this.errors.length >= this.most;
  }

  /** Checks the fields of a block that starts at `start`. */
  checkBlock(block: Block, start: number, scope: Scope): void {
    const sound = soundIn(this.schema)(scope.descriptor)(block);
    if (sound) {
      scope.counts.set(sound.field, (scope.counts.get(sound.field) ?? 0) + sound.count);
      return;
    }
    this.block = block;
    this.start = start;
    this.checkFields(block.fields, scope);
  }

  /** Checks a block of one field as if it were the file; returns the number of values. */
  checkAlone(block: Block, descriptor: MessageDescriptor): number {
    const scope = rootScope(descriptor);
    this.block = block;
    this.checkFields(block.fields, scope);
    return [...scope.counts.values()][0] ?? 0;
  }

  /** Reports the required fields that a complete message lacks. */
  checkRequired(scope: Scope, range: Range): void {
    const missing = [...scope.descriptor.fields.values()]
      .filter((field) => field.label === 'required' && !scope.counts.has(field.name))
      .map((field) => `\`${pathOf(scope)}${field.name}\``);
    const last = missing.pop();
    if (last === undefined) return;
    const message =
      missing.length === 0
        ? `${last} is missing; ${scope.descriptor.name} requires it.`
        : `${missing.join(', ')} and ${last} are missing; ${scope.descriptor.name} requires them.`;
    this.report('text/missing-required', message, range, Number.POSITIVE_INFINITY);
  }

  private checkFields(fields: readonly FieldNode[], scope: Scope): void {
    for (const field of fields) {
      if (this.isFull) return;
      const known = scope.descriptor.fields.get(field.name.text);
      if (known) this.checkField(field, known, scope);
      else this.reportUnknown(field, scope, fields);
    }
  }

  private reportUnknown(field: FieldNode, scope: Scope, siblings: readonly FieldNode[]): void {
    const { name } = field;
    const stop = this.after(name.range);
    if (!name.text.startsWith('[')) {
      const spelt = () => spelling(field, siblings, scope.descriptor);
      const { message, ...help } = unknownField(name.text, scope, this.schema, spelt);
      this.report('text/unknown-field', message, name.range, stop, help);
    } else if (/^\[[\s\S]+\]$/.test(name.text)) {
      const message = `${scope.descriptor.name} has no extensions; use a field name without brackets.`;
      this.report('text/extension', message, name.range, stop);
    }
  }

  private checkField(field: FieldNode, known: FieldDescriptor, scope: Scope): void {
    const { value, name } = field;
    if (!value) return;
    const repeated = known.label === 'repeated';
    const count = scope.counts.get(known.name) ?? 0;
    if (!repeated && count > 0) {
      const message = `\`${known.name}\` is already set in this ${scope.descriptor.name}; it can be set only once.`;
      const first = scope.firsts.get(known.name);
      const related = first && [{ range: first, message: `\`${known.name}\` is first set here.` }];
      this.report('text/non-repeated-duplicate', message, name.range, this.after(name.range), { related });
    } else if (count === 0) {
      scope.firsts.set(known.name, shift(name.range, this.start));
    }
    const items = value.kind === 'list' ? value.items : [value];
    scope.counts.set(known.name, count + Math.max(1, items.length));
    if (value.kind === 'list') this.checkList(field, value, known);
    const descriptor = messageOf(known, this.schema);
    // A custom schema may refer to messages of imported files, whose fields are unknown.
    if (known.type.kind === 'message' && !descriptor) return;
    items.forEach((item, index) => {
      if (!descriptor) this.checkScalar(field, known, item, scope);
      else if (item.kind === 'message') {
        this.checkMessage(field, item, childScope(scope, known, descriptor, count + index));
      } else if (field.hasColon) this.reportKind(known, item.range, item.range.start);
    });
  }

  private checkList(field: FieldNode, list: ListNode, known: FieldDescriptor): void {
    const holdsScalar = list.items.some((item) => item.kind === 'scalar');
    if (known.type.kind !== 'message' && !field.hasColon && !holdsScalar) {
      const message = `Missing colon between \`${known.name}\` and its list.`;
      this.report('text/expected-colon', message, field.name.range, this.start + list.range.start);
    } else if (known.label !== 'repeated') {
      const message = `\`${known.name}\` requires a single value, not a list.`;
      this.report(kindCheck(known.type), message, list.range, this.start + list.range.start);
    }
  }

  private checkMessage(field: FieldNode, node: MessageNode, scope: Scope): void {
    this.checkFields(node.fields, scope);
    this.checkRequired(scope, field.name.range);
  }

  private checkScalar(field: FieldNode, known: FieldDescriptor, node: ValueNode, scope: Scope): void {
    if (node.kind !== 'scalar') {
      const check = field.hasColon ? kindCheck(known.type) : 'text/expected-colon';
      const message = `\`${known.name}\` requires ${expectation(known.type)}, not a message: use \`${known.name}: …\`.`;
      this.report(check, message, field.name.range, this.start + node.range.start);
      return;
    }
    const reading = readTyped(scope, known, node, this.schema);
    if (reading.ok || this.hasErrors(node.range)) return;
    const message = `\`${known.name}\`: ${placeholderProblem(known.type, node) ?? reading.message}`;
    this.report(reading.check, message, node.range, this.scalarStop(known.type, node), reading);
  }

  private reportKind(known: FieldDescriptor, range: Range, stop: number): void {
    const message = `\`${known.name}\` requires a message: use \`${known.name} { … }\`.`;
    this.report('text/expected-message', message, range, this.start + stop);
  }

  /** Where protobuf reports an invalid scalar: after an unknown word, before an invalid number. */
  private scalarStop(type: FieldType, node: ScalarNode): number {
    const literal = this.start + node.range.end - (node.literal === 'string' ? 0 : node.text.length);
    const isWord = node.literal === 'identifier' || (type.kind === 'enum' && node.literal === 'integer');
    const readsWords = type.kind === 'enum' || type.name === 'bool';
    if (isWord && readsWords && (!node.negative || node.literal === 'integer')) {
      const word = /^[A-Za-z_]\w*|^[0-9]+/.exec(node.text)?.[0].length ?? 0;
      return skipBlank(this.text, literal + word);
    }
    return node.negative && node.literal !== 'string' && !readsWords
      ? literal
      : this.start + node.range.start;
  }

  /** Whether the text is malformed in this range, so that one report is enough. */
  private hasErrors(range: Range): boolean {
    const errors = this.block?.errors ?? [];
    let low = 0;
    let high = errors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((errors[middle]?.range.start ?? 0) < range.start) low = middle + 1;
      else high = middle;
    }
    const next = errors[low];
    return next !== undefined && next.range.start < range.end;
  }

  /** The offset of the token after a range, where protobuf reports errors that it detects late. */
  private after(range: Range): number {
    return skipBlank(this.text, this.start + range.end);
  }

  private report(
    check: string,
    message: string,
    range: Range,
    stop: number,
    { forks = [], replacement, related }: ErrorDetails = {},
  ): void {
    this.errors.push({
      check,
      message,
      range: { start: this.start + range.start, end: this.start + range.end },
      stop,
      syntax: false,
      ...(forks.length > 0 && { forks }),
      ...(replacement !== undefined && { replacement }),
      ...(related && { related }),
    });
  }
}

function kindCheck(type: FieldType): string {
  if (type.kind === 'enum') return 'text/enum-token';
  if (type.kind === 'message') return 'text/expected-message';
  if (type.name === 'bool') return 'text/bool-value';
  if (type.name === 'string' || type.name === 'bytes') return 'text/expected-string';
  return type.name === 'float' || type.name === 'double' ? 'text/expected-number' : 'text/expected-integer';
}

/** The message for a value that is or contains a placeholder of a template. */
function placeholderProblem(type: FieldType, { literal, text }: ScalarNode): string | undefined {
  const placeholder = literal === 'identifier' ? placeholderIn(text) : undefined;
  return placeholder && `${placeholderMessage(placeholder)} ${expectation(type)}.`;
}

function expectation(type: FieldType): string {
  if (type.kind === 'enum') return `a value of ${type.name}`;
  if (type.name === 'string' || type.name === 'bytes') return 'a string';
  return type.name === 'bool' ? '`true` or `false`' : 'a number';
}
