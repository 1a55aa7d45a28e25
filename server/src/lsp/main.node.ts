import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

// The editor's arguments say how it talks: --node-ipc, --stdio, --pipe or --socket.
startServer(createConnection(ProposedFeatures.all));
