import { checkOptions } from '../../bench/checkOptions.ts';
import { checkFile } from '../../server/src/cli/check.ts';
import type { FileReport } from '../../server/src/cli/command.ts';
import type { Format } from '../../server/src/cli/output/formats.ts';
import { lineText } from '../../server/src/cli/output/line.ts';
import { sarifEnd, sarifStart } from '../../server/src/cli/output/sarif.ts';
import { summarizeFile } from '../../server/src/cli/summary.ts';
import { createDocument, type Document } from '../../server/src/document/document.ts';
import { type AnalysisSettings, defaultSettings } from '../../server/src/document/settings.ts';
import { deploy } from '../../server/src/edit/deploy/index.ts';
import { format } from '../../server/src/edit/format/format.ts';
import { defaultFormat } from '../../server/src/edit/format/options.ts';
import { styleOf } from '../../server/src/edit/style.ts';
import { upgradeFile, whyNotUpgraded } from '../../server/src/edit/upgrade/index.ts';
import { codeActions } from '../../server/src/features/codeActions/codeActions.ts';
import { fixedText } from '../../server/src/features/codeActions/fixAll.ts';
import { refactorings } from '../../server/src/features/codeActions/refactorings.ts';
import { completion } from '../../server/src/features/completion/index.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { folds } from '../../server/src/features/navigation/folding.ts';
import { definition, highlights } from '../../server/src/features/navigation/navigate.ts';
import { rename, renameableAt } from '../../server/src/features/navigation/rename.ts';
import { summary } from '../../server/src/features/summary/summary.ts';
import { documentSymbols } from '../../server/src/features/symbols.ts';
import { toCompletion } from '../../server/src/lsp/convert/completion.ts';
import {
  toCodeAction,
  toDocumentSymbol,
  toGroupedDiagnostic,
  toInlayHint,
} from '../../server/src/lsp/convert/features.ts';
import { readSource } from '../../server/src/sources/source.ts';
import { skipComment, skipString } from '../../server/src/syntax/tokens.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { snapshotOf } from '../support/snapshot.ts';

/** Exceptions in a part of the analysis are not caught, so each is a violation of the oracle that requests the part. */
const settings: AnalysisSettings = {
  ...defaultSettings,
  onInternalError: (task, error) => {
    throw new Error(`${task} ${error instanceof Error ? error.stack : String(error)}`);
  },
};

/** The functions under test. Tests replace some to show that oracles detect wrong results. */
export const tool = {
  /** Opens a text, as an edit of a previous document if there is one. */
  open(text: string, previous?: Document): Document {
    const version = (previous?.version ?? 0) + 1;
    return createDocument({ uri: 'file:///net.prototxt', version, text, settings }, previous);
  },
  diagnostics,
  inlayHints,
  documentSymbols,
  summary,
  hover,
  completion,
  codeActions,
  refactorings,
  fixedText,
  deploy,
  readSource,
  snapshotOf,
  folds,
  definition,
  highlights,
  rename,
  renameableAt,
  toCodeAction,
  toDocumentSymbol,
  toGroupedDiagnostic,
  toInlayHint,
  toCompletion,
  /** The text in current syntax, or undefined if it cannot be upgraded. */
  upgraded(document: Document): string | undefined {
    return whyNotUpgraded(document) === undefined
      ? applyEdits(document.text, upgradeFile(document))
      : undefined;
  },
  /** The text in the usual layout. */
  formatted({ tree, text }: Document): string {
    return applyEdits(text, format(tree, { ...defaultFormat, indent: styleOf(text).unit }));
  },
  contentOf,
  /** The lines that `check` prints for one file, each with its end. */
  checkLines(document: Document, format: 'text' | 'github'): readonly string[] {
    return linesOf(checkFile('net.prototxt', document, { ...checkOptions, format }), format);
  },
  /** The lines that `summary` prints for one file, each with its end. */
  summaryLines(document: Document): readonly string[] {
    return linesOf(summarizeFile('net.prototxt', document, { ...checkOptions, format: 'text' }), 'text');
  },
  /** The output of `check` for one file. */
  check(document: Document, format: 'text' | 'json' | 'github' | 'sarif'): string {
    const report = checkFile('net.prototxt', document, { ...checkOptions, format });
    const output = outputOf(report, format);
    return format === 'sarif' ? `${sarifStart}${output}${sarifEnd(report.codes ?? [])}` : output;
  },
  /** The output of `summary` for one file. */
  summarize(document: Document, format: 'text' | 'json'): string {
    return outputOf(summarizeFile('net.prototxt', document, { ...checkOptions, format }), format);
  },
};

/** The strings, comments and other characters of a text without white space. */
function contentOf(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    const end =
      character === '#'
        ? skipComment(text, at)
        : character === '"' || character === "'"
          ? skipString(text, at)
          : at + 1;
    parts.push(text.slice(at, Math.max(end, at + 1)).trim());
    at = Math.max(end, at + 1);
  }
  return parts.join('');
}

export type Tool = typeof tool;

function outputOf(report: FileReport, format: Format): string {
  return report.json ?? linesOf(report, format).join('');
}

function linesOf({ lines = [] }: FileReport, format: Format): readonly string[] {
  return lines.map((line) => lineText(line, { isCommand: format === 'github' }));
}
