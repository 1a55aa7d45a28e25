import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { localPath, nodeHost } from '../node/host.ts';
import { Framing } from './framing.ts';
import { createLifecycle } from './lifecycle.ts';
import { startServer } from './server.ts';

const standardError = 2;

// The arguments select the transport: --node-ipc, --stdio, --pipe or --socket.
const connection = createConnection(ProposedFeatures.all, { messageStrategy: createLifecycle() });
startServer(connection, {
  hostOf: (folders) => nodeHost(folders.flatMap((uri) => localPath(uri) ?? [])),
  uriOf: (file) => pathToFileURL(file).href,
});

// The connection ignores a broken header, after which it reads no message.
if (process.argv.includes('--stdio')) {
  const framing = new Framing();
  process.stdin.on('data', (bytes: Buffer) => {
    const problem = framing.read(bytes);
    if (problem === undefined) return;
    writeSync(standardError, `${problem}\n`);
    process.exit(1);
  });
}

// A message that cannot be sent, for example as the editor has closed, must not end the server in the middle of others.
process.on('unhandledRejection', (error) => connection.console.error(`Unhandled: ${error}`));
