/** Escapes names from the file, which may contain Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~$]/gu, '\\$&');
}
