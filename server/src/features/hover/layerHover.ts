import { unlessStopped } from '../../layers/context.ts';
import type { Layer, LayerBlob, LayerParam, Net } from '../../net/net.ts';
import { formatState } from '../../net/states/state.ts';
import { forksWithType } from '../../schema/data/forkIndex.ts';
import { listForks } from '../../schema/listForks.ts';
import { isKnown, product } from '../../shape/dim.ts';
import { formatDim, formatShape } from '../../shape/shape.ts';
import { code, documentation, joined, type Markdown, md, message, paragraphs } from '../markdown.ts';
import { formatCount } from '../numbers.ts';
import { costRows } from './costRows.ts';
import { reasonsFor } from './reasonsFor.ts';

/**
 * Hover text of a layer: inputs, outputs, how the sizes are computed, all parameter blobs, and the reasons for what is
 * unknown that are not in texts which are shown too.
 */
export function layerMarkdown(layer: Layer, net: Net, shown: readonly string[]): Markdown {
  const title = md`**${layer.name || '(no name)'}** · ${layer.type || 'no type'} · ${formatState(net.state)}`;
  const why = reasonsFor([...layer.inputs, ...layer.outputs], shown);
  const unknown = why.map((reason) => md`\`?\` ${message(reason)}`);
  const doc = [layer.definition?.doc ?? '', origin(layer)].filter(Boolean).join(' ');
  return paragraphs(title, table(layer, net), joined(unknown, '  \n'), documentation(doc));
}

function origin({ type }: Layer): string {
  const forks = forksWithType(type);
  return forks.length > 0 ? `A layer of ${listForks(forks)}.` : '';
}

/** The number of blobs in each direction that have a row. */
const mostBlobs = 40;

function table(layer: Layer, net: Net): Markdown {
  const rows = [
    ...blobRows('Input', layer.inputs),
    ...blobRows('Output', layer.outputs),
    ...sizes(layer),
    ...layer.params.map((param) => row(capital(param.role), message(paramText(param)))),
    ...costRows(layer, net).map(([label, value]) => row(label, value)),
  ];
  return rows.length === 0 ? md`` : joined([md`| | |`, md`|:--|:--|`, ...rows], '\n');
}

function blobRows(label: string, blobs: readonly LayerBlob[]): Markdown[] {
  const rows = blobs
    .slice(0, mostBlobs)
    .map(({ name, shape }) => row(label, md`${code(name)} ${formatShape(shape)}`));
  const more = blobs.length - rows.length;
  return more > 0 ? [...rows, row(label, md`and ${formatCount(more)} more`)] : rows;
}

function row(label: string | Markdown, text: Markdown): Markdown {
  return md`| ${label} | ${text} |`;
}

function explanations(layer: Layer): readonly string[] {
  const tops = layer.outputs.map(({ shape }) => shape);
  return unlessStopped(() => layer.definition?.explain?.(layer.context, tops)) ?? [];
}

/** How each spatial size is computed; one row if it is the same for all axes. */
function sizes(layer: Layer): Markdown[] {
  const texts = explanations(layer);
  const names =
    texts.length === 2 ? ['Height', 'Width'] : texts.map((_, index) => `Spatial axis ${index + 1}`);
  const [first] = texts;
  if (first !== undefined && texts.every((text) => text === first))
    return [row(names.join(', '), message(first))];
  return texts.map((text, index) => row(names[index] ?? '', message(text)));
}

/** `50 × 20 × 5 × 5 = 25,000`, followed by the meaning of the factors. */
function paramText({ shape, formula, sharedWith }: LayerParam): string {
  const count = product(shape);
  const total = formatCount(isKnown(count) ? count : null);
  const factors = shape.length > 1 ? `${shape.map(formatDim).join(' × ')} = ${total}` : total;
  const meaning = formula && shape.length > 0 ? ` (${formula})` : '';
  return `${factors}${meaning}${sharedWith === undefined ? '' : `, shared with \`${sharedWith}\``}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
