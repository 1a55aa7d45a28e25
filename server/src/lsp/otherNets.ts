import { createDocument, type Document } from '../document/document.ts';
import type { AnalysisSettings } from '../document/settings.ts';
import type { WorkspaceContext } from '../document/workspaceContext.ts';
import { Analyses } from './analyses.ts';
import type { ContextStore } from './contextStore.ts';
import type { Text } from './texts.ts';

/** The number of nets that are kept: those of the comparisons that are shown. */
const mostKept = 4;

/** Nets that are compared with open documents. They need not be open, and are analyzed once while they do not change. */
export class OtherNets {
  private readonly contexts: ContextStore;
  private analyses = new Analyses();
  private readonly known = new Map<string, { readonly text: string; readonly context: WorkspaceContext }>();

  constructor(contexts: ContextStore) {
    this.contexts = contexts;
  }

  /** The analysis of a net. A long one runs in turns with other work. */
  async open(text: Text, settings: AnalysisSettings): Promise<Document> {
    const conditions = { settings, context: await this.contextOf(text, settings) };
    await this.analyses.ready(text, conditions);
    return this.analyses.of(text, conditions);
  }

  /** Forgets all nets, because files that they refer to may have changed. */
  clear(): void {
    this.known.clear();
    this.analyses = new Analyses();
  }

  private async contextOf(text: Text, settings: AnalysisSettings): Promise<WorkspaceContext> {
    const { uri } = text;
    const known = this.known.get(uri);
    const written = text.getText();
    if (known?.text === written) return known.context;
    const alone = createDocument({ uri, version: 0, text: written, settings });
    const { context } = await this.contexts.load(alone);
    this.known.delete(uri);
    this.known.set(uri, { text: written, context });
    for (const old of [...this.known.keys()].slice(0, -mostKept)) {
      this.known.delete(old);
      this.analyses.forget(old);
    }
    return context;
  }
}
