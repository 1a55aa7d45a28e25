import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from '../node/host.ts';
import { startServer } from './server.ts';

// The arguments select the transport: --node-ipc, --stdio, --pipe or --socket.
startServer(createConnection(ProposedFeatures.all), {
  hostOf: (folders) =>
    nodeHost(folders.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri))),
  uriOf: (file) => pathToFileURL(file).href,
});
