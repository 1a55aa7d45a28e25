import {
  type CancellationToken,
  type Connection,
  DocumentDiagnosticRequest,
  type WorkDoneProgressServerReporter,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import { formatCount } from '../../features/numbers.ts';
import type { Progress } from '../diagnostics/workspaceNets.ts';
import { hasNothing, pulls, pullsAll } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Requests } from '../protocol.ts';
import type { Session } from '../session.ts';

const checkWorkspace = 'caffePrototxt/checkWorkspace' satisfies keyof Requests;

/** Answers requests for diagnostics: of clients that pull them, and for those of all nets of the workspace. */
export function answerDiagnostics(connection: Connection, handlers: Handlers, session: Session): void {
  handlers.onRequest(DocumentDiagnosticRequest.method, pulls, (params, token) => {
    const { uri } = params.textDocument;
    const versionOf = () => session.texts.get(uri)?.version;
    return session.reports.pull(uri, versionOf, params.previousResultId ?? undefined, token);
  });

  handlers.onRequest(WorkspaceDiagnosticRequest.method, pullsAll, async ({ previousResultIds }, token) => {
    await settled(session, token);
    const last = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    return { items: session.reports.pullClosed(last) } satisfies WorkspaceDiagnosticReport;
  });

  handlers.onRequest(checkWorkspace, hasNothing, async () => {
    await checkAll(connection, session);
    return session.workspaceNets.counts();
  });
}

/** Checks all files of the workspace, with progress that can be cancelled. */
export async function checkAll(connection: Connection, session: Session): Promise<void> {
  const reporter = await connection.window.createWorkDoneProgress();
  reporter.token.onCancellationRequested(() => session.workspaceNets.cancel());
  reporter.begin('Checking the nets of the workspace', 0, undefined, true);
  await session.workspaceNets.checkAll(progressOf(reporter));
  if (session.reports.pulls) session.reports.refresh();
}

/** Reports whole percents only, and the end once. */
function progressOf(reporter: WorkDoneProgressServerReporter): Progress {
  let last = 0;
  let isEnded = false;
  return {
    report: (done, all) => {
      const percent = all === 0 ? 100 : Math.floor((100 * done) / all);
      if (percent <= last || isEnded) return;
      last = percent;
      reporter.report(percent, `${formatCount(done)} of ${formatCount(all)} files`);
    },
    end: () => {
      if (!isEnded) reporter.done();
      isEnded = true;
    },
  };
}

/** Resolves at the end of a running check, or when the request is cancelled. */
function settled(session: Session, token: CancellationToken): Promise<void> {
  const cancelled = new Promise<void>((resolve) => {
    token.onCancellationRequested(() => resolve());
  });
  return Promise.race([session.workspaceNets.settled(), cancelled]);
}
