import type { FieldAxis, InputField } from '../graph.ts';
import { element, type SvgElement } from './element.ts';

/** The longest side of the picture of a field, in pixels. */
const longest = 140;

/** The height of an input with one axis. */
const bar = 18;

/** A range of positions of an input. */
interface Span {
  readonly from: number;
  readonly length: number;
}

/** An axis of the picture: the input starts at 0. */
interface PictureAxis {
  readonly input: number;
  readonly field: Span;
  /** The field of the next value. */
  readonly next: Span;
}

/**
 * An input with the field of a value in its middle, and the field of the next value along each axis. Undefined if the size
 * of the input is unknown, or if it has neither one nor two axes.
 */
export function drawField({ lengths, axes }: InputField): SvgElement | undefined {
  if (lengths.length < 1 || lengths.length > 2) return undefined;
  const drawn = lengths.flatMap((length, index) => {
    const axis = axes === 'all' ? undefined : axes[index];
    return length === null || length <= 0 ? [] : [pictureAxis(length, axis)];
  });
  const x = drawn.at(-1);
  if (!x || drawn.length < lengths.length) return undefined;
  const y = drawn.length === 2 ? drawn[0] : undefined;
  const [across, down] = [spanOf(x), y && spanOf(y)];
  const scale = longest / Math.max(across.length, down?.length ?? 0);
  const box = (kind: string, horizontal: Span, vertical: Span | undefined) =>
    element('rect', {
      class: kind,
      x: round((horizontal.from - across.from) * scale),
      y: vertical && down ? round((vertical.from - down.from) * scale) : 0,
      width: round(Math.max(horizontal.length * scale, 1.5)),
      height: vertical ? round(Math.max(vertical.length * scale, 1.5)) : bar,
    });
  const [width, height] = [round(across.length * scale), down ? round(down.length * scale) : bar];
  return element(
    'svg',
    {
      class: 'field',
      ...{ width: width + 2, height: height + 2, viewBox: `-1 -1 ${width + 2} ${height + 2}` },
      role: 'img',
      'aria-label': fieldText({ input: '', lengths, axes }),
    },
    box('field-input', { from: 0, length: x.input }, y && { from: 0, length: y.input }),
    ...(axes === 'all' ? [] : [box('field-next', x.next, y?.next)]),
    box('field-own', x.field, y?.field),
  );
}

function pictureAxis(length: number, axis: FieldAxis | undefined): PictureAxis {
  if (!axis) return { input: length, field: { from: 0, length }, next: { from: 0, length } };
  const { size, stride, start } = axis;
  const middle = stride > 0 ? Math.max(0, Math.round(((length - size) / 2 - start) / stride)) : 0;
  const from = start + stride * middle;
  return { input: length, field: { from, length: size }, next: { from: from + stride, length: size } };
}

/** What the picture shows of an axis: the input, and the fields if they exceed it. */
function spanOf({ input, field, next }: PictureAxis): Span {
  const from = Math.min(0, field.from, next.from);
  const end = Math.max(input, field.from + field.length, next.from + next.length);
  return { from, length: end - from };
}

/** `67×67 of data 227×227, stride 8, offset −29`. */
export function fieldText({ input, lengths, axes }: InputField): string {
  const whole = [input, lengths.map((length) => length ?? '?').join('×')].filter(Boolean).join(' ');
  if (axes === 'all') return `all of ${whole}`;
  const size = axes.map((axis) => short(axis.size)).join('×');
  return `${size} of ${whole}, stride ${each(axes, 'stride')}, offset ${each(axes, 'start')}`;
}

/** One value for all axes if they are equal: `2`, `2×1`. */
function each(axes: readonly FieldAxis[], key: keyof FieldAxis): string {
  const values = axes.map((axis) => short(axis[key]));
  return new Set(values).size === 1 ? String(values[0]) : values.join('×');
}

/** At most two digits of a fraction. */
function short(value: number): string {
  return String(Number(value.toFixed(2))).replace('-', '−');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
