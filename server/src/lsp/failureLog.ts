import { inspect } from 'node:util';
import type { Connection } from 'vscode-languageserver';
import { shortened, visible } from '../text/visible.ts';

/** Writes failures of the server to the log of the editor. */
export class FailureLog {
  private readonly connection: Connection;
  /** The failures that were written. */
  private readonly known = new Set<string>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Writes what failed, and with what; once for each place in the code, as typing may repeat it at every key. */
  write(what: string, error: unknown): void {
    const text = inspect(error, { depth: 2, maxArrayLength: 10, maxStringLength: 500 });
    if (this.known.has(text) || this.known.size >= mostFailures) return;
    this.known.add(text);
    this.connection.console.error(`${what}\n${shortened(text, longestText)}`);
  }
}

const mostFailures = 100;
/** The limit of a described failure, in UTF-16 code units. */
const longestText = 5000;
const longestSummary = 300;

/** A failure in one line, without links, as editors show it as a message. */
export function summaryOf(error: unknown): string {
  const text = error instanceof Error ? error.message : inspect(error, { depth: 1, breakLength: Infinity });
  return shortened(visible(text).replaceAll('](', '] ('), longestSummary);
}
