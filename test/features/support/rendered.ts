import { marked } from 'marked';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** The text that a reader of Markdown sees. */
export function rendered(markdown: string): string {
  return html(markdown)
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&([a-z\d#]+);/gu, (all, name) => entities[name] ?? all)
    .replaceAll(/[\u00a0\t]/gu, ' ')
    .trim();
}

/** Elements without links, images, headings and code blocks. */
export const plainTags: ReadonlySet<string> = new Set([
  ...['p', 'strong', 'del', 'code', 'br', 'ul', 'li'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);

/** The names of the HTML elements of rendered Markdown. */
export function tagsOf(markdown: string): string[] {
  return [...html(markdown).matchAll(/<([a-z]+\d?)/giu)].map(([, tag = '']) => tag);
}

function html(markdown: string): string {
  return marked.parse(markdown, { async: false, gfm: true });
}
