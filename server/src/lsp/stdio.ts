import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

/** Serves the editor at the other end of standard input and output. */
export function startStdio(): void {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
}
