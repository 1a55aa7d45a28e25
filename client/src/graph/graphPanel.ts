import { type Uri, type WebviewPanel, window, workspace } from 'vscode';
import type { GraphAnswer, ViewParams } from '../../../server/src/lsp/protocol.ts';
import { request } from '../messages.ts';
import { type Around, NetPanel } from '../panels/netPanel.ts';
import { isFromPage, type PictureFormat, type ToPage } from './graphMessages.ts';
import { graphPage } from './graphPage.ts';

/** The graph of one net in a panel. */
export class GraphPanel extends NetPanel<GraphAnswer, ToPage> {
  private overlaid = false;

  constructor(panel: WebviewPanel, net: Uri, around: Around) {
    super(panel, net, around, graphPage);
  }

  protected override ask(params: ViewParams): Promise<GraphAnswer | null> {
    return request(this.around.client, 'caffePrototxt/graph', { ...params, overlaid: this.overlaid });
  }

  protected override use(answer: GraphAnswer | null): void {
    const { overlaid } = this;
    this.send({ kind: 'graph', uri: this.net.toString(), answer, overlaid });
  }

  protected override viewOf() {
    return { view: 'graph', overlaid: this.overlaid } as const;
  }

  protected override select(node: string): void {
    this.send({ kind: 'select', node });
  }

  protected override async received(message: unknown): Promise<void> {
    if (!isFromPage(message)) return;
    if (message.kind === 'ready') {
      this.overlaid = message.overlaid;
      await this.start();
    } else if (message.kind === 'state') await this.showState(message.state);
    else if (message.kind === 'save') await this.save(message.format, message.content);
    else await this.reveal(message.node, message.focus);
  }

  private async showState(state: string | null): Promise<void> {
    this.overlaid = state === null;
    const textDocument = { uri: this.net.toString() };
    if (state !== null) await request(this.around.client, 'caffePrototxt/setState', { textDocument, state });
    await this.update();
  }

  private async save(format: PictureFormat, content: string): Promise<void> {
    const target = await window.showSaveDialog({
      defaultUri: this.net.with({ path: `${this.net.path.replace(/\.prototxt(?:\.txt)?$/u, '')}.${format}` }),
      filters: { [format.toUpperCase()]: [format] },
    });
    if (!target) return;
    await workspace.fs.writeFile(target, Buffer.from(content, format === 'png' ? 'base64' : 'utf8'));
    const open = 'Open';
    const picked = await window.showInformationMessage(`The graph is saved as ${nameOf(target)}.`, open);
    if (picked === open) await window.showTextDocument(target);
  }
}

function nameOf(uri: Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}
