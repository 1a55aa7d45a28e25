import { compareNets } from '../../../server/src/features/compare/compareNets.ts';
import {
  comparisonText,
  type TextOptions,
  textOf,
} from '../../../server/src/features/compare/comparisonText.ts';
import type { Comparison, LayerChange } from '../../../server/src/features/compare/types.ts';
import { open } from '../../support/fixture.ts';

export const data =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }\n';

/** A layer with one bottom and a top of its name. */
export function layer(name: string, type: string, bottom: string, rest = ''): string {
  return `layer { name: "${name}" type: "${type}" bottom: "${bottom}" top: "${name}" ${rest} }\n`;
}

/** A 1×1 convolution. */
export function conv(
  name: string,
  bottom: string,
  rest = 'num_output: 4 kernel_size: 1',
  others = '',
): string {
  return layer(name, 'Convolution', bottom, `convolution_param { ${rest} } ${others}`);
}

/** Compares two nets. */
export function compare(before: string, after: string): Comparison {
  return compareNets(open(before), open(after));
}

/** The differences in the first state, one line each. */
export function differences(before: string, after: string): string[] {
  const [state] = compare(before, after).states;
  return (state?.layers ?? []).map((found) => {
    if (found.kind === 'added') return `+ ${found.after.name}`;
    if (found.kind === 'removed') return `- ${found.before.name}`;
    return `${found.kind} ${changeText(found)}`;
  });
}

function changeText({
  before,
  after,
  moved,
  type,
  fields,
  bottoms,
  tops,
  shapes,
  params,
  macs,
}: LayerChange): string {
  const sides = { type, bottoms, tops, shapes, params, macs };
  const values = Object.entries(sides).flatMap(([name, found]) =>
    found ? [`${name} ${found.before} → ${found.after}`] : [],
  );
  const texts = fields.map((field) => `${field.path} ${field.before.text} → ${field.after.text}`);
  const names = before.name === after.name ? after.name : `${before.name} → ${after.name}`;
  const place = moved ? [`moved ${moved.before} → ${moved.after}`] : [];
  return [names, ...place, ...texts, ...values].join(', ');
}

/** The comparison as text. */
export function shownText(before: string, after: string, options: Partial<TextOptions> = {}): string {
  const labels = { before: 'old.prototxt', after: 'new.prototxt' };
  return comparisonText(compare(before, after), { labels, ...options })
    .map(textOf)
    .join('\n');
}
