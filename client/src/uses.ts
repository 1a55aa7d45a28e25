import { commands, type Location, Position, Uri } from 'vscode';
import type { Position as LinePosition } from 'vscode-languageclient';

/** Shows the layers that use the tops of the layer at a position, as the references of VS Code. */
export async function showUses(uri: string, { line, character }: LinePosition): Promise<void> {
  const file = Uri.parse(uri);
  const start = new Position(line, character);
  const provider = 'vscode.executeReferenceProvider';
  const found = (await commands.executeCommand<Location[]>(provider, file, start)) ?? [];
  await commands.executeCommand('editor.action.showReferences', file, start, found);
}
