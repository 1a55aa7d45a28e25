import { commands, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { WorkspaceCounts } from '../../server/src/lsp/protocol.ts';
import { request } from './messages.ts';

/** Checks all nets and solvers of the workspace, and shows the list of problems. */
export async function checkWorkspace(client: BaseLanguageClient): Promise<void> {
  const counts = await request(client, 'caffePrototxt/checkWorkspace', {});
  if (!isClean(counts)) await commands.executeCommand('workbench.actions.view.problems');
  void window.showInformationMessage(countsText(counts));
}

function isClean({ errors, warnings }: WorkspaceCounts): boolean {
  return errors + warnings === 0;
}

/** `1,113 nets and solvers: 542 errors in 158 files, 104 warnings.` */
function countsText(counts: WorkspaceCounts): string {
  const { checked, files, errors, warnings, isCancelled } = counts;
  const found = isClean(counts)
    ? 'no problems'
    : [
        errors > 0 && `${several(errors, 'error')} in ${several(files, 'file')}`,
        warnings > 0 && several(warnings, 'warning'),
      ]
        .filter(Boolean)
        .join(', ');
  const end = isCancelled ? ' The check was cancelled.' : '';
  return `${several(checked, 'closed net or solver', 'closed nets and solvers')}: ${found}.${end}`;
}

function several(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
