import type { Summary } from '../../server/src/lsp/protocol.ts';

/** A count with its thousands apart; `?` where it cannot be known. */
export function totalText(count: number | null): string {
  return count === null ? '?' : count.toLocaleString('en-US');
}

/** A size in the largest unit that leaves at least one of it. */
export function bytesText(bytes: number | null): string {
  if (bytes === null) return '?';
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const size = bytes / 1024 ** step;
  return `${size.toLocaleString('en-US', { maximumFractionDigits: step === 0 ? 0 : 1 })} ${units[step]}`;
}

/** The totals of a net, each with the words that say what it is. */
export function totals(summary: Summary): [string, string][] {
  return [
    ['Layers', totalText(summary.layerCount)],
    ['Parameters', totalText(summary.params)],
    ['Weights', totalText(summary.weights)],
    ['Biases', totalText(summary.biases)],
    ['Size of the parameters', bytesText(summary.parameterBytes)],
    ['MACs per image', totalText(summary.macsPerImage)],
    ['MACs per batch', totalText(summary.macs)],
    ['Activation memory per batch', bytesText(summary.activationBytes)],
  ];
}

/** The totals as a Markdown table. */
export function summaryMarkdown(summary: Summary): string {
  const name = summary.name || 'Net without a name';
  const rows = totals(summary).map(([label, value]) => `| ${label} | ${value} |`);
  const title = `**${escapeMarkdown(name)}** · ${summary.phase} · ${summary.dialect} dialect`;
  return [title, '', '| | |', '|:--|--:|', ...rows].join('\n');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~$]/g, '\\$&');
}
