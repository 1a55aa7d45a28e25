import type jsep from 'jsep';
import { nearest } from '../../schema/nearest.ts';
import type { Range } from '../../text/range.ts';
import { checkCall, separated } from './calls.ts';
import { ExpressionError } from './error.ts';
import {
  binaryOperators,
  type Expression,
  type FieldExpression,
  mayBeNone,
  numberFunctions,
  type ScalarExpression,
  type ShapeExpression,
  variables,
} from './syntax.ts';
import { core, parseTree, type Tree, type TreeNode } from './tree.ts';

/** The blobs that an expression may use. Shapes of tops are available only after they are computed. */
export type Blobs = 'bottoms' | 'bottoms and tops';

/** Reads a shape expression or `none`. Throws an ExpressionFault. */
export function readShape(text: string): ShapeExpression {
  const tree = parseTree(text);
  return new ExpressionReader(tree, 'bottoms').shape(tree.root);
}

/** Reads a numeric expression. Throws an ExpressionFault. */
export function readScalar(text: string, blobs: Blobs): ScalarExpression {
  const tree = parseTree(text);
  return new ExpressionReader(tree, blobs).scalar(tree.root);
}

/** Reads an expression for an axis length, or for a shape, which expands to its axes. Throws likewise. */
export function readAxes(text: string): Expression {
  const tree = parseTree(text);
  return new ExpressionReader(tree, 'bottoms').axes(tree.root);
}

function noShape(node: TreeNode): string {
  if (isBlobs(node)) return 'An index is missing: `bottom[0]` is the shape of the first bottom.';
  const object = node.type === 'MemberExpression' && node.computed ? core(node.object) : undefined;
  const name = object?.type === 'Identifier' ? String(object.name) : '';
  const meant = nearest(name, ['bottom', 'top']);
  return meant
    ? `Unknown blob \`${name}\`; did you mean \`${meant}\`?`
    : 'Expected a shape, found a single number; a shape is a list `[…]`.';
}

class ExpressionReader {
  private readonly tree: Tree;
  private readonly blobs: Blobs;

  constructor(tree: Tree, blobs: Blobs) {
    this.tree = tree;
    this.blobs = blobs;
  }

  axes(node: TreeNode): Expression {
    return isShape(node) ? this.blobShape(node) : this.scalar(node);
  }

  /** A shape other than `none`. */
  private blobShape(node: TreeNode): ShapeExpression {
    const shape = this.shape(node);
    if (!mayBeNone(shape)) return shape;
    throw new ExpressionError(shape.range, '`none` cannot be part of a larger expression.');
  }

  shape(node: TreeNode): ShapeExpression {
    const range = this.tree.rangeOf(node);
    if (node.type === 'Identifier' && node.name === 'none') return { kind: 'none', range };
    if (node.type === 'ArrayExpression') {
      const items = separated(node.elements, range, this.tree).map((item) => this.axes(item));
      return { kind: 'list', items, range };
    }
    if (node.type === 'ConditionalExpression') {
      const test = this.scalar(core(node.test));
      const [yes, no] = [this.shape(core(node.consequent)), this.shape(core(node.alternate))];
      return { kind: 'shapeChoice', test, yes, no, range };
    }
    if (node.type === 'MemberExpression' && node.computed && isBlobs(core(node.object))) {
      return this.blob(node, range);
    }
    if (isAxesCall(node)) return { kind: 'axes', ...this.part(node), range };
    throw new ExpressionError(range, noShape(node));
  }

  scalar(node: TreeNode): ScalarExpression {
    const range = this.tree.rangeOf(node);
    if (isShape(node)) {
      throw new ExpressionError(
        range,
        'Expected a number, found a shape; `bottom[0][1]` is one axis of a shape.',
      );
    }
    switch (node.type) {
      case 'Literal':
        return readLiteral(node, range);
      case 'Identifier':
        return readName(node, range);
      case 'MemberExpression':
        return this.member(node, range);
      case 'CallExpression':
        return this.call(node, range);
      case 'UnaryExpression':
        return this.unary(node, range);
      case 'BinaryExpression':
        return this.binary(node, range);
      case 'ConditionalExpression': {
        const test = this.scalar(core(node.test));
        const [yes, no] = [this.scalar(core(node.consequent)), this.scalar(core(node.alternate))];
        return { kind: 'choice', test, yes, no, range };
      }
      default:
        throw new ExpressionError(range, 'This is not supported in expressions.');
    }
  }

  private blob({ object, property }: jsep.MemberExpression, range: Range): ShapeExpression {
    const of = object.name === 'top' ? 'top' : 'bottom';
    const index = this.scalar(core(property));
    if (of === 'bottom' || this.blobs === 'bottoms and tops') return { kind: 'blob', of, index, range };
    throw new ExpressionError(range, 'The shapes of tops are available only in `macs`.');
  }

  private member(node: jsep.MemberExpression, range: Range): ScalarExpression {
    const object = core(node.object);
    if (!isShape(object)) return this.field(node);
    const shape = this.blobShape(object);
    if (node.computed) return { kind: 'axis', shape, axis: this.scalar(core(node.property)), range };
    throw new ExpressionError(
      this.tree.rangeOf(core(node.property)),
      'A shape has only axes: `bottom[0][1]`.',
    );
  }

  private field(node: TreeNode): FieldExpression {
    const range = this.tree.rangeOf(node);
    if (node.type === 'Identifier') return simpleField(node.name, range);
    if (node.type !== 'MemberExpression' || node.optional) {
      throw new ExpressionError(range, 'A field of the layer has the form `convolution_param.pad`.');
    }
    const object = this.field(core(node.object));
    const { holders, step } = object;
    if (!node.computed) {
      const { step: inner } = this.field(core(node.property));
      return { kind: 'field', holders: [...holders, step], step: inner, range };
    }
    if (step.index) throw new ExpressionError(range, 'A field has only one index.');
    return { ...object, step: { ...step, index: this.scalar(core(node.property)) }, range };
  }

  private unary({ operator, argument }: jsep.UnaryExpression, range: Range): ScalarExpression {
    const operand = this.scalar(core(argument));
    if (operator === '-' || operator === '!') return { kind: 'unary', operator, operand, range };
    throw new ExpressionError(range, `Unknown unary operator \`${operator}\`.`);
  }

  private binary({ operator, left, right }: jsep.BinaryExpression, range: Range): ScalarExpression {
    const known = binaryOperators.find((one) => one === operator);
    if (!known) throw new ExpressionError(range, `Unknown operator \`${operator}\`.`);
    return {
      kind: 'binary',
      operator: known,
      left: this.scalar(core(left)),
      right: this.scalar(core(right)),
      range,
    };
  }

  private call(node: jsep.CallExpression, range: Range): ScalarExpression {
    const name = checkCall(node, this.tree);
    const numeric = numberFunctions.find((known) => known === name);
    if (numeric) {
      const operands = node.arguments.map((operand) => this.scalar(core(operand)));
      return { kind: 'numbers', name: numeric, operands, range };
    }
    if (name === 'has' || name === 'size') return { kind: name, field: this.fieldOf(node, name), range };
    const { shape, bounds } = this.part(node);
    return name === 'rank' ? { kind: 'rank', shape, range } : { kind: 'count', shape, bounds, range };
  }

  private fieldOf({ arguments: [argument] }: jsep.CallExpression, name: string): FieldExpression {
    const field = argument && this.scalar(core(argument));
    if (field?.kind === 'field' && !field.step.index) return field;
    const range = field?.range ?? { start: 0, end: 0 };
    throw new ExpressionError(range, `\`${name}\` requires a field: \`${name}(convolution_param.pad)\`.`);
  }

  /** The arguments of a function of a shape: the shape, its first axis, and the axis after its last. */
  private part(node: jsep.CallExpression): { shape: ShapeExpression; bounds: readonly ScalarExpression[] } {
    checkCall(node, this.tree);
    const [shape, ...bounds] = node.arguments.map(core);
    if (!shape) throw new ExpressionError(this.tree.rangeOf(core(node)), 'A shape is missing.');
    return { shape: this.blobShape(shape), bounds: bounds.map((bound) => this.scalar(bound)) };
  }
}

/** Whether a part is intended as a shape, valid or not. */
function isShape(node: TreeNode): boolean {
  if (node.type === 'ConditionalExpression')
    return isShape(core(node.consequent)) || isShape(core(node.alternate));
  if (node.type === 'MemberExpression') return node.computed && isBlobs(core(node.object));
  if (node.type === 'Identifier') return isBlobs(node) || node.name === 'none';
  return node.type === 'ArrayExpression' || isAxesCall(node);
}

function isBlobs(node: TreeNode): boolean {
  return node.type === 'Identifier' && (node.name === 'bottom' || node.name === 'top');
}

function isAxesCall(node: TreeNode): node is jsep.CallExpression {
  return node.type === 'CallExpression' && node.callee.name === 'axes';
}

function readLiteral({ value, raw }: jsep.Literal, range: Range): ScalarExpression {
  if (typeof value === 'number') return { kind: 'number', value, isWhole: /^\d+$/.test(raw), range };
  if (typeof value === 'boolean') return { kind: 'truth', value, range };
  if (typeof value === 'string') return { kind: 'text', value, range };
  throw new ExpressionError(range, `\`${raw}\` is not supported; use \`none\` for no blob.`);
}

function readName({ name }: jsep.Identifier, range: Range): ScalarExpression {
  const variable = variables.find((known) => known === name);
  if (variable) return { kind: 'variable', name: variable, range };
  // Message fields start with lowercase letters, enum values with uppercase ones.
  if (/^[A-Z]/.test(name)) return { kind: 'text', value: name, range };
  return simpleField(name, range);
}

function simpleField(name: string, range: Range): FieldExpression {
  return { kind: 'field', holders: [], step: { name, index: undefined, range }, range };
}
