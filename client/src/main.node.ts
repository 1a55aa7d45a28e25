import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, startExtension } from './extension.ts';

/** Starts the server in a separate process. */
export function activate(context: ExtensionContext): void {
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const client: LanguageClient = new LanguageClient(
    'caffePrototxt',
    'Caffe Prototxt',
    { run, debug: run },
    clientOptions(() => client),
  );
  startExtension(context, client);
}
