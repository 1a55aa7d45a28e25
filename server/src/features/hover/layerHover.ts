import { unlessStopped } from '../../layers/context.ts';
import type { Layer, LayerBlob, LayerParam } from '../../net/net.ts';
import { formatState, type NetState } from '../../net/states/state.ts';
import { forksWithType } from '../../schema/data/forkIndex.ts';
import { listForks } from '../../schema/listForks.ts';
import { isKnown, product } from '../../shape/dim.ts';
import { formatDim, formatShape, hasRank, reasons } from '../../shape/shape.ts';
import { escapeMarkdown } from '../markdown.ts';
import { formatCount } from '../numbers.ts';
import { paramCount, roleCount } from '../summary/summary.ts';

/** Hover text of a layer: inputs, outputs, how the sizes are computed, and all parameter blobs. */
export function layerMarkdown(layer: Layer, state: NetState): string {
  const title = `**${escapeMarkdown(layer.name || '(no name)')}** · ${escapeMarkdown(layer.type || 'no type')} · ${formatState(state)}`;
  const why = [...layer.inputs, ...layer.outputs].flatMap((use) => reasons(use.shape));
  const unknown = [...new Set(why)].map((reason) => `\`?\` ${escapeMarkdown(reason)}`).join('  \n');
  const doc = [layer.definition?.doc ?? '', origin(layer)].filter(Boolean).join(' ');
  return [title, table(layer), unknown, doc].filter(Boolean).join('\n\n');
}

function origin({ type }: Layer): string {
  const forks = forksWithType(type);
  return forks.length > 0 ? `A layer of ${listForks(forks)}.` : '';
}

function table(layer: Layer): string {
  const rows = [
    ...layer.inputs.map((input) => row('Input', blobText(input))),
    ...layer.outputs.map((output) => row('Output', blobText(output))),
    ...sizes(layer),
    ...layer.params.map((param) => row(capital(param.role), paramText(param))),
    ...totals(layer),
  ];
  return rows.length === 0 ? '' : ['| | |', '|:--|:--|', ...rows].join('\n');
}

function row(label: string, text: string): string {
  return `| ${label} | ${text} |`;
}

function blobText({ name, shape }: LayerBlob): string {
  return `\`${name}\` ${formatShape(shape)}`;
}

function explanations(layer: Layer): readonly string[] {
  const tops = layer.outputs.map(({ shape }) => shape);
  return unlessStopped(() => layer.definition?.explain?.(layer.context, tops)) ?? [];
}

/** How each spatial size is computed; one row if it is the same for all axes. */
function sizes(layer: Layer): string[] {
  const texts = explanations(layer);
  const names =
    texts.length === 2 ? ['Height', 'Width'] : texts.map((_, index) => `Spatial axis ${index + 1}`);
  const [first] = texts;
  if (first !== undefined && texts.every((text) => text === first)) return [row(names.join(', '), first)];
  return texts.map((text, index) => row(names[index] ?? '', text));
}

/** `50 × 20 × 5 × 5 = 25,000`, followed by the meaning of the factors. */
function paramText({ shape, formula, sharedWith }: LayerParam): string {
  const count = product(shape);
  const total = formatCount(isKnown(count) ? count : null);
  const factors = shape.length > 1 ? `${shape.map(formatDim).join(' × ')} = ${total}` : total;
  const meaning = formula && shape.length > 0 ? ` (${formula})` : '';
  return `${factors}${meaning}${sharedWith === undefined ? '' : `, shared with \`${sharedWith}\``}`;
}

function totals(layer: Layer): string[] {
  const rows: string[] = [];
  if (layer.params.length > 0) {
    const [all, weights, biases] = [
      paramCount(layer),
      roleCount(layer, 'weights'),
      roleCount(layer, 'biases'),
    ].map((count) => formatCount(isKnown(count) ? count : null));
    rows.push(row('**Parameters**', `**${all}**: ${weights} weights + ${biases} biases`));
  }
  if (layer.macs !== 0) rows.push(row('MACs', macsText(layer)));
  return rows;
}

function macsText(layer: Layer): string {
  const [shape, macs] = [layer.outputs[0]?.shape, layer.macs];
  const batch = shape && hasRank(shape) ? shape[0] : undefined;
  if (!isKnown(macs)) return '?';
  const perImage =
    batch !== undefined && isKnown(batch) && batch > 0 ? `${formatCount(macs / batch)} per image, ` : '';
  return `${perImage}${formatCount(macs)} per batch`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
