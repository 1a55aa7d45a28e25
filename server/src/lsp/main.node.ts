import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { localPath, nodeHost } from '../node/host.ts';
import { startServer } from './server.ts';

// The arguments select the transport: --node-ipc, --stdio, --pipe or --socket.
startServer(createConnection(ProposedFeatures.all), {
  hostOf: (folders) => nodeHost(folders.flatMap((uri) => localPath(uri) ?? [])),
  uriOf: (file) => pathToFileURL(file).href,
});
