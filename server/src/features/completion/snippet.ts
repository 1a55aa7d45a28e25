/** Text in a snippet, also in a placeholder. */
export function inSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/gu, '\\$&');
}
