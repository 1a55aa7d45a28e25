/**
 * A message whose text may come from a file. VS Code shows `[text](command:…)` in a message as a link that runs a command.
 */
export function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}
